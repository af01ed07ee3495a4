package br.com.recarga.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.ComCotas;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.http.Operador.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ComCotas
class CotasHttpTest {

    private static final String CARRO =
            "\"carro\":{\"placa\":\"ABC1D23\",\"modelo\":\"BYD\",\"capacidade_bateria\":44.9,\"nivel_bateria_atual\":12.5,\"taxa_descarga\":0.15}";

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    private Operador operador;
    private Operador motorista;

    @BeforeEach
    void callers() {
        operador = Operador.at(port);
        motorista = Operador.nobody(port);
    }

    @Test
    void aDriverIsToldWhenToComeAgainAndTheOperatorNever() {
        for (int dia = 2; dia <= 4; dia++) {
            assertThat(motorista.post("/reservas", reserva(dia)).codigo()).isEqualTo("OK");
        }

        Answer refused = motorista.post("/reservas", reserva(5));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.codigo()).isEqualTo("LIMITE_EXCEDIDO");
        assertThat(refused.text("/tente_apos")).isEqualTo("2026-06-15T09:00:00-03:00");
        assertThat(refused.header("Retry-After")).isEqualTo("Mon, 15 Jun 2026 12:00:00 GMT");
        assertThat(operador.post("/reservas", reserva(5)).codigo()).isEqualTo("OK");
        assertThat(server.rows("reservas")).isEqualTo(4);
    }

    @Test
    void whoeverNamesAPartnerOverHttpIsNone() {
        Answer refused = motorista.post(
                "/reservas",
                "{\"client_id\":\"%s\",\"posto_id\":1,\"inicio\":\"2026-09-01T12:00:00Z\",%s}"
                        .formatted(ComCotas.PARCEIRO, CARRO));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("Tue, 18 Aug 2026 12:00:00 GMT");
    }

    @Test
    void aReservationIsMovedTooFarAheadByTheOperatorOnly() {
        Answer made = motorista.post("/reservas", reserva(2));
        String path = "/reservas/" + made.text("/reserva_id");
        String body = "{\"inicio\":\"2026-09-01T12:00:00Z\"}";

        Answer refused = motorista.send("PATCH", path, body, "X-Codigo-Reserva", made.text("/codigo_reserva"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/mensagem")).contains("14 dia(s)");
        assertThat(operador.send("PATCH", path, body).status()).isEqualTo(200);
    }

    @Test
    void aSecondTripIsHeldByTheOperatorOnly() {
        assertThat(motorista.post("/pre_reserva", viagem("v-1", 2)).status()).isEqualTo(200);

        assertThat(motorista.post("/pre_reserva", viagem("v-2", 3)).status()).isEqualTo(429);
        assertThat(operador.post("/pre_reserva", viagem("v-2", 3)).status()).isEqualTo(200);
    }

    private static String reserva(int dia) {
        return "{\"posto_id\":1,\"inicio\":\"2026-06-%02dT12:00:00Z\",\"fim\":\"2026-06-%02dT13:00:00Z\",%s}"
                .formatted(dia, dia, CARRO);
    }

    private static String viagem(String viagemId, int dia) {
        return "{\"viagem_id\":\"%s\",\"expira_em\":\"2026-06-01T12:01:00Z\",\"paradas\":[%s],%s}"
                .formatted(
                        viagemId,
                        "{\"posto_id\":1,\"inicio\":\"2026-06-%02dT12:00:00Z\",\"fim\":\"2026-06-%02dT13:00:00Z\"}"
                                .formatted(dia, dia),
                        CARRO);
    }
}
