package br.com.recarga.client.postos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

@ClientTest
class PedirPostosRouteTest {

    @Autowired
    private ClientHarness client;

    @Test
    void asksTheServerInTheFormOfTheContract() throws IOException {
        client.online("server1", "server2");
        client.answer(Topics.POSTOS_REQUEST, request -> "{\"postos\":[]}");

        client.get("/postos?server_id=server1");

        JsonNode published = client.published(Topics.POSTOS_REQUEST).get(0);
        String requestId = published.path("request_id").asText();
        assertThat(requestId).hasSize(36);
        assertThat(published).isEqualTo(ContractJson.mapper().readTree("""
                {"request_id":"%s","client_id":"client_servidor_7","server_id":"server1","depois_de":0}""".formatted(requestId)));
        assertThat(client.published()).hasSize(1);
        Exchange exchange =
                client.requests(Topics.POSTOS_REQUEST).getReceivedExchanges().get(0);
        assertThat(exchange.getPattern()).isEqualTo(ExchangePattern.InOut);
        assertThat(exchange.getMessage().getHeader(MqttRequestComponent.REQUEST_ID))
                .isEqualTo(requestId);
    }

    @Test
    void theReplyReachesTheCallerAsTheServerSentIt() throws IOException {
        client.online("server1");
        String reply = """
                {"server_id":"server1",
                 "postos":[{"id":1,"nome":"Feira VI","localizacao":"-12.2,-38.9","potencia_maxima":60.0,
                            "tipo_conector":"CCS2","preco_kwh":2.50,"disponivel":true,"fuso":"America/Noronha",
                            "novo":[1]}],
                 "novo":{"a":null}}""";
        client.answer(Topics.POSTOS_REQUEST, request -> reply);

        ResponseEntity<JsonNode> answer = client.get("/postos?server_id=server1");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        ObjectNode expected = (ObjectNode) ContractJson.mapper().readTree(reply);
        assertThat(answer.getBody()).isEqualTo(expected.put("codigo", "OK"));
    }

    @Test
    void aPlugHasOneSpellingWhateverItsOperatorCallsIt() {
        client.online("server1");
        client.answer(Topics.POSTOS_REQUEST, request -> """
                {"server_id":"server1","postos":[
                 {"id":1,"tipo_conector":"combo 2"},{"id":2,"tipo_conector":"Type 2"},{"id":3,"tipo_conector":"NACS"},
                 {"id":4,"tipo_conector":null},{"id":5}]}""");

        for (String path : List.of("/postos?server_id=server1", "/postos")) {
            assertThat(client.get(path).getBody().path("postos"))
                    .extracting(posto -> posto.path("tipo_conector").asText())
                    .as(path)
                    .containsExactly("CCS2", "Tipo 2", "NACS", "null", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/postos?server_id=server1", "/postos"})
    void thePointsOfAServerThatSaysNoZoneHaveThatOfTheirPlace(String path) {
        client.online("server1");
        client.answer(Topics.POSTOS_REQUEST, request -> """
                {"server_id":"server1","postos":[
                 {"id":1,"nome":"Vila dos Remédios","localizacao":"-3.8396,-32.4139"},
                 {"id":2,"nome":"Estrada Dias Martins","localizacao":"-9.9740,-67.8076","fuso":"Moon/Base"},
                 {"id":3,"nome":"Baixa","localizacao":"38.7103,-9.1365","fuso":null},
                 {"id":4,"nome":"Não se sabe"}]}""");

        assertThat(client.get(path).getBody().path("postos").findValuesAsText("fuso"))
                .containsExactly("America/Noronha", "America/Rio_Branco", "America/Sao_Paulo", "America/Sao_Paulo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "+", "#", "a/b", "$SYS", "server1\u0000", "server1\tX", "é", "a b"})
    void aServerIdThatIsNoTopicLevelIs422AndNothingIsPublished(String serverId) {
        ResponseEntity<JsonNode> answer = client.get("/postos?server_id={id}", serverId);

        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(422);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("DADOS_INVALIDOS");
        assertThat(answer.getBody().at("/erros/0/campo").asText()).isEqualTo("server_id");
        assertThat(answer.getBody().path("erros")).hasSize(1);
        assertThat(client.published()).isEmpty();
    }

    @Test
    void aServerIdThatIsTooLongIs422() {
        assertThat(client.get("/postos?server_id={id}", "x".repeat(65))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    @Test
    void aServerThatWasNeverHeardOfIs404() {
        ResponseEntity<JsonNode> answer = client.get("/postos?server_id=server9");

        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("SERVIDOR_DESCONHECIDO");
        assertThat(answer.getBody().path("request_id").asText()).hasSize(36);
        assertThat(client.published()).isEmpty();
    }

    @Test
    void aServerThatHasGoneIs503AtOnce() {
        client.offline("server1");

        ResponseEntity<JsonNode> answer = client.get("/postos?server_id=server1");

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("SERVIDOR_INDISPONIVEL");
        assertThat(client.published()).isEmpty();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new ExchangeTimedOutException(new DefaultExchange(new DefaultCamelContext()), 5_000),
                        504,
                        "TEMPO_ESGOTADO"),
                Arguments.of(
                        new MqttException(MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED),
                        503,
                        "SERVIDOR_INDISPONIVEL"));
    }

    @ParameterizedTest(name = "{2}: {0}")
    @MethodSource("failures")
    void aRequestThatFailsIsAnsweredWithWhatItMeans(Exception failure, int status, String codigo) {
        client.online("server1");
        client.fail(Topics.POSTOS_REQUEST, failure);

        ResponseEntity<JsonNode> answer = client.get("/postos?server_id=server1");

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo(codigo);
        assertThat(answer.getBody().path("server_id").asText()).isEqualTo("server1");
    }

    @Test
    void theRefusalOfAServerIsPassedOn() {
        client.online("server1");
        client.answer(
                Topics.POSTOS_REQUEST,
                request -> "{\"status\":\"erro\",\"codigo\":\"SERVIDOR_INDISPONIVEL\",\"mensagem\":\"disco cheio\"}");

        ResponseEntity<JsonNode> answer = client.get("/postos?server_id=server1");

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getBody().path("mensagem").asText()).isEqualTo("disco cheio");
    }

    @Test
    void everyRequestHasAnIdOfItsOwn() {
        client.online("server1");
        client.answer(Topics.POSTOS_REQUEST, request -> "{\"postos\":[]}");

        client.get("/postos?server_id=server1");
        client.get("/postos?server_id=server1");

        List<String> ids = client.published().stream()
                .map(request -> request.path("request_id").asText())
                .toList();
        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    }
}
