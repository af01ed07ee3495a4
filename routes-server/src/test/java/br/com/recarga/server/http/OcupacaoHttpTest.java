package br.com.recarga.server.http;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Resposta;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.http.Operador.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class OcupacaoHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    private Operador operador;

    @BeforeEach
    void callers() {
        operador = Operador.at(port);
    }

    @Test
    void aDayWithoutAnybodyIsEmpty() {
        Answer answer = operador.get("/ocupacao");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/de")).isEqualTo("2026-05-31T09:00:00-03:00");
        assertThat(answer.text("/ate")).isEqualTo("2026-06-01T09:00:00-03:00");
        assertThat(answer.json().path("postos")).hasSize(8);
        assertThat(answer.text("/total/taxa_ocupacao")).isEqualTo("0.0");
        assertThat(answer.text("/total/reservas/CONFIRMADA")).isEqualTo("0");
    }

    @Test
    void countsReservationsHoursEnergyAndRevenueInThePeriod() {
        // of the point 1: an hour that is completed, an hour that is cancelled, one that is to come, one that lapses
        Resposta completed = reserva("a", "CAR1001", 0, 60);
        Answer charge =
                operador.post("/pontos/1/carregamento", "{\"reserva_id\":\"%s\"}".formatted(completed.reservaId()));
        Resposta cancelled = reserva("b", "CAR1002", 60, 120);
        operador.send("DELETE", "/reservas/" + cancelled.reservaId(), null);
        reserva("c", "CAR1003", 120, 180);
        reserva("d", "CAR1004", 300, 420);
        clock.advance(Duration.ofMinutes(30));
        operador.put("/pontos/1/carregamento/" + charge.text("/id"), "{\"energia_kwh\":10}");
        // of the point 2: half an hour without a reservation
        Answer walkIn = operador.post("/pontos/2/carregamento", "{\"placa\":\"CAR1005\"}");
        clock.advance(Duration.ofMinutes(30));
        operador.put("/pontos/2/carregamento/" + walkIn.text("/id"), "{\"energia_kwh\":5.5}");
        // until 15:00, when the third has not come
        clock.advance(Duration.ofHours(2));

        Answer answer = operador.get("/ocupacao?de=2026-06-01T12:00:00Z&ate=2026-06-01T18:00:00Z");

        assertThat(answer.text("/postos/0/posto_id")).isEqualTo("1");
        assertThat(answer.text("/postos/0/uso/reservas/CONCLUIDA")).isEqualTo("1");
        assertThat(answer.text("/postos/0/uso/reservas/CANCELADA")).isEqualTo("1");
        assertThat(answer.text("/postos/0/uso/reservas/EXPIRADA")).isEqualTo("1");
        assertThat(answer.text("/postos/0/uso/reservas/CONFIRMADA")).isEqualTo("1");
        // of the completed hour the half until its car left, and of the two hours to come the one that lies in the
        // period
        assertThat(answer.text("/postos/0/uso/horas_reservadas")).isEqualTo("1.5");
        assertThat(answer.text("/postos/0/uso/taxa_ocupacao")).isEqualTo("0.25");
        assertThat(answer.text("/postos/0/uso/energia_kwh")).isEqualTo("10.0");
        assertThat(answer.text("/postos/0/uso/receita")).isEqualTo("20.2");
        assertThat(answer.text("/postos/1/uso/horas_reservadas")).isEqualTo("0.0");
        assertThat(answer.text("/postos/1/uso/taxa_ocupacao")).isEqualTo("0.0833");
        assertThat(answer.text("/total/carregamentos")).isEqualTo("2");
        assertThat(answer.text("/total/energia_kwh")).isEqualTo("15.5");
        assertThat(answer.text("/total/receita")).isEqualTo("28.67");
        assertThat(answer.text("/total/horas_reservadas")).isEqualTo("1.5");
        // 2 of 48 hours
        assertThat(answer.text("/total/taxa_ocupacao")).isEqualTo("0.0417");
    }

    @Test
    void whatIsOutsideThePeriodDoesNotCount() {
        reserva("a", "CAR1001", 0, 60);

        assertThat(operador.get("/ocupacao?de=2026-06-01T13:00:00Z").text("/total/reservas/CONFIRMADA"))
                .isEqualTo("0");
        assertThat(operador.get("/ocupacao?ate=2026-06-01T12:00:00Z").text("/total/reservas/CONFIRMADA"))
                .isEqualTo("0");
        assertThat(operador.get("/ocupacao?de=2026-06-01T12:59:59Z&ate=2026-06-02T12:00:00Z")
                        .text("/total/reservas/CONFIRMADA"))
                .isEqualTo("1");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "de=ontem, de",
        "ate=2026-06-01, ate",
        "de=2026-06-01T12:00:00Z&ate=2026-06-01T12:00:00Z, ate",
        "de=2026-06-02T12:00:00Z&ate=2026-06-01T12:00:00Z, ate",
        "de=2025-01-01T00:00:00Z&ate=2026-01-02T00:00:01Z, ate",
        "de=%2B99999-01-01T00:00:00Z, de",
        "ate=-0001-01-01T00:00:00Z, ate"
    })
    void anAbsurdPeriodIsNamed(String query, String campo) {
        Answer answer = operador.get("/ocupacao?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/erros/0/campo")).isEqualTo(campo);
    }

    /** Of the point 1, from and to in minutes from noon. */
    private Resposta reserva(String id, String placa, int from, int to) {
        Resposta resposta = server.reservar(deReserva()
                .id(id)
                .placa(placa)
                .janela(NOW.plusSeconds(from * 60L), NOW.plusSeconds(to * 60L))
                .build());
        assertThat(resposta.reservaId()).isNotNull();
        return resposta;
    }
}
