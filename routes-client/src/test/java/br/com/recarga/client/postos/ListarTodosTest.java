package br.com.recarga.client.postos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.camel.ExchangeTimedOutException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

@ClientTest
class ListarTodosTest {

    @Autowired
    private ClientHarness client;

    @Test
    void putsThePointsOfAllServersTogether() throws IOException {
        client.online("server1", "server2", "server3");
        client.answer(Topics.POSTOS_REQUEST, request -> pointsOf(serverOf(request)));

        ResponseEntity<JsonNode> answer = client.get("/postos");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody().path("status").asText()).isEqualTo("sucesso");
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("OK");
        assertThat(answer.getBody().path("request_id").asText()).hasSize(36);
        assertThat(texts(answer, "/servidores")).containsExactlyInAnyOrder("server1", "server2", "server3");
        assertThat(texts(answer, "/sem_resposta")).isEmpty();
        assertThat(answer.getBody().path("postos"))
                .hasSize(6)
                .contains(ContractJson.mapper().readTree("""
                        {"id":1,"nome":"Um","novo":true,"server_id":"server2","fuso":"America/Sao_Paulo"}"""));
    }

    @Test
    void asksForTheAgendaOfWhoeverWantsIt() {
        client.online("server1");
        client.answer(Topics.POSTOS_REQUEST, request -> pointsOf(serverOf(request)));

        client.get("/postos?agenda=true");
        client.get("/postos?agenda=true&server_id=server1");
        client.get("/postos");

        assertThat(client.published(Topics.POSTOS_REQUEST))
                .extracting(request -> request.path("agenda").asText())
                .containsExactly("true", "true", "");
    }

    @Test
    void asksEachServerUnderAnIdOfItsOwn() {
        client.online("server1", "server2");
        client.answer(Topics.POSTOS_REQUEST, request -> pointsOf(serverOf(request)));

        client.get("/postos");

        List<JsonNode> published = client.published(Topics.POSTOS_REQUEST);
        assertThat(published).extracting(ListarTodosTest::serverOf).containsExactlyInAnyOrder("server1", "server2");
        assertThat(published)
                .extracting(request -> request.path("request_id").asText())
                .doesNotHaveDuplicates();
        assertThat(published)
                .allMatch(request -> request.path("client_id").asText().equals("client_servidor_7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server1", "server2", "server3"})
    void aServerThatIsSilentIsNamedAndHidesNoOther(String silent) {
        client.online("server1", "server2", "server3");
        client.requests(Topics.POSTOS_REQUEST).whenAnyExchangeReceived(exchange -> {
            String serverId = serverOf(
                    ContractJson.mapper().readTree(exchange.getMessage().getBody(byte[].class)));
            if (serverId.equals(silent)) {
                throw new ExchangeTimedOutException(exchange, 5_000);
            }
            exchange.getMessage().setBody(pointsOf(serverId).getBytes(StandardCharsets.UTF_8));
        });

        ResponseEntity<JsonNode> answer = client.get("/postos");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(texts(answer, "/servidores")).hasSize(2).doesNotContain(silent);
        assertThat(texts(answer, "/sem_resposta")).containsExactly(silent);
        assertThat(answer.getBody().path("postos")).hasSize(4);
    }

    @Test
    void serversThatAreAllSilentAreAllNamed() {
        client.online("server1", "server2");
        client.fail(Topics.POSTOS_REQUEST, new MqttException(MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED));

        ResponseEntity<JsonNode> answer = client.get("/postos");

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(texts(answer, "/servidores")).isEmpty();
        assertThat(texts(answer, "/sem_resposta")).containsExactlyInAnyOrder("server1", "server2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "null",
                "{}",
                "{\"postos\":{}}",
                "{\"status\":\"erro\",\"codigo\":\"SERVIDOR_INDISPONIVEL\"}"
            })
    void aServerWhoseAnswerHasNoPointsIsNamedAsSilent(String reply) {
        client.online("server1", "server2");
        client.answer(
                Topics.POSTOS_REQUEST, request -> serverOf(request).equals("server1") ? reply : pointsOf("server2"));

        ResponseEntity<JsonNode> answer = client.get("/postos");

        assertThat(texts(answer, "/servidores")).containsExactly("server2");
        assertThat(texts(answer, "/sem_resposta")).containsExactly("server1");
        assertThat(answer.getBody().path("postos")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"server_id\":\"server2\",\"postos\":[{\"id\":1}]}",
                "{\"postos\":[{\"id\":1},{\"id\":2,\"server_id\":\"server2\"}]}",
                "{\"postos\":[{\"id\":1},\"no point\"]}"
            })
    void whoeverSpeaksForAnotherIsNotListenedTo(String reply) {
        client.online("server1", "server2");
        client.answer(
                Topics.POSTOS_REQUEST, request -> serverOf(request).equals("server1") ? reply : pointsOf("server2"));

        ResponseEntity<JsonNode> answer = client.get("/postos");

        assertThat(texts(answer, "/servidores")).containsExactly("server2");
        assertThat(texts(answer, "/sem_resposta")).containsExactly("server1");
        assertThat(answer.getBody().path("postos").findValuesAsText("server_id"))
                .containsExactly("server2", "server2");
    }

    @Test
    void aServerThatHasGoneIsNotAskedAndNamed() {
        client.online("server1", "server2");
        client.offline("server2");
        client.answer(Topics.POSTOS_REQUEST, request -> pointsOf(serverOf(request)));

        ResponseEntity<JsonNode> answer = client.get("/postos");

        assertThat(client.published()).extracting(ListarTodosTest::serverOf).containsExactly("server1");
        assertThat(texts(answer, "/servidores")).containsExactly("server1");
        assertThat(texts(answer, "/sem_resposta")).containsExactly("server2");
    }

    @ParameterizedTest
    @CsvSource({"/postos, server/postos/request", "/reservas?placa=ABC1D23, server/reservas/request"})
    void aServerThatComesWhileTheAnswersAreAwaitedWasNotAsked(String path, String topic) {
        client.online("server1");
        client.offline("server2");
        client.answer(topic, request -> {
            client.online("server2");
            return "{\"postos\":[],\"reservas\":[]}";
        });

        assertThat(texts(client.get(path), "/sem_resposta")).containsExactly("server2");
    }

    @Test
    void whereAllHaveGoneNobodyAnswers() {
        client.offline("server1");

        ResponseEntity<JsonNode> answer = client.get("/postos");

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(texts(answer, "/sem_resposta")).containsExactly("server1");
        assertThat(client.published()).isEmpty();
    }

    @Test
    void whereNobodyWasEverHeardOfTheListsAreEmpty() throws IOException {
        ResponseEntity<JsonNode> answer = client.get("/postos");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(ContractJson.mapper().readTree("""
                {"request_id":"%s","status":"sucesso","codigo":"OK","servidores":[],"sem_resposta":[],"postos":[]}""".formatted(
                        answer.getBody().path("request_id").asText())));
        assertThat(client.published()).isEmpty();
    }

    private static String pointsOf(String serverId) {
        return "{\"server_id\":\"%s\",\"postos\":[{\"id\":1,\"nome\":\"Um\",\"novo\":true},{\"id\":2}]}"
                .formatted(serverId);
    }

    private static String serverOf(JsonNode request) {
        return request.path("server_id").asText();
    }

    private static List<String> texts(ResponseEntity<JsonNode> answer, String path) {
        return StreamSupport.stream(answer.getBody().at(path).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
