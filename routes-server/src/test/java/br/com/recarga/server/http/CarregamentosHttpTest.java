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
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class CarregamentosHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Operador operador;

    @BeforeEach
    void callers() {
        operador = Operador.at(port);
    }

    @Test
    void aReservationArrivesChargesAndIsCompleted() {
        Resposta reserva = reserva(1, 0, 60);

        Answer begun = operador.post("/pontos/1/carregamento", reservaId(reserva));
        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.text("/server_id")).isEqualTo("server7");
        assertThat(begun.text("/reserva_id")).isEqualTo(reserva.reservaId());
        assertThat(begun.text("/placa")).isEqualTo("ABC1234");
        assertThat(begun.text("/inicio")).isEqualTo("2026-06-01T09:00:00-03:00");
        assertThat(begun.text("/preco_kwh")).isEqualTo("2.02");
        assertThat(begun.json().has("fim")).isFalse();
        assertThat(situacao(reserva)).isEqualTo("EM_ANDAMENTO");

        // a change of price is for who comes later
        jdbc.sql("UPDATE postos SET preco_kwh = 9 WHERE id = 1").update();
        clock.advance(Duration.ofMinutes(30));
        Answer ended = operador.put(path(1, begun), "{\"energia_kwh\":10.25}");
        jdbc.sql("UPDATE postos SET preco_kwh = 2.02 WHERE id = 1").update();

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.text("/fim")).isEqualTo("2026-06-01T09:30:00-03:00");
        assertThat(ended.text("/energia_kwh")).isEqualTo("10.25");
        // 20.705 rounds up
        assertThat(ended.text("/custo")).isEqualTo("20.71");
        assertThat(situacao(reserva)).isEqualTo("CONCLUIDA");
        assertThat(jdbc.sql("SELECT para || ' ' || por FROM reservas_historico ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("CONFIRMADA MOTORISTA", "EM_ANDAMENTO OPERADOR", "CONCLUIDA OPERADOR");
        assertThat(operador.get(path(1, begun)).json()).isEqualTo(ended.json());
        assertThat(events()).containsExactly("EM_ANDAMENTO", "CONCLUIDA");
    }

    @Test
    void aReservationIsChargedAtThePriceThatWasAgreed() {
        Resposta reserva = reserva(1, 0, 60);
        jdbc.sql("UPDATE postos SET preco_kwh = 5 WHERE id = 1").update();

        Answer begun = operador.post("/pontos/1/carregamento", reservaId(reserva));
        Answer ended = operador.put(path(1, begun), "{\"energia_kwh\":10,\"confirmado\":true}");
        Answer walkIn = operador.post("/pontos/1/carregamento", "{\"placa\":\"XYZ9A87\"}");
        jdbc.sql("UPDATE postos SET preco_kwh = 2.02 WHERE id = 1").update();

        assertThat(reserva.termos().precoKwh()).isEqualTo(2.02);
        assertThat(begun.text("/preco_kwh")).isEqualTo("2.02");
        assertThat(ended.text("/custo")).isEqualTo("20.2");
        assertThat(walkIn.text("/preco_kwh")).isEqualTo("5.0");
    }

    @Test
    void aCarWithoutAReservationChargesAtAPointThatIsFree() {
        Answer begun = operador.post("/pontos/2/carregamento", "{\"placa\":\"abc-1d23\"}");

        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.text("/placa")).isEqualTo("ABC1D23");
        assertThat(begun.json().has("reserva_id")).isFalse();
        assertThat(operador.get("/pontos/2").text("/disponivel")).isEqualTo("false");

        assertThat(operador.put(path(2, begun), "{\"energia_kwh\":0}").text("/custo"))
                .isEqualTo("0.0");
        assertThat(operador.get("/pontos/2").text("/disponivel")).isEqualTo("true");
    }

    @Test
    void beginningAgainWhatHasBegunGivesTheSameCharge() {
        Resposta reserva = reserva(1, 0, 60);

        Answer first = operador.post("/pontos/1/carregamento", reservaId(reserva));
        assertThat(operador.post("/pontos/1/carregamento", reservaId(reserva)).json())
                .isEqualTo(first.json());

        Answer walkIn = operador.post("/pontos/2/carregamento", "{\"placa\":\"XYZ9A87\"}");
        assertThat(operador.post("/pontos/2/carregamento", "{\"placa\":\"XYZ9A87\"}")
                        .json())
                .isEqualTo(walkIn.json());
        assertThat(server.rows("carregamentos")).isEqualTo(2);
    }

    @Test
    void endingAgainGivesTheSameAnswerButNotWithAnotherEnergy() {
        Answer begun = operador.post("/pontos/2/carregamento", "{\"placa\":\"XYZ9A87\"}");
        clock.advance(Duration.ofMinutes(30));
        Answer ended = operador.put(path(2, begun), "{\"energia_kwh\":7.5}");
        clock.advance(Duration.ofMinutes(5));

        assertThat(operador.put(path(2, begun), "{\"energia_kwh\":7.5}").json()).isEqualTo(ended.json());
        assertThat(operador.put(path(2, begun), "{\"energia_kwh\":8}").codigo()).isEqualTo("TRANSICAO_INVALIDA");
        assertThat(operador.get(path(2, begun)).json()).isEqualTo(ended.json());
    }

    @ParameterizedTest(name = "{0} min after the start: {1}")
    @CsvSource({"-16, TRANSICAO_INVALIDA", "-15, OK", "14, OK", "15, RESERVA_EXPIRADA"})
    void aReservationArrivesAroundItsStart(int minutes, String outcome) {
        Resposta reserva = reserva(1, 60, 120);
        clock.advance(Duration.ofMinutes(60 + minutes));

        Answer answer = operador.post("/pontos/1/carregamento", reservaId(reserva));

        if (outcome.equals("OK")) {
            assertThat(answer.status()).isEqualTo(200);
        } else {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.codigo()).isEqualTo(outcome);
            assertThat(server.rows("carregamentos")).isZero();
            assertThat(situacao(reserva)).isEqualTo("CONFIRMADA");
        }
    }

    @Test
    void aReservationOfAnotherPointIsNotTherAndStaysAsItIs() {
        Resposta reserva = reserva(1, 0, 60);

        assertThat(operador.post("/pontos/2/carregamento", reservaId(reserva)).codigo())
                .isEqualTo("RESERVA_INEXISTENTE");

        assertThat(situacao(reserva)).isEqualTo("CONFIRMADA");
        assertThat(events()).isEmpty();
    }

    @Test
    void whoeverChargesKeepsTheNextReservationFromArriving() {
        operador.post("/pontos/1/carregamento", "{\"placa\":\"XYZ9A87\"}");
        jdbc.sql("UPDATE carregamentos SET inicio = '2026-06-01T11:00:00Z'").update();
        Resposta reserva = reserva(1, 20, 80);
        clock.advance(Duration.ofMinutes(20));

        assertThat(operador.post("/pontos/1/carregamento", reservaId(reserva)).codigo())
                .isEqualTo("POSTO_OCUPADO");

        // neither half has happened
        assertThat(situacao(reserva)).isEqualTo("CONFIRMADA");
        assertThat(server.rows("carregamentos")).isEqualTo(1);
    }

    @Test
    void aCancelledReservationDoesNotArrive() {
        Resposta reserva = reserva(1, 0, 60);
        operador.put("/pontos/1/manutencao", "{\"em_manutencao\":true}");

        assertThat(operador.post("/pontos/1/carregamento", reservaId(reserva)).codigo())
                .isEqualTo("TRANSICAO_INVALIDA");
    }

    @ParameterizedTest(name = "reserved from {0} min on: {1}")
    @CsvSource({"0, POSTO_OCUPADO", "14, POSTO_OCUPADO", "15, "})
    void aCarWithoutAReservationNeedsAQuarterOfAnHour(int minutes, String codigo) {
        reserva(1, minutes, minutes + 60);

        assertThat(operador.post("/pontos/1/carregamento", "{\"placa\":\"XYZ9A87\"}")
                        .codigo())
                .isEqualTo(codigo);
    }

    @Test
    void aCarWithoutAReservationFindsNoPlaceAtAPointOutOfServiceOrSwitchedOff() {
        server.emManutencao(2);
        jdbc.sql("UPDATE postos SET disponivel = FALSE WHERE id = 3").update();

        assertThat(operador.post("/pontos/2/carregamento", "{\"placa\":\"XYZ9A87\"}")
                        .codigo())
                .isEqualTo("POSTO_EM_MANUTENCAO");
        assertThat(operador.post("/pontos/3/carregamento", "{\"placa\":\"XYZ9A87\"}")
                        .codigo())
                .isEqualTo("POSTO_OCUPADO");
        assertThat(operador.post("/pontos/99/carregamento", "{\"placa\":\"XYZ9A87\"}")
                        .codigo())
                .isEqualTo("POSTO_INEXISTENTE");
        assertThat(server.rows("carregamentos")).isZero();
    }

    @Test
    void ofManyCarsAtOnceOneGetsThePoint() throws Exception {
        List<Answer> answers =
                Juntos.todos(12, i -> operador.post("/pontos/1/carregamento", "{\"placa\":\"CAR1%03d\"}".formatted(i)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> "POSTO_OCUPADO".equals(answer.codigo()))
                .hasSize(11);
        assertThat(server.rows("carregamentos")).isEqualTo(1);
    }

    @Test
    void anArrivalAndACancellationAtOnceLeaveOneOfBoth() throws Exception {
        Resposta reserva = reserva(1, 0, 60);

        List<Answer> answers = Juntos.todos(
                8,
                i -> i % 2 == 0
                        ? operador.post("/pontos/1/carregamento", reservaId(reserva))
                        : operador.send("DELETE", "/reservas/" + reserva.reservaId(), null));

        String left = situacao(reserva);
        assertThat(left).isIn("EM_ANDAMENTO", "CANCELADA");
        boolean arrived = left.equals("EM_ANDAMENTO");
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).status()).isEqualTo(i % 2 == 0 == arrived ? 200 : 409);
        }
        assertThat(server.rows("carregamentos")).isEqualTo(arrived ? 1 : 0);
    }

    @Test
    void ofTwoEndsAtOnceOneIsKept() throws Exception {
        Answer begun = operador.post("/pontos/2/carregamento", "{\"placa\":\"XYZ9A87\"}");

        List<Answer> answers =
                Juntos.todos(8, i -> operador.put(path(2, begun), "{\"energia_kwh\":0.%d}".formatted(1 + i)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> "TRANSICAO_INVALIDA".equals(answer.codigo()))
                .hasSize(7);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /pontos/1/carregamento | {} | 422 | DADOS_INVALIDOS | placa",
                "POST | /pontos/1/carregamento | {\"placa\":\"nada\"} | 422 | DADOS_INVALIDOS | placa",
                "POST | /pontos/1/carregamento | {\"reserva_id\":\"a b\"} | 422 | DADOS_INVALIDOS | reserva_id",
                "POST | /pontos/1/carregamento | {\"reserva_id\":\"server7-nada\"} | 404 | RESERVA_INEXISTENTE |",
                "POST | /pontos/x/carregamento | {\"placa\":\"XYZ9A87\"} | 422 | DADOS_INVALIDOS | id",
                "POST | /pontos/1/carregamento | [] | 400 | JSON_INVALIDO |",
                "PUT | /pontos/1/carregamento/1 | {\"energia_kwh\":1} | 404 | CARREGAMENTO_INEXISTENTE |",
                "PUT | /pontos/1/carregamento/x | {\"energia_kwh\":1} | 422 | DADOS_INVALIDOS | cid",
                "PUT | /pontos/1/carregamento/1 | {} | 404 | CARREGAMENTO_INEXISTENTE |",
                "PUT | /pontos/1/carregamento/1 | {\"energia_kwh\":-1} | 422 | DADOS_INVALIDOS | energia_kwh",
                "PUT | /pontos/1/carregamento/1 | {\"energia_kwh\":1001} | 422 | DADOS_INVALIDOS | energia_kwh",
                "PUT | /pontos/1/carregamento/1 | {\"energia_kwh\":\"NaN\"} | 422 | DADOS_INVALIDOS | energia_kwh",
                "GET | /pontos/1/carregamento/1 | | 404 | CARREGAMENTO_INEXISTENTE |",
                "GET | /pontos/1/carregamento/99999999999 | | 422 | DADOS_INVALIDOS | cid"
            })
    void badInputIsNamedAndChangesNothing(
            String method, String path, String body, int status, String codigo, String campo) {
        Answer answer = operador.send(method, path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.codigo()).isEqualTo(codigo);
        assertThat(answer.text("/erros/0/campo")).isEqualTo(campo);
        assertThat(server.rows("carregamentos")).isZero();
    }

    /** From and to in minutes from now. */
    private Resposta reserva(int posto, int from, int to) {
        Resposta resposta = server.reservar(deReserva()
                .posto(posto)
                .janela(NOW.plusSeconds(from * 60L), NOW.plusSeconds(to * 60L))
                .build());
        assertThat(resposta.reservaId()).isNotNull();
        return resposta;
    }

    private static String reservaId(Resposta reserva) {
        return "{\"reserva_id\":\"%s\"}".formatted(reserva.reservaId());
    }

    private static String path(int posto, Answer begun) {
        return "/pontos/%d/carregamento/%s".formatted(posto, begun.text("/id"));
    }

    private String situacao(Resposta reserva) {
        return jdbc.sql("SELECT situacao FROM reservas WHERE id = ?")
                .param(reserva.reservaId())
                .query(String.class)
                .single();
    }

    private List<String> events() {
        return server.published().stream()
                .filter(message -> message.topic().endsWith("/reservas/evento"))
                .map(message -> message.text("situacao"))
                .toList();
    }
}
