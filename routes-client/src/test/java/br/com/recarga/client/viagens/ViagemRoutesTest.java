package br.com.recarga.client.viagens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientHarness.Served;
import br.com.recarga.client.ClientTest;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Topics;
import br.com.recarga.testkit.OnPostgresql;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** What a client does with a trip, and what it tells the driver, whatever the servers answer or do not. */
@ClientTest
class ViagemRoutesTest {

    private static final String BODY = """
            {"carro":{"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,"taxa_descarga":0.15},
             "paradas":[{"server_id":"server1","posto_id":5,"inicio":"2027-01-10T08:00:00-03:00","fim":"2027-01-10T09:00:00-03:00"},
                        {"server_id":"server2","posto_id":7,"inicio":"2027-01-10T11:00:00-03:00","fim":"2027-01-10T12:00:00-03:00"}]}""";

    private static final String PLANO = """
            {"origem":"-12.0,-37.0","destino":"-12.0,-39.0",
             "carro":{"placa":"ABC1D23","modelo":"BYD","capacidade_bateria":40.0,"nivel_bateria_atual":30.0,"taxa_descarga":0.15}}""";

    @Autowired
    private ClientHarness client;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Servidores servidores;

    @Autowired
    private TentarAteOLimite tentar;

    @Autowired
    private Tentativas tentativas;

    @BeforeEach
    void twoServers() {
        client.online("server1", "server2");
        everybody(Topics.POSTOS_PRE_RESERVA, ViagemRoutesTest::held);
        everybody(Topics.POSTOS_CONFIRMACAO, ViagemRoutesTest::confirmed);
        everybody(Topics.POSTOS_CANCELAMENTO, ViagemRoutesTest::ok);
        everybody(Topics.RESERVAS_REQUEST, request -> "{\"reservas\":[%s]}".formatted(stop(request, "CONFIRMADA")));
    }

    @Test
    void holdsAtAllServersThenConfirmsAtAllWithOneMessageEach() {
        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        JsonNode viagem = answer.getBody();
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(viagem.path("situacao").asText()).isEqualTo("confirmada");
        assertThat(viagem.path("codigo_reserva").asText()).matches("[0-9a-f]{20}");
        assertThat(viagem.at("/paradas/0/reserva_id").asText()).isEqualTo("server1-1");
        assertThat(viagem.at("/paradas/1/situacao").asText()).isEqualTo("CONFIRMADA");
        assertThat(client.published(Topics.POSTOS_PRE_RESERVA))
                .extracting(request -> request.path("server_id").asText())
                .containsExactlyInAnyOrder("server1", "server2");
        assertThat(client.published(Topics.POSTOS_CONFIRMACAO))
                .hasSize(2)
                .allMatch(request -> request.path("viagem_id")
                        .asText()
                        .equals(viagem.path("viagem_id").asText() + ".1"));
        assertThat(client.published(Topics.POSTOS_CANCELAMENTO)).isEmpty();
        assertThat(openSagas()).isZero();
    }

    @Test
    void whatAServerFindsWrongWithAStopIsNamedAsTheDriverWroteIt() {
        client.serve(Topics.POSTOS_PRE_RESERVA, Map.of("server1", ViagemRoutesTest::held, "server2", request -> """
                        {"status":"erro","codigo":"DADOS_INVALIDOS","mensagem":"Há campos inválidos no pedido",
                         "erros":[{"campo":"paradas[0].inicio","mensagem":"já passou"}]}"""));

        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("DADOS_INVALIDOS");
        assertThat(answer.getBody().path("situacao").asText()).isEqualTo("recusada");
        assertThat(answer.getBody().path("erros").findValuesAsText("campo")).containsExactly("paradas[1].inicio");
        assertThat(answer.getBody().at("/paradas/1/erros/0/mensagem").asText()).isEqualTo("já passou");
    }

    @Test
    void windowsThatOverlapAreNamedByTheStopThatBeginsTooEarly() {
        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY.replace("T11:00", "T08:30"));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().path("erros").findValuesAsText("campo")).containsExactly("paradas[1].inicio");
    }

    @Test
    void aStopThatCannotBeReachedInTimeIsRefusedAndNothingIsBegun() {
        client.answer(Topics.POSTOS_REQUEST, ViagemRoutesTest::farApart);

        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().path("erros").findValuesAsText("campo")).containsExactly("paradas[1].inicio");
        assertThat(answer.getBody().at("/erros/0/mensagem").asText())
                .matches(
                        "o caminho desde a parada anterior, \\d+ km, leva cerca de \\d+ h \\d+ min, e entre as duas há 2 h 0 min");
        assertThat(client.published(Topics.POSTOS_PRE_RESERVA)).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM viagens").query(Integer.class).single())
                .isZero();
    }

    @Test
    void aWayThatIsNotKnownIsNotJudged() {
        client.serve(Topics.POSTOS_REQUEST, Map.of("server1", ViagemRoutesTest::farApart, "server2", request -> {
            throw new MqttException(MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED);
        }));

        assertThat(client.post("/viagens", BODY).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void aPlanNamesWhoIsMissingInIt() {
        client.offline("server2");
        client.answer(Topics.POSTOS_REQUEST, request -> "{\"postos\":[]}");

        assertThat(client.post("/viagens/planejar", PLANO).getBody().path("sem_resposta"))
                .extracting(JsonNode::asText)
                .containsExactly("server2");
    }

    @Test
    void aServerThatComesWhileAPlanIsMadeIsMissingInIt() {
        client.offline("server2");
        client.answer(Topics.POSTOS_REQUEST, request -> {
            client.online("server2");
            return "{\"postos\":[]}";
        });

        assertThat(client.post("/viagens/planejar", PLANO).getBody().path("sem_resposta"))
                .extracting(JsonNode::asText)
                .containsExactly("server2");
    }

    @Test
    void aServerOfTheOriginalIsNotMissingInAPlan() {
        Object semPresenca = ReflectionTestUtils.getField(servidores, "semPresenca");
        ReflectionTestUtils.setField(servidores, "semPresenca", Set.of("server8"));
        try {
            servidores.calou("server8");
            client.answer(Topics.POSTOS_REQUEST, request -> "{\"postos\":[]}");

            assertThat(client.post("/viagens/planejar", PLANO).getBody().path("sem_resposta"))
                    .isEmpty();
        } finally {
            ReflectionTestUtils.setField(servidores, "semPresenca", semPresenca);
        }
    }

    @Test
    void aTripWhoseWayIsNotKnownInTimeIsRefusedAndNeverBegun() {
        Object limite = ReflectionTestUtils.getField(tentar, "limite");
        ReflectionTestUtils.setField(tentar, "limite", Duration.ofMillis(500));
        CountDownLatch slow = new CountDownLatch(1);
        client.serve(Topics.POSTOS_REQUEST, Map.of("server1", ViagemRoutesTest::nowhere, "server2", request -> {
            slow.await(30, TimeUnit.SECONDS);
            return nowhere(request);
        }));
        try {
            ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

            assertNotBegun(answer);
            slow.countDown();
            await().atMost(Duration.ofSeconds(10))
                    .until(((Collection<?>) ReflectionTestUtils.getField(tentativas, "emCurso"))::isEmpty);
            assertThat(client.published(Topics.POSTOS_PRE_RESERVA)).isEmpty();
        } finally {
            slow.countDown();
            ReflectionTestUtils.setField(tentar, "limite", limite);
        }
    }

    @Test
    void aTripIsNotBegunWhileTheProcessEnds() {
        tentar.stop();
        try {
            assertNotBegun(client.post("/viagens", BODY));
        } finally {
            tentar.start();
        }
        assertThat(client.post("/viagens", BODY).getStatusCode().value()).isEqualTo(200);
    }

    private void assertNotBegun(ResponseEntity<JsonNode> answer) {
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("SERVIDOR_INDISPONIVEL");
        assertThat(client.published(Topics.POSTOS_PRE_RESERVA)).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM viagens").query(Integer.class).single())
                .isZero();
    }

    private static String nowhere(JsonNode request) {
        return "{\"postos\":[]}";
    }

    /** Recife, and Salvador. */
    private static String farApart(JsonNode request) {
        boolean first = request.path("server_id").asText().equals("server1");
        return """
                {"postos":[{"id":%d,"nome":"P","localizacao":"%s","potencia_maxima":50,"tipo_conector":"CCS2",
                            "preco_kwh":1,"disponivel":true}]}""".formatted(first ? 5 : 7, first ? "-8.05,-34.90" : "-12.97,-38.50");
    }

    @Test
    void theDatabaseDoesNotTellWhoseATripIsAndARepetitionIsKnownAllTheSame() {
        ResponseEntity<JsonNode> first = post("chave-1", BODY);

        assertThat(jdbc.sql("SELECT * FROM viagens").query().singleRow().values())
                .noneMatch(value -> String.valueOf(value)
                        .matches("(?s).*(ABC1D23|BYD|%s).*"
                                .formatted(
                                        first.getBody().path("codigo_reserva").asText())));
        assertThat(post("chave-1", BODY).getBody().path("viagem_id"))
                .isEqualTo(first.getBody().path("viagem_id"));
        assertThat(post("chave-1", BODY.replace("ABC1D23", "ABC1D24"))
                        .getBody()
                        .path("codigo")
                        .asText())
                .isEqualTo("CHAVE_REUTILIZADA");
    }

    @Test
    void aRefusalReleasesWhatIsHeldAndGivesTheReasonsOfTheServers() {
        client.serve(
                Topics.POSTOS_PRE_RESERVA,
                Map.of("server1", ViagemRoutesTest::held, "server2", request -> refused(request, null)));

        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("VIAGEM_RECUSADA");
        assertThat(answer.getBody().path("situacao").asText()).isEqualTo("recusada");
        assertThat(answer.getBody().at("/paradas/1/codigo").asText()).isEqualTo("POSTO_OCUPADO");
        assertThat(answer.getBody().at("/paradas/1/alternativas/0/id").asInt()).isEqualTo(8);
        JsonNode released = answer.getBody().at("/paradas/0");
        assertThat(released.path("codigo").asText()).isEqualTo("OK");
        assertThat(released.has("reserva_id")).isFalse();
        assertThat(released.has("situacao")).isFalse();
        assertThat(client.published(Topics.POSTOS_CANCELAMENTO)).hasSize(2);
        assertThat(client.published(Topics.POSTOS_CONFIRMACAO)).isEmpty();
        assertThat(openSagas()).isZero();
    }

    @Test
    void aQuotaThatIsUsedUpRefusesTheTripWithItsReasonAndIsNotTriedAgain() {
        client.serve(Topics.POSTOS_PRE_RESERVA, Map.of("server1", ViagemRoutesTest::held, "server2", request -> """
                        {"status":"erro","codigo":"LIMITE_EXCEDIDO","mensagem":"O carro já tem 3 reserva(s) em aberto",
                         "tente_apos":"2026-06-02T10:00:00-03:00"}"""));

        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().path("situacao").asText()).isEqualTo("recusada");
        assertThat(answer.getBody().at("/paradas/1/codigo").asText()).isEqualTo("LIMITE_EXCEDIDO");
        assertThat(answer.getBody().at("/paradas/1/mensagem").asText()).contains("3 reserva(s)");
        assertThat(client.published(Topics.POSTOS_PRE_RESERVA)).hasSize(2);
        assertThat(client.published(Topics.POSTOS_CANCELAMENTO)).hasSize(2);
        assertThat(openSagas()).isZero();
    }

    @Test
    void whatOnlyAHoldIsInTheWayOfIsTriedAgainOneServerAfterTheOther() {
        AtomicInteger attempts = new AtomicInteger();
        client.serve(
                Topics.POSTOS_PRE_RESERVA,
                Map.of(
                        "server1",
                        ViagemRoutesTest::held,
                        "server2",
                        request ->
                                attempts.incrementAndGet() == 1 ? refused(request, "PRE_RESERVADA") : held(request)));

        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        assertThat(answer.getBody().path("situacao").asText()).isEqualTo("confirmada");
        List<String> ids = client.published(Topics.POSTOS_PRE_RESERVA).stream()
                .map(request -> request.path("viagem_id").asText())
                .toList();
        String viagemId = answer.getBody().path("viagem_id").asText();
        assertThat(ids).containsExactly(viagemId + ".1", viagemId + ".1", viagemId + ".2", viagemId + ".2");
        assertThat(client.published(Topics.POSTOS_PRE_RESERVA).subList(2, 4))
                .extracting(request -> request.path("server_id").asText())
                .containsExactly("server1", "server2");
    }

    @Test
    void theReasonsOfAnEarlierAttemptStayForStopsThatTheLastOneDidNotAskFor() {
        AtomicInteger attempts = new AtomicInteger();
        client.serve(
                Topics.POSTOS_PRE_RESERVA,
                Map.of(
                        "server1",
                        request -> attempts.incrementAndGet() == 1 ? held(request) : refused(request, null),
                        "server2",
                        request -> refused(request, "PRE_RESERVADA")));

        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(client.published(Topics.POSTOS_PRE_RESERVA)).hasSize(3);
        for (JsonNode viagem : List.of(answer.getBody(), shown(answer))) {
            for (JsonNode parada : viagem.path("paradas")) {
                assertThat(parada.path("codigo").asText()).isEqualTo("POSTO_OCUPADO");
                assertThat(parada.at("/alternativas/0/id").asInt()).isEqualTo(8);
            }
        }
    }

    @Test
    void whyAStopWasLostBeforeItsConfirmationIsSaid() {
        client.serve(
                Topics.POSTOS_CONFIRMACAO,
                Map.of(
                        "server1",
                        request -> reply(request, "erro", "VIAGEM_INEXISTENTE", ""),
                        "server2",
                        request -> reply(
                                request,
                                "erro",
                                "RESERVA_EXPIRADA",
                                stop(request, "EXPIRADA").replace("\"OK\"", "\"RESERVA_EXPIRADA\""))));

        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        for (JsonNode viagem : List.of(answer.getBody(), shown(answer))) {
            assertThat(viagem.at("/paradas/0/codigo").asText()).isEqualTo("VIAGEM_INEXISTENTE");
            assertThat(viagem.at("/paradas/0/mensagem").asText()).isEqualTo("m");
            assertThat(viagem.at("/paradas/1/codigo").asText()).isEqualTo("RESERVA_EXPIRADA");
        }
    }

    @Test
    void aServerThatLosesItsStopsUndoesTheWholeTrip() {
        client.serve(
                Topics.POSTOS_CONFIRMACAO,
                Map.of(
                        "server1",
                        ViagemRoutesTest::confirmed,
                        "server2",
                        request -> reply(request, "erro", "RESERVA_EXPIRADA", "")));

        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().path("situacao").asText()).isEqualTo("recusada");
        assertThat(client.published(Topics.POSTOS_CANCELAMENTO)).hasSize(2);
        assertThat(openSagas()).isZero();
    }

    @ParameterizedTest(name = "silent at {0}: {1}")
    @CsvSource({"server/postos/confirmacao, confirmada", "server/postos/pre_reserva, recusada"})
    void whatIsNotCertainIsNotSaidAndComesToItsEndLater(String topic, String end) {
        AtomicBoolean silent = new AtomicBoolean(true);
        Served usual = topic.equals(Topics.POSTOS_CONFIRMACAO) ? ViagemRoutesTest::confirmed : ViagemRoutesTest::held;
        Served server2 = request -> answerUnless(silent, request, usual);
        client.serve(topic, Map.of("server1", usual, "server2", server2));
        if (end.equals("recusada")) {
            client.serve(
                    Topics.POSTOS_CANCELAMENTO,
                    Map.of(
                            "server1",
                            ViagemRoutesTest::ok,
                            "server2",
                            request -> answerUnless(silent, request, ViagemRoutesTest::ok)));
        }

        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(answer.getBody().path("situacao").asText()).isEqualTo("em_andamento");
        String path = "/viagens/" + answer.getBody().path("viagem_id").asText();
        assertThat(answer.getHeaders().getFirst("Location")).isEqualTo(path);
        assertThat(answer.getBody().path("aguardando")).hasToString("[\"server2\"]");
        client.resumeSagas();
        assertThat(openSagas()).isEqualTo(1);
        assertThat(client.get(path, codigo(answer)).getBody().path("aguardando"))
                .hasToString("[\"server2\"]");

        silent.set(false);
        client.online("server2");
        client.resumeSagas();
        await().atMost(Duration.ofSeconds(10)).until(() -> openSagas() == 0);
        JsonNode ended = client.get(path, codigo(answer)).getBody();
        assertThat(ended.path("situacao").asText()).isEqualTo(end);
        assertThat(ended.has("aguardando")).isFalse();
    }

    @Test
    void aServerThatStaysSilentIsAskedLessAndLessOftenUntilItAnnouncesItself() {
        silentServer2(Topics.POSTOS_PRE_RESERVA, Topics.POSTOS_CANCELAMENTO);
        client.post("/viagens", BODY);
        // as after many attempts
        jdbc.sql("UPDATE sagas SET tentativas = 20").update();

        client.resumeSagas();
        await().atMost(Duration.ofSeconds(10)).until(() -> cancelsTo("server2") == 2);
        client.resumeSagas();
        client.resumeSagas();
        assertThat(cancelsTo("server2")).isEqualTo(2);

        client.online("server2");
        client.resumeSagas();
        await().atMost(Duration.ofSeconds(10)).until(() -> cancelsTo("server2") == 3);
    }

    @Test
    void aTripThatWasNeverDecidedIsClosedOnceEveryHoldMustHaveLapsed() {
        silentServer2(Topics.POSTOS_PRE_RESERVA, Topics.POSTOS_CANCELAMENTO);
        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        longAgo(Duration.ofSeconds(60).plusMinutes(9));
        resumeWhatWaits();
        await().atMost(Duration.ofSeconds(10)).until(() -> cancelsTo("server2") == 2);
        assertThat(openSagas()).isEqualTo(1);

        longAgo(Duration.ofSeconds(60).plusMinutes(11));
        resumeWhatWaits();
        await().atMost(Duration.ofSeconds(10)).until(() -> openSagas() == 0);
        JsonNode closed = client.get(
                        "/viagens/" + answer.getBody().path("viagem_id").asText(), codigo(answer))
                .getBody();
        assertThat(closed.path("situacao").asText()).isEqualTo("recusada");
        assertThat(closed.has("aguardando")).isFalse();
    }

    @Test
    void whatMayHaveBeenConfirmedIsCancelledForSureHoweverLongItTakes() {
        silentServer2(Topics.POSTOS_CANCELAMENTO);
        client.serve(
                Topics.POSTOS_CONFIRMACAO,
                Map.of(
                        "server1",
                        request -> reply(request, "erro", "RESERVA_EXPIRADA", ""),
                        "server2",
                        ViagemRoutesTest::confirmed));
        ResponseEntity<JsonNode> given = client.post("/viagens", BODY);
        everybody(Topics.POSTOS_CONFIRMACAO, ViagemRoutesTest::confirmed);
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);
        client.delete("/viagens/" + reserved.getBody().path("viagem_id").asText(), codigo(reserved));
        assertThat(given.getStatusCode().value()).isEqualTo(202);
        assertThat(openSagas()).isEqualTo(2);

        longAgo(Duration.ofDays(30));
        resumeWhatWaits();
        await().atMost(Duration.ofSeconds(10)).until(() -> cancelsTo("server2") == 4);

        assertThat(openSagas()).isEqualTo(2);
        assertThat(jdbc.sql("SELECT situacao FROM viagens ORDER BY situacao")
                        .query(String.class)
                        .list())
                .containsExactly("CANCELANDO", "EM_ANDAMENTO");
    }

    @Test
    void aTripWhoseProcessWasKilledBeforeItsDecisionIsUndone() {
        String viagemId =
                client.post("/viagens", BODY).getBody().path("viagem_id").asText();
        // as the row of a process that is no more
        jdbc.sql("UPDATE sagas SET situacao = 'INICIADA'").update();
        jdbc.sql("UPDATE viagens SET situacao = 'EM_ANDAMENTO'").update();

        client.resumeSagas();

        await().atMost(Duration.ofSeconds(10)).until(() -> openSagas() == 0);
        assertThat(client.published(Topics.POSTOS_CANCELAMENTO))
                .hasSize(2)
                .allMatch(request -> request.path("viagem_id").asText().equals(viagemId + ".1"));
        assertThat(jdbc.sql("SELECT situacao FROM viagens").query(String.class).single())
                .isEqualTo("RECUSADA");
    }

    @Test
    void aTripWhoseProcessWasKilledAfterItsDecisionIsConfirmed() {
        client.post("/viagens", BODY);
        jdbc.sql("UPDATE sagas SET situacao = 'CONCLUINDO'").update();
        jdbc.sql("UPDATE viagens SET situacao = 'EM_ANDAMENTO'").update();

        client.resumeSagas();

        await().atMost(Duration.ofSeconds(10)).until(() -> openSagas() == 0);
        assertThat(client.published(Topics.POSTOS_CONFIRMACAO)).hasSize(4);
        assertThat(client.published(Topics.POSTOS_CANCELAMENTO)).isEmpty();
        assertThat(jdbc.sql("SELECT situacao FROM viagens").query(String.class).single())
                .isEqualTo("CONFIRMADA");
    }

    @Test
    void sagasThatEndedLongAgoAreForgottenAndOpenOnesNever() {
        client.post("/viagens", BODY);
        jdbc.sql(
                        "INSERT INTO sagas (id, situacao, criada_em, alterada_em) VALUES ('aberta', 'COMPENSANDO', '2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z')")
                .update();
        client.forgetSagas();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM sagas").query(Integer.class).single())
                .isEqualTo(2);

        jdbc.sql("UPDATE sagas SET alterada_em = '2020-01-01T00:00:00.000Z'").update();
        client.forgetSagas();

        assertThat(jdbc.sql("SELECT id FROM sagas").query(String.class).list()).containsExactly("aberta");
    }

    @ParameterizedTest(name = "{0} {1} cannot be written: {3}")
    @CsvSource({
        "sagas, CONCLUIDA, false, confirmada, 200, confirmada",
        "sagas, COMPENSADA, true, recusada, 409, recusada",
        "sagas, CONCLUINDO, false, em_andamento, 202, recusada",
        "viagens, CONFIRMADA, false, em_andamento, 202, confirmada",
        "viagens, RECUSADA, true, em_andamento, 202, recusada"
    })
    void whateverTheDatabaseRefusesTheDriverIsToldWhatIsCertain(
            String table, String state, boolean refused, String told, int status, String end) {
        if (refused) {
            everybody(Topics.POSTOS_PRE_RESERVA, request -> refused(request, null));
        }
        ResponseEntity<JsonNode> answer = whileTheDatabaseRefuses(
                "BEFORE UPDATE ON %s".formatted(table),
                "NEW.situacao = '%s'".formatted(state),
                table,
                () -> client.post("/viagens", BODY));
        resumeWhatWaits();

        assertThat(answer.getBody().path("situacao").asText()).isEqualTo(told);
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        await().atMost(Duration.ofSeconds(10)).until(() -> openSagas() == 0);
        assertThat(shown(answer).path("situacao").asText()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONCLUINDO", "CONCLUIDA"})
    void aCancelOnceBegunIsNotToldAsAnError(String state) {
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);
        String path = "/viagens/" + reserved.getBody().path("viagem_id").asText();
        ResponseEntity<JsonNode> answer = whileTheDatabaseRefuses(
                "BEFORE UPDATE ON sagas",
                "NEW.situacao = '%s'".formatted(state),
                "sagas",
                () -> client.delete(path, codigo(reserved)));
        resumeWhatWaits();

        assertThat(answer.getStatusCode().value()).isEqualTo(state.equals("CONCLUIDA") ? 200 : 202);
        await().atMost(Duration.ofSeconds(10)).until(() -> openSagas() == 0);
        assertThat(shown(reserved).path("situacao").asText()).isEqualTo("cancelada");
    }

    @Test
    void aTripThatCannotBeWrittenIsAnErrorAndNothingIsAsked() {
        ResponseEntity<JsonNode> answer = whileTheDatabaseRefuses(
                "BEFORE INSERT ON viagens", "1 = 1", "viagens", () -> client.post("/viagens", BODY));

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(client.published(Topics.POSTOS_PRE_RESERVA)).isEmpty();
    }

    private ResponseEntity<JsonNode> whileTheDatabaseRefuses(
            String change, String when, String table, Supplier<ResponseEntity<JsonNode>> call) {
        if (OnPostgresql.chosen()) {
            jdbc.sql("CREATE FUNCTION falha() RETURNS trigger LANGUAGE plpgsql AS"
                            + " $$BEGIN RAISE EXCEPTION SQLSTATE '53100' USING MESSAGE = 'disk full'; END$$")
                    .update();
            jdbc.sql("CREATE TRIGGER falha %s FOR EACH ROW WHEN (%s) EXECUTE FUNCTION falha()".formatted(change, when))
                    .update();
        } else {
            jdbc.sql("CREATE TRIGGER falha %s WHEN %s BEGIN SELECT RAISE(ABORT, 'disk full'); END"
                            .formatted(change, when))
                    .update();
        }
        try {
            return call.get();
        } finally {
            jdbc.sql(OnPostgresql.chosen() ? "DROP TRIGGER falha ON " + table : "DROP TRIGGER falha")
                    .update();
            if (OnPostgresql.chosen()) {
                jdbc.sql("DROP FUNCTION falha").update();
            }
        }
    }

    @Test
    void whoeverReservesIsToldInTimeAlthoughTheTripIsStillUnderWay() throws Exception {
        Object limite = ReflectionTestUtils.getField(tentar, "limite");
        ReflectionTestUtils.setField(tentar, "limite", Duration.ofMillis(500));
        CountDownLatch slow = new CountDownLatch(1);
        client.serve(Topics.POSTOS_PRE_RESERVA, Map.of("server1", ViagemRoutesTest::held, "server2", request -> {
            slow.await(30, TimeUnit.SECONDS);
            return held(request);
        }));
        try {
            ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

            assertThat(answer.getStatusCode().value()).isEqualTo(202);
            assertThat(answer.getBody().path("situacao").asText()).isEqualTo("em_andamento");
            // it is not left behind: nobody else touches it
            client.resumeSagas();
            slow.countDown();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> shown(answer).path("situacao").asText().equals("confirmada"));
        } finally {
            slow.countDown();
            ReflectionTestUtils.setField(tentar, "limite", limite);
        }
    }

    @ParameterizedTest(name = "{0}, changed {1} days ago, its last stop {2} days ago")
    @CsvSource({
        "CONFIRMADA, 91, 91, false",
        "RECUSADA, 91, 91, false",
        "CANCELADA, 91, 91, false",
        "CONFIRMADA, 89, 91, true",
        "CONFIRMADA, 200, 89, true",
        "CONFIRMADA, 200, -30, true",
        "EM_ANDAMENTO, 400, 400, true",
        "CANCELANDO, 400, 400, true"
    })
    void tripsAreForgottenLongAfterTheyAreOver(String state, int changed, int lastStop, boolean stays) {
        client.post("/viagens", BODY);
        OffsetDateTime end = OffsetDateTime.now(ZoneOffset.ofHours(-3)).minusDays(lastStop);
        jdbc.sql("UPDATE viagens SET situacao = ?, pedido = replace(pedido, '2027-01-10T12:00:00-03:00', ?)")
                .params(state, end.truncatedTo(ChronoUnit.SECONDS).toString())
                .update();
        jdbc.sql("UPDATE viagens SET pedido = replace(pedido, '2027-01-10', '2020-01-10')")
                .update();
        longAgo(Duration.ofDays(changed));

        client.forgetTrips();

        assertThat(jdbc.sql("SELECT COUNT(*) FROM viagens").query(Integer.class).single())
                .isEqualTo(stays ? 1 : 0);
    }

    @Test
    void theSameKeyShowsTheSameTripAndAnotherBodyIsRefused() {
        ResponseEntity<JsonNode> first = post("chave-1", BODY);
        ResponseEntity<JsonNode> again = post("chave-1", BODY);
        ResponseEntity<JsonNode> other = post("chave-1", BODY.replace("\"posto_id\":7", "\"posto_id\":8"));

        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(client.published(Topics.POSTOS_PRE_RESERVA)).hasSize(2);
        assertThat(other.getStatusCode().value()).isEqualTo(422);
        assertThat(other.getBody().path("codigo").asText()).isEqualTo("CHAVE_REUTILIZADA");
    }

    @Test
    void ofAKeyThatAnotherClientHasUsedNobodyIsToldThatNothingIsReserved() {
        // as a server answers to the id of a request whose content is another
        client.serve(
                Topics.POSTOS_PRE_RESERVA,
                Map.of("server1", request -> reused(request), "server2", request -> reused(request)));

        ResponseEntity<JsonNode> first = post("chave-1", BODY);
        ResponseEntity<JsonNode> again = post("chave-1", BODY);

        assertThat(List.of(first, again)).allSatisfy(answer -> {
            assertThat(answer.getStatusCode().value()).isEqualTo(422);
            assertThat(answer.getBody().path("codigo").asText()).isEqualTo("CHAVE_REUTILIZADA");
            assertThat(answer.getBody().has("situacao")).isFalse();
        });
        assertThat(client.published(Topics.POSTOS_PRE_RESERVA)).hasSize(2);
        assertThat(openSagas()).isZero();
    }

    @Test
    void theHoldsOfAKeyAreAskedByOneIdWhateverTheTripAndItsCancellationNamesOnlyItsOwn() {
        List<String> asked = new ArrayList<>();
        List<String> trips = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            // what another client knows of the first one's trips
            jdbc.sql("DELETE FROM viagens").update();
            JsonNode trip = post("chave-1", BODY).getBody();
            trips.add(trip.path("viagem_id").asText());
            asked.add(client.published(Topics.POSTOS_PRE_RESERVA)
                    .get(2 * i)
                    .path("request_id")
                    .asText());
        }

        assertThat(asked.get(0)).isEqualTo(asked.get(1)).matches("[0-9a-f]{64}\\.1/pre");
        assertThat(trips).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[{}]", "[{\"posto_id\":\"x\"}]", "[{\"posto_id\":1}]", "{}", "7"})
    void whatAServerGarblesOfItsStopsDoesNotKeepATripFromItsEnd(String stops) {
        client.serve(
                Topics.POSTOS_CONFIRMACAO,
                Map.of(
                        "server1",
                        ViagemRoutesTest::confirmed,
                        "server2",
                        request -> "{\"status\":\"sucesso\",\"codigo\":\"OK\",\"paradas\":%s}".formatted(stops)));

        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody().path("situacao").asText()).isEqualTo("confirmada");
        assertThat(openSagas()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[{}]", "[{\"fim\":\"2026-06-01T12:00:00Z\"}]"})
    void aPointThatIsGarbledIsLeftOutOfPlans(String agenda) {
        client.serve(
                Topics.POSTOS_REQUEST,
                Map.of(
                        "server1",
                        request -> "{\"postos\":[null,%s]}".formatted(posto("-12.0,-38.9", agenda)),
                        "server2",
                        request -> "{\"postos\":[%s]}".formatted(posto("-12.0,-38.0", "[]"))));

        JsonNode plano = client.post("/viagens/planejar", PLANO).getBody();

        assertThat(plano.path("viavel").asBoolean()).as(plano.toString()).isTrue();
        assertThat(plano.path("paradas"))
                .extracting(parada -> parada.path("server_id").asText())
                .containsOnly("server2");
    }

    @Test
    void aServerThatIsAwayOrUnknownIsSaidBeforeAnythingIsBegun() {
        client.offline("server2");
        ResponseEntity<JsonNode> away = client.post("/viagens", BODY);
        ResponseEntity<JsonNode> unknown = client.post("/viagens", BODY.replace("server2", "server404"));

        assertThat(away.getStatusCode().value()).isEqualTo(503);
        assertThat(unknown.getStatusCode().value()).isEqualTo(404);
        assertThat(client.published(Topics.POSTOS_PRE_RESERVA)).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM viagens").query(Integer.class).single())
                .isZero();
    }

    @Test
    void originalServersAreLeftOutOfPlansAndTrips() {
        Object semPresenca = ReflectionTestUtils.getField(servidores, "semPresenca");
        ReflectionTestUtils.setField(servidores, "semPresenca", Set.of("server2"));
        everybody(Topics.POSTOS_REQUEST, request -> "{\"request_id\":\"x\",\"server_id\":\"s\",\"postos\":[]}");
        try {
            ResponseEntity<JsonNode> trip = client.post("/viagens", BODY);
            client.post("/viagens/planejar", PLANO);

            assertThat(trip.getStatusCode().value()).isEqualTo(422);
            assertThat(trip.getBody().at("/erros/0/campo").asText()).isEqualTo("paradas[1].server_id");
            assertThat(trip.getBody().at("/erros/0/mensagem").asText()).contains("server2 não sabe de viagens");
            assertThat(client.published(Topics.POSTOS_PRE_RESERVA)).isEmpty();
            assertThat(client.published(Topics.POSTOS_REQUEST))
                    .extracting(request -> request.path("server_id").asText())
                    .containsExactly("server1");
        } finally {
            ReflectionTestUtils.setField(servidores, "semPresenca", semPresenca);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"carro\":null,\"paradas\":[]}",
                "{\"paradas\":[{\"server_id\":\"server1\",\"posto_id\":5}]}"
            })
    void whatIsNoTripIsRefusedFieldByField(String body) {
        ResponseEntity<JsonNode> answer = client.post("/viagens", body);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().path("erros")).isNotEmpty();
    }

    @Test
    void withoutItsCodeThereIsNoSuchTrip() {
        String path = "/viagens/"
                + client.post("/viagens", BODY).getBody().path("viagem_id").asText();
        HttpHeaders wrong = new HttpHeaders();
        wrong.set("X-Codigo-Reserva", "00000000000000000000");

        assertThat(client.get(path).getStatusCode().value()).isEqualTo(404);
        assertThat(client.get(path, wrong).getBody().path("codigo").asText()).isEqualTo("VIAGEM_INEXISTENTE");
        assertThat(client.delete(path, wrong).getStatusCode().value()).isEqualTo(404);
        assertThat(client.published(Topics.POSTOS_CANCELAMENTO)).isEmpty();
    }

    @Test
    void aTripIsCancelledEverywhereAlsoIfAServerIsSilentAtFirst() {
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);
        String path = "/viagens/" + reserved.getBody().path("viagem_id").asText();
        AtomicBoolean silent = new AtomicBoolean(true);
        client.serve(
                Topics.POSTOS_CANCELAMENTO,
                Map.of(
                        "server1",
                        ViagemRoutesTest::ok,
                        "server2",
                        request -> answerUnless(silent, request, ViagemRoutesTest::ok)));

        ResponseEntity<JsonNode> cancelling = client.delete(path, codigo(reserved));
        silent.set(false);
        resumeWhatWaits();
        await().atMost(Duration.ofSeconds(10)).until(() -> openSagas() == 0);

        assertThat(cancelling.getStatusCode().value()).isEqualTo(202);
        assertThat(cancelling.getBody().path("situacao").asText()).isEqualTo("cancelando");
        assertThat(client.delete(path, codigo(reserved))
                        .getBody()
                        .path("situacao")
                        .asText())
                .isEqualTo("cancelada");
    }

    @Test
    void aRefusedTripCannotBeCancelled() {
        everybody(Topics.POSTOS_PRE_RESERVA, request -> refused(request, null));
        ResponseEntity<JsonNode> refused = client.post("/viagens", BODY);

        ResponseEntity<JsonNode> answer =
                client.delete("/viagens/" + refused.getBody().path("viagem_id").asText(), codigo(refused));

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("TRANSICAO_INVALIDA");
    }

    @Test
    void aPlanIsMadeOfTheAgendasOfAllServersAndNamesTheSilentOnes() {
        client.serve(Topics.POSTOS_REQUEST, Map.of("server1", request -> """
                        {"server_id":"server1","postos":[
                         {"id":1,"nome":"Meio","cidade":"Meio","uf":"BA","localizacao":"-12.0,-38.0","potencia_maxima":60.0,
                          "tipo_conector":"CCS2","preco_kwh":2.0,"disponivel":true,"em_manutencao":false,"ocupado":[]},
                         {"id":2,"nome":"Fechado","disponivel":false}, {}]}""", "server2", request -> {
            throw new MqttException(32104);
        }));

        ResponseEntity<JsonNode> plan = client.post("/viagens/planejar", PLANO);

        assertThat(plan.getStatusCode().value()).isEqualTo(200);
        assertThat(plan.getBody().path("viavel").asBoolean()).isTrue();
        assertThat(plan.getBody().at("/paradas/0/posto_id").asInt()).isEqualTo(1);
        assertThat(plan.getBody().path("sem_resposta")).hasToString("[\"server2\"]");
        assertThat(client.published(Topics.POSTOS_REQUEST))
                .allMatch(request -> request.path("agenda").asBoolean());
    }

    /** Otherwise Salvador would lie in the sea, or be the name of two cities. */
    @Test
    void aLiarDoesNotMoveACityAndIsNamed() {
        client.serve(Topics.POSTOS_REQUEST, Map.of("server1", request -> """
                        {"server_id":"server1","postos":[
                         {"id":1,"nome":"Barra","cidade":"Salvador","uf":"BA","localizacao":"-13.0,-38.53","potencia_maxima":60.0,
                          "tipo_conector":"CCS2","preco_kwh":2.0,"disponivel":true,"ocupado":[]}]}""", "server2", request -> """
                        {"server_id":"server2","postos":[
                         {"id":1,"nome":"Mar","cidade":"Salvador","uf":"BA","localizacao":"0.0000,0.0000","potencia_maxima":60.0,
                          "tipo_conector":"CCS2","preco_kwh":0.1,"disponivel":true,"ocupado":[]},
                         {"id":2,"nome":"Longe","cidade":"Salvador","uf":"BA","localizacao":"-8.05,-34.90","potencia_maxima":60.0,
                          "tipo_conector":"CCS2","preco_kwh":0.1,"disponivel":true,"ocupado":[]},
                         {"id":3,"nome":"Estado","cidade":"Salvador","uf":"SE","localizacao":"-12.97,-38.50","potencia_maxima":60.0,
                          "tipo_conector":"CCS2","preco_kwh":0.1,"disponivel":true,"ocupado":[]}]}"""));

        JsonNode plan = client.post("/viagens/planejar", """
                        {"origem":"Feira de Santana","destino":"salvador","conector":"combo 2",
                         "carro":{"placa":"ABC1D23","modelo":"BYD","capacidade_bateria":40.0,"nivel_bateria_atual":39.0,"taxa_descarga":0.15}}""").getBody();

        assertThat(plan.path("viavel").asBoolean()).as(plan.toString()).isTrue();
        assertThat(plan.path("distancia_km").asDouble()).isBetween(100.0, 120.0);
        assertThat(plan.path("ignorados"))
                .extracting(ponto -> ponto.path("server_id").asText() + "/"
                        + ponto.path("nome").asText())
                .containsExactly("server2/Mar", "server2/Longe", "server2/Estado");
        assertThat(plan.at("/ignorados/2/motivo").asText()).isEqualTo("Salvador fica em BA, e não em SE");
    }

    @Test
    void withoutAnyServerThereIsNoPlan() {
        client.fail(Topics.POSTOS_REQUEST, new MqttException(32104));

        ResponseEntity<JsonNode> plan = client.post("/viagens/planejar", PLANO);

        assertThat(plan.getStatusCode().value()).isEqualTo(503);
    }

    private ResponseEntity<JsonNode> post(String key, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set("Idempotency-Key", key);
        return client.post("/viagens", headers, body);
    }

    private static String posto(String localizacao, String agenda) {
        return """
                {"id":1,"nome":"Um","cidade":"Meio","uf":"BA","localizacao":"%s","potencia_maxima":50,"preco_kwh":2,
                 "disponivel":true,"ocupado":%s}""".formatted(localizacao, agenda);
    }

    private void everybody(String topic, Served served) {
        client.serve(topic, Map.of("server1", served, "server2", served));
    }

    private void silentServer2(String... topics) {
        AtomicBoolean silent = new AtomicBoolean(true);
        for (String topic : topics) {
            Served usual = topic.equals(Topics.POSTOS_CANCELAMENTO) ? ViagemRoutesTest::ok : ViagemRoutesTest::held;
            client.serve(topic, Map.of("server1", usual, "server2", request -> answerUnless(silent, request, usual)));
        }
    }

    private long cancelsTo(String serverId) {
        return client.published(Topics.POSTOS_CANCELAMENTO).stream()
                .filter(request -> request.path("server_id").asText().equals(serverId))
                .count();
    }

    private void longAgo(Duration ago) {
        jdbc.sql("UPDATE viagens SET alterada_em = :em")
                .param("em", Instant.now().minus(ago).toString())
                .update();
    }

    private void resumeWhatWaits() {
        jdbc.sql("UPDATE sagas SET proxima_em = NULL").update();
        client.resumeSagas();
    }

    private JsonNode shown(ResponseEntity<JsonNode> reserved) {
        String path = "/viagens/" + reserved.getBody().path("viagem_id").asText();
        return client.get(path, codigo(reserved)).getBody();
    }

    private static HttpHeaders codigo(ResponseEntity<JsonNode> reserved) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(
                "X-Codigo-Reserva", reserved.getBody().path("codigo_reserva").asText());
        return headers;
    }

    private int openSagas() {
        return jdbc.sql("SELECT COUNT(*) FROM sagas WHERE situacao IN ('INICIADA', 'CONCLUINDO', 'COMPENSANDO')")
                .query(Integer.class)
                .single();
    }

    private static String answerUnless(AtomicBoolean silent, JsonNode request, Served usual) throws Exception {
        if (silent.get()) {
            throw new MqttException(32104);
        }
        return usual.to(request);
    }

    private static String reused(JsonNode request) {
        return """
                {"request_id":"%s","server_id":"%s","status":"erro","codigo":"CHAVE_REUTILIZADA","mensagem":"já usada"}""".formatted(
                request.path("request_id").asText(), request.path("server_id").asText());
    }

    private static String held(JsonNode request) {
        return reply(request, "sucesso", "OK", stop(request, "PRE_RESERVADA"));
    }

    private static String confirmed(JsonNode request) {
        return reply(request, "sucesso", "OK", stop(request, "CONFIRMADA"));
    }

    private static String ok(JsonNode request) {
        return reply(request, "sucesso", "OK", stop(request, "CANCELADA"));
    }

    private static String refused(JsonNode request, String situacao) {
        boolean first = request.path("server_id").asText().equals("server1");
        return reply(request, "erro", "VIAGEM_RECUSADA", """
                {"server_id":"%s","posto_id":%d,"inicio":"%s","fim":"%s","codigo":"POSTO_OCUPADO","situacao":%s,
                 "alternativas":[{"id":8,"nome":"Outro"}]}""".formatted(
                        request.path("server_id").asText(),
                        first ? 5 : 7,
                        first ? "2027-01-10T08:00:00-03:00" : "2027-01-10T11:00:00-03:00",
                        first ? "2027-01-10T09:00:00-03:00" : "2027-01-10T12:00:00-03:00",
                        situacao == null ? "null" : "\"" + situacao + "\""));
    }

    private static String stop(JsonNode request, String situacao) {
        boolean first = request.path("server_id").asText().equals("server1");
        return """
                {"server_id":"%s","posto_id":%d,"inicio":"%s","fim":"%s","codigo":"OK","reserva_id":"%s-1","situacao":"%s"}""".formatted(
                        request.path("server_id").asText(),
                        first ? 5 : 7,
                        first ? "2027-01-10T08:00:00-03:00" : "2027-01-10T11:00:00-03:00",
                        first ? "2027-01-10T09:00:00-03:00" : "2027-01-10T12:00:00-03:00",
                        request.path("server_id").asText(),
                        situacao);
    }

    private static String reply(JsonNode request, String status, String codigo, String stops) {
        return """
                {"request_id":"%s","server_id":"%s","status":"%s","codigo":"%s","mensagem":"m","viagem_id":"%s","paradas":[%s]}""".formatted(
                        request.path("request_id").asText(),
                        request.path("server_id").asText(),
                        status,
                        codigo,
                        request.path("viagem_id").asText(),
                        stops);
    }
}
