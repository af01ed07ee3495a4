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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** That a car charges is one fact, whoever tells it: its reservation and its charge begin and end together. */
@ServerTest
class UmCarregamentoPorReservaTest {

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
    void anArrivalThatIsToldBeginsTheChargeThatTheOperatorWouldBegin() {
        Resposta reserved = reserve(1, 0, 60);

        tell(reserved, "EM_ANDAMENTO");

        Answer told = operador.get("/carregamentos?reserva_id=" + reserved.reservaId());
        assertThat(told.text("/total")).isEqualTo("1");
        assertThat(told.text("/carregamentos/0/placa")).isEqualTo("ABC1234");
        assertThat(told.text("/carregamentos/0/preco_kwh")).isEqualTo("2.02");
        assertThat(told.text("/carregamentos/0/atrasado")).isEqualTo("false");
        assertThat(told.text("/carregamentos/0/prazo")).isEqualTo("2026-06-01T10:00:00-03:00");
        assertThat(operador.post("/pontos/1/carregamento", arrival(reserved)).json())
                .isEqualTo(told.json().at("/carregamentos/0"));
    }

    @Test
    void aDepartureThatIsToldEndsTheChargeAndFreesThePoint() {
        Resposta reserved = reserve(1, 0, 60);
        operador.post("/pontos/1/carregamento", arrival(reserved));
        clock.advance(Duration.ofMinutes(20));

        tell(reserved, "CONCLUIDA");

        Answer ended = operador.get("/carregamentos?reserva_id=" + reserved.reservaId());
        assertThat(ended.text("/carregamentos/0/fim")).isEqualTo("2026-06-01T09:20:00-03:00");
        assertThat(ended.json().at("/carregamentos/0").has("energia_kwh")).isFalse();
        assertThat(ended.json().at("/carregamentos/0").has("custo")).isFalse();
        assertThat(operador.get("/pontos/1").text("/disponivel")).isEqualTo("true");
        assertThat(operador.post("/pontos/1/carregamento", "{\"placa\":\"XYZ9A87\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatEndedWithoutAnEnergyMayBeToldItOnce() {
        Resposta reserved = reserve(1, 0, 60);
        String charge =
                operador.post("/pontos/1/carregamento", arrival(reserved)).text("/id");
        clock.advance(Duration.ofMinutes(20));
        tell(reserved, "CONCLUIDA");
        clock.advance(Duration.ofMinutes(5));

        Answer told = operador.put("/pontos/1/carregamento/" + charge, "{\"energia_kwh\":10}");

        assertThat(told.text("/fim")).isEqualTo("2026-06-01T09:20:00-03:00");
        assertThat(told.text("/custo")).isEqualTo("20.2");
        assertThat(operador.put("/pontos/1/carregamento/" + charge, "{}").json())
                .isEqualTo(told.json());
        assertThat(operador.put("/pontos/1/carregamento/" + charge, "{\"energia_kwh\":11}")
                        .codigo())
                .isEqualTo("TRANSICAO_INVALIDA");
    }

    @Test
    void theOperatorEndsAChargeWithoutKnowingItsEnergy() {
        Resposta reserved = reserve(1, 0, 60);
        String charge =
                operador.post("/pontos/1/carregamento", arrival(reserved)).text("/id");

        Answer ended = operador.put("/pontos/1/carregamento/" + charge, "{}");

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.json().has("energia_kwh")).isFalse();
        assertThat(operador.get("/reservas/" + reserved.reservaId()).text("/reservas/0/situacao"))
                .isEqualTo("CONCLUIDA");
        clock.advance(Duration.ofMinutes(1));
        Answer figures = operador.get("/ocupacao?de=2026-06-01T12:00:00Z");
        assertThat(figures.text("/total/carregamentos")).isEqualTo("1");
        assertThat(figures.text("/total/energia_kwh")).isEqualTo("0.0");
        assertThat(figures.text("/total/receita")).isEqualTo("0.0");
    }

    @ParameterizedTest(name = "{0} and then {1}")
    @CsvSource({"walks in, walks in", "walks in, arrives", "arrives, walks in", "arrives, arrives"})
    void aCarChargesAtOnePointOfAnOperatorAtATime(String first, String second) {
        Resposta here = reserve(1, 0, 60);
        Resposta there = reserve(2, 60, 120);
        int taken = first.equals("arrives") ? 1 : 4;
        assertThat(charge(first, taken, here).status()).isEqualTo(200);
        if (second.equals("arrives")) {
            clock.advance(Duration.ofMinutes(61));
        }

        Answer refused = charge(second, second.equals("arrives") ? 2 : 3, there);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.codigo()).isEqualTo("CARRO_JA_RESERVADO");
        assertThat(refused.text("/mensagem"))
                .isEqualTo("O carro de placa ABC1234 já carrega no posto %d".formatted(taken));
        assertThat(operador.get("/carregamentos?em_curso=true&placa=ABC1234").text("/total"))
                .isEqualTo("1");
        tell(there, "EM_ANDAMENTO");
        assertThat(operador.get("/carregamentos?em_curso=true&placa=ABC1234").text("/total"))
                .isEqualTo("1");
    }

    @Test
    void ofManyPointsAtOnceACarGetsOne() throws Exception {
        List<Answer> answers = Juntos.todos(
                8, i -> operador.post("/pontos/%d/carregamento".formatted(i + 1), "{\"placa\":\"XYZ9A87\"}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> "CARRO_JA_RESERVADO".equals(answer.codigo()))
                .hasSize(7);
    }

    @Test
    void aCarWithoutAReservationIsOverdueAfterTheLimit() {
        operador.post("/pontos/1/carregamento", "{\"placa\":\"XYZ9A87\"}");

        clock.advance(Duration.ofHours(8).minusSeconds(1));
        assertThat(operador.get("/carregamentos?atrasado=true").text("/total")).isEqualTo("0");
        clock.advance(Duration.ofSeconds(1));

        Answer overdue = operador.get("/carregamentos?atrasado=true");
        assertThat(overdue.text("/total")).isEqualTo("1");
        assertThat(overdue.text("/carregamentos/0/atrasado")).isEqualTo("true");
        assertThat(overdue.text("/carregamentos/0/prazo")).isEqualTo("2026-06-01T17:00:00-03:00");
        assertThat(operador.get("/carregamentos?atrasado=false").text("/total")).isEqualTo("0");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 3,2,1",
                "posto_id=2 | 2",
                "placa=car-1a01 | 1",
                "em_curso=true | 3,2",
                "em_curso=false | 1",
                "atrasado=true | 2",
                "de=2026-06-01T12:20:00Z | 3,2",
                "de=2026-06-01T12:19:59Z | 3,2,1",
                "de=2026-06-01T12:40:00Z | 3,2",
                "de=2026-06-01T12:40:01Z | 3",
                "de=2026-06-01T20:39:59Z | 3",
                "de=2026-06-01T20:40:00Z | ''",
                "ate=2026-06-01T12:40:00Z | 2,1",
                "limite=1 | 3",
                "limite=1&deslocamento=2 | 1"
            })
    void theOperatorFindsCharges(String query, String points) {
        String first = operador.post("/pontos/1/carregamento", "{\"placa\":\"CAR1A01\"}")
                .text("/id");
        Resposta reserved = reserve(2, 0, 40);
        tell(reserved, "EM_ANDAMENTO");
        clock.advance(Duration.ofMinutes(20));
        operador.put("/pontos/1/carregamento/" + first, "{\"energia_kwh\":3}");
        clock.advance(Duration.ofMinutes(20));
        operador.post("/pontos/3/carregamento", "{\"placa\":\"CAR1A03\"}");

        Answer found = operador.get("/carregamentos?" + query);

        assertThat(found.status()).isEqualTo(200);
        assertThat(String.join(",", found.json().path("carregamentos").findValuesAsText("posto_id")))
                .isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "posto_id=0, posto_id",
        "posto_id=a, posto_id",
        "placa=nada, placa",
        "em_curso=talvez, em_curso",
        "atrasado=2, atrasado",
        "de=ontem, de",
        "de=2026-06-01T12:00:00Z&ate=2026-06-01T12:00:00Z, ate",
        "limite=201, limite",
        "deslocamento=-1, deslocamento",
        "reserva_id=a b, reserva_id"
    })
    void aFilterThatCannotBeIsNamed(String query, String campo) {
        Answer answer = operador.get("/carregamentos?" + query.replace(" ", "%20"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/erros/0/campo")).isEqualTo(campo);
    }

    @Test
    void onlyTheOperatorSeesThem() {
        assertThat(Operador.nobody(port).get("/carregamentos").status()).isEqualTo(401);
    }

    private Answer charge(String how, int posto, Resposta reserved) {
        return operador.post(
                "/pontos/%d/carregamento".formatted(posto),
                how.equals("arrives") ? arrival(reserved) : "{\"placa\":\"ABC1234\"}");
    }

    private void tell(Resposta reserved, String situacao) {
        server.hear(
                "reservas/" + reserved.reservaId() + "/status",
                "{\"reserva_id\":\"%s\",\"server_id\":\"server7\",\"situacao\":\"%s\"}"
                        .formatted(reserved.reservaId(), situacao));
    }

    private static String arrival(Resposta reserved) {
        return "{\"reserva_id\":\"%s\"}".formatted(reserved.reservaId());
    }

    /** From and to in minutes from noon. */
    private Resposta reserve(int posto, int from, int to) {
        Resposta resposta = server.reservar(deReserva()
                .id("pedido-" + posto)
                .posto(posto)
                .janela(NOW.plusSeconds(from * 60L), NOW.plusSeconds(to * 60L))
                .build());
        assertThat(resposta.reservaId()).isNotNull();
        return resposta;
    }
}
