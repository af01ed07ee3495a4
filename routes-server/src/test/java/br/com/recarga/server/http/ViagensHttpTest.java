package br.com.recarga.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.http.Operador.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ViagensHttpTest {

    private static final String CARRO =
            "{\"placa\":\"ABC1D23\",\"modelo\":\"BYD\",\"capacidade_bateria\":44.9,\"nivel_bateria_atual\":12.5,\"taxa_descarga\":0.15}";

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    private Operador motorista;

    @BeforeEach
    void caller() {
        motorista = Operador.nobody(port);
    }

    @Test
    void stopsAreHeldConfirmedAndCancelledByTheOriginalsVerbs() {
        Answer held = motorista.post("/pre_reserva", """
                {"viagem_id":"v-1","expira_em":"2026-06-01T12:01:00Z","carro":%s,
                 "paradas":[{"posto_id":1,"inicio":"2026-06-02T12:00:00Z","fim":"2026-06-02T13:00:00Z"}]}""".formatted(CARRO));
        Answer confirmed = motorista.post("/confirmar_reserva", "{\"viagem_id\":\"v-1\"}");
        Answer cancelled = motorista.post("/cancelar_reserva", "{\"viagem_id\":\"v-1\"}");

        assertThat(held.text("/paradas/0/situacao")).isEqualTo("PRE_RESERVADA");
        assertThat(confirmed.text("/paradas/0/situacao")).isEqualTo("CONFIRMADA");
        assertThat(cancelled.text("/paradas/0/situacao")).isEqualTo("CANCELADA");
    }

    @Test
    void badInputIsNamedAndHoldsNothing() {
        Answer held =
                motorista.post("/pre_reserva", "{\"viagem_id\":\"v-1\",\"carro\":%s,\"paradas\":[]}".formatted(CARRO));
        Answer unknown = motorista.post("/confirmar_reserva", "{\"viagem_id\":\"v-404\"}");

        assertThat(held.status()).isEqualTo(422);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.codigo()).isEqualTo("VIAGEM_INEXISTENTE");
        assertThat(server.rows("reservas")).isZero();
    }
}
