package br.com.recarga.client.reservas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientHarness.Served;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

@ClientTest
class ConsultarReservaRouteTest {

    private static final String UUID_7 = "01a20121-6074-7f6c-b1fd-547073455cea";
    private static final String NUMBER = "server1-" + UUID_7;

    private static final Served KNOWS =
            request -> "{\"status\":\"sucesso\",\"codigo\":\"OK\",\"reservas\":[{\"posto_id\":5,\"novo\":1}]}";
    private static final Served DOES_NOT_KNOW =
            request -> "{\"status\":\"erro\",\"codigo\":\"RESERVA_INEXISTENTE\",\"mensagem\":\"não há\"}";
    private static final Served HAS_REFUSED =
            request -> """
            {"request_id":"%s","status":"erro","codigo":"POSTO_OCUPADO","mensagem":"ocupado","alternativas":[{"id":3}]}""".formatted(request.path("request_id").asText());
    private static final Served TIMES_OUT = request -> {
        throw new ExchangeTimedOutException(new DefaultExchange(new DefaultCamelContext()), 5_000);
    };
    private static final Served IS_UNREACHABLE = request -> {
        throw new MqttException(MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED);
    };
    private static final Served IS_BROKEN = request -> "{\"status\":\"erro\",\"codigo\":\"SERVIDOR_INDISPONIVEL\"}";
    private static final Served IS_A_STRANGER = request -> "{\"novo\":1}";
    private static final Served TALKS_NONSENSE = request -> "not json";

    @Autowired
    private ClientHarness client;

    @ParameterizedTest
    @ValueSource(strings = {"server1", "eletro-posto-ba", "-", "s.1_x", "server1-" + UUID_7})
    void aNumberLeadsToItsServerAlone(String serverId) throws IOException {
        client.online(serverId, "server2");
        client.answer(Topics.RESERVAS_REQUEST, request -> "{\"reservas\":[{\"posto_id\":5}]}");

        ResponseEntity<JsonNode> answer = client.get("/reservas/" + serverId + "-" + UUID_7, code("abc"));

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        JsonNode published = client.published().get(0);
        assertThat(client.published()).hasSize(1);
        assertThat(published).isEqualTo(ContractJson.mapper().readTree("""
                {"request_id":"%s","client_id":"client_servidor_7","server_id":"%s","reserva_id":"%s","codigo_reserva":"abc"}""".formatted(
                        published.path("request_id").asText(), serverId, serverId + "-" + UUID_7)));
        assertThat(answer.getBody()).isEqualTo(ContractJson.mapper().readTree("""
                {"request_id":"%s","server_id":"%s","status":"sucesso","codigo":"OK",
                 "reserva":{"posto_id":5,"server_id":"%s"}}""".formatted(
                        answer.getBody().path("request_id").asText(), serverId, serverId)));
    }

    @Test
    void theCodeMayComeInTheUrl() {
        client.online("server1");
        serve(KNOWS);

        client.get("/reservas/" + NUMBER + "?codigo=abc");

        assertThat(client.published().get(0).path("codigo_reserva").asText()).isEqualTo("abc");
    }

    @Test
    void aWrongCodeIs404AsIfThereWereNoReservation() {
        client.online("server1");
        serve(DOES_NOT_KNOW);

        assertRefused(client.get("/reservas/" + NUMBER, code("wrong")), 404, "RESERVA_INEXISTENTE");
        assertRefused(client.get("/reservas/" + NUMBER), 404, "RESERVA_INEXISTENTE");
    }

    @Test
    void theServerOfANumberIsAwayOrSilent() {
        client.offline("server1");
        assertRefused(client.get("/reservas/" + NUMBER), 503, "SERVIDOR_INDISPONIVEL");
        assertThat(client.published()).isEmpty();

        client.online("server1");
        serve(TIMES_OUT);
        ResponseEntity<JsonNode> silent = client.get("/reservas/" + NUMBER);
        assertRefused(silent, 504, "TEMPO_ESGOTADO");
        assertThat(texts(silent, "sem_resposta")).containsExactly("server1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r-1", "~!@$&'()*+,;=:", "100%25", UUID_7, "server9-" + UUID_7})
    void anythingElseIsTheIdOfARequestAndAllAreAsked(String id) throws IOException {
        client.online("server1", "server2");
        serve(DOES_NOT_KNOW, KNOWS);

        ResponseEntity<JsonNode> answer = client.get("/reservas/{id}", id);

        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(ContractJson.mapper().readTree("""
                {"request_id":"%s","server_id":"server2","status":"sucesso","codigo":"OK",
                 "reserva":{"posto_id":5,"novo":1,"server_id":"server2"}}""".formatted(
                        answer.getBody().path("request_id").asText())));
        assertThat(client.published())
                .hasSize(2)
                .allMatch(
                        request -> request.path("request_id_original").asText().equals(id))
                .noneMatch(request -> request.has("reserva_id"));
        assertThat(client.published())
                .extracting(request -> request.path("request_id").asText())
                .doesNotHaveDuplicates()
                .doesNotContain(id);
    }

    @Test
    void theIdOfARequestCanBeLookedForAtOneServer() {
        client.online("server1", "server2");
        serve(KNOWS, KNOWS);

        client.get("/reservas/r-1?server_id=server2");

        assertThat(client.published())
                .extracting(request -> request.path("server_id").asText())
                .containsExactly("server2");
    }

    @Test
    void aServerThatIsNamedIsAskedForTheNumberOnlyIfItIsTheOne() {
        client.online("server1", "server2");
        serve(KNOWS, KNOWS);

        client.get("/reservas/" + NUMBER + "?server_id=server1");
        client.get("/reservas/" + NUMBER + "?server_id=server2");

        assertThat(client.published().get(0).path("reserva_id").asText()).isEqualTo(NUMBER);
        assertThat(client.published().get(1).path("request_id_original").asText())
                .isEqualTo(NUMBER);
    }

    @Test
    void aServerThatIsNamedAndAwayOrUnknownIsSaidAtOnce() {
        client.offline("server1");

        assertRefused(client.get("/reservas/r-1?server_id=server1"), 503, "SERVIDOR_INDISPONIVEL");
        assertRefused(client.get("/reservas/r-1?server_id=server9"), 404, "SERVIDOR_DESCONHECIDO");
        assertThat(client.published()).isEmpty();
    }

    @Test
    void theRefusalThatARequestGotIsItsOutcome() throws IOException {
        client.online("server1", "server2");
        serve(DOES_NOT_KNOW, HAS_REFUSED);

        ResponseEntity<JsonNode> answer = client.get("/reservas/r-1");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(ContractJson.mapper().readTree("""
                {"request_id":"%s","server_id":"server2","status":"sucesso","codigo":"OK",
                 "desfecho":{"request_id":"r-1","status":"erro","codigo":"POSTO_OCUPADO","mensagem":"ocupado",
                             "alternativas":[{"id":3}]}}""".formatted(
                        answer.getBody().path("request_id").asText())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POSTO_INEXISTENTE",
                "POSTO_OCUPADO",
                "POSTO_EM_MANUTENCAO",
                "CARRO_JA_RESERVADO",
                "RESERVA_EXPIRADA",
                "TRANSICAO_INVALIDA",
                "VIAGEM_RECUSADA",
                "VIAGEM_INEXISTENTE",
                "CHAVE_REUTILIZADA"
            })
    void whatAServerDecidesIsAnOutcome(String codigo) {
        client.online("server1");
        serve(request -> "{\"status\":\"erro\",\"codigo\":\"" + codigo + "\"}");

        ResponseEntity<JsonNode> answer = client.get("/reservas/r-1");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody().at("/desfecho/codigo").asText()).isEqualTo(codigo);
    }

    @Test
    void whatARequestDidOtherThanToReserveIsAnOutcome() {
        client.online("server1");
        serve(request -> "{\"status\":\"sucesso\",\"codigo\":\"OK\",\"mensagem\":\"A reserva foi cancelada\"}");

        ResponseEntity<JsonNode> answer = client.get("/reservas/r-1");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody().at("/desfecho/codigo").asText()).isEqualTo("OK");
        assertThat(answer.getBody().at("/desfecho/request_id").asText()).isEqualTo("r-1");
    }

    @Test
    void whoeverAskedForARequestThatNobodyMadeIsToldToUseAnotherKey() {
        client.online("server1");
        serve(DOES_NOT_KNOW);

        assertThat(client.get("/reservas/r-1").getBody().path("mensagem").asText())
                .contains("já não será", "outra chave");
        assertThat(client.get("/reservas/" + NUMBER).getBody().path("mensagem").asText())
                .doesNotContain("chave");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DADOS_INVALIDOS",
                "SERVIDOR_INDISPONIVEL",
                "ERRO_INTERNO",
                "LIMITE_EXCEDIDO",
                "TEMPO_ESGOTADO",
                "NAO_AUTORIZADO",
                "NOVO"
            })
    void whatAServerCouldNotTellIsNone(String codigo) {
        client.online("server1");
        serve(request -> "{\"status\":\"erro\",\"codigo\":\"" + codigo + "\"}");

        ResponseEntity<JsonNode> answer = client.get("/reservas/r-1");

        assertThat(answer.getStatusCode().value()).isIn(503, 504);
        assertThat(texts(answer, "sem_resposta")).containsExactly("server1");
    }

    @Test
    void aReservationCountsBeforeARefusal() {
        client.online("server1", "server2");
        serve(HAS_REFUSED, KNOWS);

        ResponseEntity<JsonNode> answer = client.get("/reservas/r-1");

        assertThat(answer.getBody().at("/reserva/server_id").asText()).isEqualTo("server2");
        assertThat(answer.getBody().has("desfecho")).isFalse();
    }

    @Test
    void ofTwoThatKnowTheFirstIsGiven() {
        client.online("server1", "server2");
        serve(KNOWS, KNOWS);

        assertThat(client.get("/reservas/r-1").getBody().path("server_id").asText())
                .isEqualTo("server1");

        serve(HAS_REFUSED, HAS_REFUSED);

        assertThat(client.get("/reservas/r-1").getBody().path("server_id").asText())
                .isEqualTo("server1");
    }

    @Test
    void whatAllAnswerThatTheyDoNotKnowIs404() {
        client.online("server1", "server2");
        serve(DOES_NOT_KNOW, request -> "{\"reservas\":[]}");

        ResponseEntity<JsonNode> answer = client.get("/reservas/r-1");

        assertRefused(answer, 404, "RESERVA_INEXISTENTE");
        assertThat(answer.getBody().has("sem_resposta")).isFalse();
    }

    static List<Served> silent() {
        return List.of(TIMES_OUT, IS_UNREACHABLE, IS_BROKEN, IS_A_STRANGER, TALKS_NONSENSE);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"0, 504", "1, 503", "2, 503", "3, 503", "4, 503"})
    void whileOneIsSilentNobodyCanSayThatThereIsNone(int silence, int status) {
        client.online("server1", "server2");
        serve(DOES_NOT_KNOW, silent().get(silence));

        ResponseEntity<JsonNode> answer = client.get("/reservas/r-1");

        assertRefused(answer, status, status == 504 ? "TEMPO_ESGOTADO" : "SERVIDOR_INDISPONIVEL");
        assertThat(texts(answer, "sem_resposta")).containsExactly("server2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void oneThatIsSilentHidesNoOther(int silence) {
        client.online("server1", "server2", "server3");
        serve(silent().get(silence), KNOWS, DOES_NOT_KNOW);

        assertThat(client.get("/reservas/r-1")
                        .getBody()
                        .at("/reserva/server_id")
                        .asText())
                .isEqualTo("server2");
    }

    @Test
    void oneThatHasGoneIsNamedAsItMayBeTheOneThatKnows() {
        client.online("server1");
        client.offline("server2");
        serve(DOES_NOT_KNOW, KNOWS);

        ResponseEntity<JsonNode> answer = client.get("/reservas/r-1");

        assertRefused(answer, 503, "SERVIDOR_INDISPONIVEL");
        assertThat(texts(answer, "sem_resposta")).containsExactly("server2");
        assertThat(client.published()).hasSize(1);
    }

    @Test
    void withNobodyToAskNothingIsCertain() {
        assertRefused(client.get("/reservas/r-1"), 503, "SERVIDOR_INDISPONIVEL");
        assertRefused(client.get("/reservas/" + NUMBER), 503, "SERVIDOR_INDISPONIVEL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r%0A1", "%09", "a%20b", "%C3%A9", "r-1%7F", "%E2%80%AE"})
    void anIdThatNobodyCanHaveIs404AndNobodyIsAsked(String encoded) {
        client.online("server1");

        assertRefused(client.getEncoded("/reservas/" + encoded), 404, "RESERVA_INEXISTENTE");
        assertThat(client.published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?id=r-2", "?id=", "?request_id=r-2"})
    void onlyThePathSaysTheId(String parameters) {
        client.online("server1");
        serve(KNOWS);
        HttpHeaders headers = new HttpHeaders();
        headers.set("id", "r-3");

        client.get("/reservas/r-1" + parameters, headers);

        assertThat(client.published().get(0).path("request_id_original").asText())
                .isEqualTo("r-1");
    }

    @Test
    void anIdOf129CharactersIs404AndOneOf128IsLookedFor() {
        client.online("server1");
        serve(KNOWS);

        assertRefused(client.get("/reservas/" + "x".repeat(129)), 404, "RESERVA_INEXISTENTE");
        assertThat(client.published()).isEmpty();
        assertThat(client.get("/reservas/" + "x".repeat(128)).getStatusCode().value())
                .isEqualTo(200);
    }

    @Test
    void whatElseIsInvalidIsNamed() {
        client.online("server1");

        ResponseEntity<JsonNode> server = client.get("/reservas/r-1?server_id={id}", "a/b");
        ResponseEntity<JsonNode> code = client.get("/reservas/r-1", code("x".repeat(65)));

        assertRefused(server, 422, "DADOS_INVALIDOS");
        assertThat(server.getBody().at("/erros/0/campo").asText()).isEqualTo("server_id");
        assertRefused(code, 422, "DADOS_INVALIDOS");
        assertThat(code.getBody().at("/erros/0/campo").asText()).isEqualTo("X-Codigo-Reserva");
        assertThat(client.published()).isEmpty();
    }

    /** What server1, server2 and so on say. */
    private void serve(Served... servers) {
        Map<String, Served> named = new HashMap<>();
        for (int i = 0; i < servers.length; i++) {
            named.put("server" + (i + 1), servers[i]);
        }
        client.serve(Topics.RESERVAS_REQUEST, named);
    }

    private static HttpHeaders code(String code) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-Codigo-Reserva", code);
        return headers;
    }

    private static void assertRefused(ResponseEntity<JsonNode> answer, int status, String codigo) {
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(status);
        assertThat(answer.getBody().path("status").asText()).isEqualTo("erro");
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo(codigo);
        assertThat(answer.getBody().path("mensagem").asText()).isNotBlank();
        assertThat(answer.getBody().path("request_id").asText()).hasSize(36);
    }

    private static List<String> texts(ResponseEntity<JsonNode> answer, String field) {
        return StreamSupport.stream(answer.getBody().path(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
