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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ReservasHttpTest {

    private static final String CORPO = """
        {"carro":{"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":12.5,
         "taxa_descarga":0.15},"posto_id":4%s}\
        """;

    @LocalServerPort
    private int port;

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Operador operador;
    private Operador motorista;

    @BeforeEach
    void callers() {
        operador = Operador.at(port);
        motorista = Operador.nobody(port);
    }

    @Test
    void anOperatorIsOneAlsoWhenTheBodyComesAfterTheHead() {
        String path =
                "/reservas/" + motorista.post("/reservas", CORPO.formatted("")).text("/reserva_id");
        String later = "{\"inicio\":\"2026-06-02T09:00:00-03:00\",\"fim\":\"2026-06-02T10:00:00-03:00\"}";

        assertThat(motorista.sendInChunks("PATCH", path, later).status()).isEqualTo(404);
        assertThat(operador.sendInChunks("PATCH", path, later).status()).isEqualTo(200);
    }

    @Test
    void aReservationIsMadeReadMovedAndCancelledWithItsCodeOnly() {
        Answer made = motorista.post("/reservas", CORPO.formatted(""));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("/situacao")).isEqualTo("CONFIRMADA");
        String path = "/reservas/" + made.text("/reserva_id");
        String codigo = made.text("/codigo_reserva");

        Answer read = motorista.send("GET", path, null, "X-Codigo-Reserva", codigo);
        assertThat(read.text("/reservas/0/placa")).isEqualTo("ABC1D23");
        assertThat(read.json().at("/reservas/0/historico")).hasSize(1);
        assertThat(motorista.get(path + "?codigo=" + codigo).json().at("/reservas/0"))
                .isEqualTo(read.json().at("/reservas/0"));

        Answer moved = motorista.send(
                "PATCH",
                path,
                "{\"inicio\":\"2026-06-02T09:00:00-03:00\",\"fim\":\"2026-06-02T10:00:00-03:00\"}",
                "X-Codigo-Reserva",
                codigo);
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.text("/inicio")).isEqualTo("2026-06-02T09:00:00-03:00");

        Answer cancelled = motorista.send("DELETE", path + "?motivo=Mudei+de+ideia", null, "X-Codigo-Reserva", codigo);
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("/situacao")).isEqualTo("CANCELADA");
        assertThat(jdbc.sql("SELECT motivo FROM reservas").query(String.class).single())
                .isEqualTo("Mudei de ideia");
        assertThat(motorista
                        .send("DELETE", path, null, "X-Codigo-Reserva", codigo)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?codigo=wrong", "?codigo="})
    void withoutItsCodeAReservationIsNotThere(String query) {
        Resposta reserva = server.reservar(deReserva().build());
        String path = "/reservas/" + reserva.reservaId() + query;

        for (Answer answer : List.of(
                motorista.get(path),
                motorista.send("DELETE", path, null),
                motorista.send("PATCH", path, "{\"fim\":\"2026-06-01T15:00:00Z\"}"),
                motorista.post("/cancelar_reserva", "{\"reserva_id\":\"%s\"}".formatted(reserva.reservaId())))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.codigo()).isEqualTo("RESERVA_INEXISTENTE");
        }
        assertThat(situacoes()).containsExactly("CONFIRMADA");
    }

    @Test
    void theOperatorNeedsNoCodeAndItsCancellationIsToldToTheClient() {
        Resposta reserva = server.reservar(deReserva().build());
        String path = "/reservas/" + reserva.reservaId();

        assertThat(operador.get(path).text("/reservas/0/placa")).isEqualTo("ABC1234");
        assertThat(operador.send("PATCH", path, "{\"fim\":\"2026-06-01T15:00:00Z\"}")
                        .status())
                .isEqualTo(200);
        assertThat(operador.send("DELETE", path + "?motivo=Obra", null).text("/situacao"))
                .isEqualTo("CANCELADA");

        assertThat(jdbc.sql("SELECT alterada_por || ' ' || motivo FROM reservas")
                        .query(String.class)
                        .single())
                .isEqualTo("OPERADOR Obra");
        assertThat(server.published())
                .filteredOn(message -> message.topic().equals("client/client_servidor_1/reservas/evento"))
                .extracting(message -> message.text("situacao"))
                .containsExactly("CONFIRMADA", "CANCELADA");
    }

    @Test
    void theOriginalsVerbCancels() {
        Resposta reserva = server.reservar(deReserva().build());

        Answer answer = motorista.post(
                "/cancelar_reserva",
                "{\"reserva_id\":\"%s\",\"codigo_reserva\":\"%s\"}"
                        .formatted(reserva.reservaId(), reserva.codigoReserva()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(situacoes()).containsExactly("CANCELADA");
    }

    @Test
    void aKeyMakesARequestThatComesAgainGetTheSameAnswer() {
        Answer first = motorista.send("POST", "/reservas", CORPO.formatted(""), "Idempotency-Key", "chave-1");

        assertThat(first.text("/request_id")).isEqualTo("chave-1");
        assertThat(motorista
                        .send("POST", "/reservas", CORPO.formatted(""), "Idempotency-Key", "chave-1")
                        .json())
                .isEqualTo(first.json());
        assertThat(motorista
                        .send(
                                "POST",
                                "/reservas",
                                CORPO.formatted(",\"inicio\":\"2026-06-03T09:00:00Z\""),
                                "Idempotency-Key",
                                "chave-1")
                        .codigo())
                .isEqualTo("CHAVE_REUTILIZADA");
        assertThat(motorista
                        .get("/reservas/chave-1")
                        .json()
                        .at("/reservas/0/placa")
                        .isMissingNode())
                .isTrue();
        assertThat(operador.get("/reservas/chave-1").text("/reservas/0/placa")).isEqualTo("ABC1D23");
        assertThat(server.rows("reservas")).isEqualTo(1);
    }

    @Test
    void aKeyThatBeginsLikeANumberOfThisServerIsFoundAllTheSame() {
        motorista.send("POST", "/reservas", CORPO.formatted(""), "Idempotency-Key", "server7-0042");

        assertThat(operador.get("/reservas/server7-0042").text("/reservas/0/placa"))
                .isEqualTo("ABC1D23");
    }

    @Test
    void ofTwoOperatorsWhoCancelAndMoveAtOnceNobodyBreaksTheHistory() throws Exception {
        Resposta reserva = server.reservar(deReserva().build());
        String path = "/reservas/" + reserva.reservaId();

        List<Answer> answers = Juntos.todos(
                10,
                i -> i % 2 == 0
                        ? operador.send("DELETE", path + "?motivo=operador" + i, null)
                        : operador.send("PATCH", path, "{\"fim\":\"2026-06-01T%d:00:00Z\"}".formatted(14 + i)));

        assertThat(situacoes()).containsExactly("CANCELADA");
        assertThat(answers).allMatch(answer -> answer.status() == 200 || "TRANSICAO_INVALIDA".equals(answer.codigo()));
        List<String> history = jdbc.sql("SELECT para FROM reservas_historico ORDER BY id")
                .query(String.class)
                .list();
        long moved = answers.stream()
                .filter(answer -> "CONFIRMADA".equals(answer.text("/situacao")) && answer.status() == 200)
                .count();
        assertThat(history).hasSize((int) moved + 2).endsWith("CANCELADA");
        assertThat(history).filteredOn("CANCELADA"::equals).hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1} of {2}")
    @CsvSource({
        "'', 'd c b a', 4",
        "?placa=car1001, 'a', 1",
        "?placa=CAR-1001, 'a', 1",
        "?posto_id=2, 'd b', 2",
        "?situacao=CONFIRMADA, 'd c', 2",
        "?situacao=EXPIRADA, 'a', 1",
        "?situacao=CANCELADA, 'b', 1",
        "?situacao=CANCELADA&posto_id=1, '', 0",
        "?de=2026-06-01T14:00:00Z, 'd c', 2",
        "?de=2026-06-01T13:59:59Z, 'd c b', 3",
        "?ate=2026-06-01T13:00:00Z, 'a', 1",
        "?ate=2026-06-01T10:00:01-03:00, 'b a', 2",
        "?de=2026-06-01T13:00:00+00:00&ate=2026-06-01T15:00:00+00:00, 'c b', 2",
        "?limite=1, 'd', 4",
        "?limite=2&deslocamento=1, 'c b', 4",
        "?limite=200&deslocamento=1000000, '', 4"
    })
    void theOperatorFindsReservations(String query, String expected, int total) {
        quatro();

        Answer answer = operador.get("/reservas" + query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/total")).isEqualTo(Integer.toString(total));
        assertThat(answer.text("/server_id")).isEqualTo("server7");
        assertThat(String.join(
                        " ",
                        StreamSupport.stream(answer.json().path("reservas").spliterator(), false)
                                .map(reserva -> reserva.path("request_id").asText())
                                .toList()))
                .isEqualTo(expected);
        assertThat(answer.json().toString()).doesNotContain("codigo_reserva");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "limite=0, limite",
        "limite=201, limite",
        "limite=-1, limite",
        "limite=99999999999, limite",
        "limite=ten, limite",
        "limite=, limite",
        "placa=, placa",
        "deslocamento=-1, deslocamento",
        "deslocamento=1000001, deslocamento",
        "posto_id=0, posto_id",
        "posto_id=x, posto_id",
        "placa=nada, placa",
        "situacao=confirmada, situacao",
        "situacao=NADA, situacao",
        "de=ontem, de",
        "de=2026-06-01T14:00:00, de",
        "ate=2026-06-01, ate",
        "de=%2B99999-06-01T14:00:00Z, de",
        "de=2026-06-02T00:00:00Z&ate=2026-06-01T00:00:00Z, ate"
    })
    void anAbsurdFilterIsNamed(String query, String campo) {
        Answer answer = operador.get("/reservas?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.codigo()).isEqualTo("DADOS_INVALIDOS");
        assertThat(answer.text("/erros/0/campo")).isEqualTo(campo);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /reservas | {} | 422 | DADOS_INVALIDOS | carro",
                "POST | /reservas | {\"server_id\":\"server1\"} | 422 | DADOS_INVALIDOS | server_id",
                "POST | /reservas | {\"request_id\":\"a b\",\"posto_id\":1} | 422 | DADOS_INVALIDOS | carro",
                "POST | /reservas | [] | 400 | JSON_INVALIDO |",
                "POST | /reservas | null | 400 | JSON_INVALIDO |",
                "PATCH | /reservas/server7-1 | null | 400 | JSON_INVALIDO |",
                "POST | /cancelar_reserva | {} | 422 | DADOS_INVALIDOS | reserva_id",
                "POST | /cancelar_reserva | {\"reserva_id\":\"server7-1\",\"server_id\":\"outro\"} | 422 |"
                        + " DADOS_INVALIDOS | server_id",
                "PATCH | /reservas/server7-1 | {} | 422 | DADOS_INVALIDOS | inicio",
                "PATCH | /reservas/server7-1 | {\"reserva_id\":\"server7-2\"} | 422 | DADOS_INVALIDOS | reserva_id",
                "GET | /reservas/server7-1 | | 404 | RESERVA_INEXISTENTE |",
                "GET | /reservas/never-asked | | 404 | RESERVA_INEXISTENTE |",
                "DELETE | /reservas/server7-1 | | 404 | RESERVA_INEXISTENTE |"
            })
    void badInputIsNamedAndChangesNothing(
            String method, String path, String body, int status, String codigo, String campo) {
        Answer answer = motorista.send(method, path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.codigo()).isEqualTo(codigo);
        assertThat(answer.text("/erros/0/campo")).isEqualTo(campo);
        assertThat(server.rows("reservas")).isZero();
    }

    /** One that lapsed, one that was cancelled, two that wait. */
    private void quatro() {
        reserva("a", "CAR1001", 1, 0);
        Resposta b = reserva("b", "CAR1002", 2, 60);
        reserva("c", "CAR1003", 1, 120);
        reserva("d", "CAR1004", 2, 1440);
        operador.send("DELETE", "/reservas/" + b.reservaId(), null);
        clock.advance(Duration.ofMinutes(20));
    }

    private Resposta reserva(String id, String placa, int posto, int minutes) {
        Resposta resposta = server.reservar(deReserva()
                .id(id)
                .placa(placa)
                .posto(posto)
                .janela(NOW.plusSeconds(minutes * 60L), NOW.plusSeconds((minutes + 60) * 60L))
                .build());
        assertThat(resposta.reservaId()).isNotNull();
        return resposta;
    }

    private List<String> situacoes() {
        return jdbc.sql("SELECT situacao FROM reservas").query(String.class).list();
    }
}
