package br.com.recarga.client.pedidos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.MessageHelper;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.util.ReflectionTestUtils;

@ClientTest
class PrepararPedidoTest {

    private static final String RESERVA = "server1-01a20121-6074-7f6c-b1fd-547073455cea";

    @Autowired
    private ClientHarness client;

    private static final String RESERVAR = """
            {"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.5,"nivel_bateria_atual":22.3,
             "taxa_descarga":0.19,"posto_id":5,"server_id":"server8"%s}""";

    @Autowired
    private CamelContext camel;

    @Autowired
    private Servidores servidores;

    @Autowired
    private ClientSettings settings;

    /** A setting, which is the same for all tests. */
    private Object semPresenca;

    @BeforeEach
    void serverEightAnnouncesNothing() {
        semPresenca = ReflectionTestUtils.getField(servidores, "semPresenca");
        ReflectionTestUtils.setField(servidores, "semPresenca", Set.of("server8"));
        client.answer(Topics.POSTOS_REQUEST, request -> "{\"postos\":[]}");
    }

    @AfterEach
    void everyServerAnnouncesItself() {
        ReflectionTestUtils.setField(servidores, "semPresenca", semPresenca);
    }

    @Test
    void aServerOfTheOriginalIsAskedAndOnlyOnce() {
        assertThat(client.get("/postos?server_id=server8").getStatusCode().value())
                .isEqualTo(200);

        assertThat(published().getHeader(MqttRequestComponent.ONCE)).isEqualTo(true);
    }

    @Test
    void aSilentServerOfOursIsAskedAgain() {
        client.online("server1");

        client.get("/postos?server_id=server1");

        assertThat(published().getHeader(MqttRequestComponent.ONCE)).isEqualTo(false);
    }

    @Test
    void aServerOfTheOriginalIsNotAskedWhatItDoesNotUnderstand() {
        client.answer(Topics.RESERVAS_REQUEST, request -> "{\"status\":\"sucesso\",\"reservas\":[]}");
        client.online("server1");

        JsonNode reservas = client.get("/reservas?placa=ABC1D23").getBody();

        assertThat(client.requests(Topics.RESERVAS_REQUEST).getReceivedCounter())
                .isEqualTo(1);
        assertThat(reservas.path("servidores")).extracting(JsonNode::asText).containsExactly("server1");
        assertThat(reservas.path("sem_resposta")).extracting(JsonNode::asText).containsExactly("server8");
    }

    @Test
    void aWindowThatAServerOfTheOriginalWouldNotReadIsRefusedByName() {
        JsonNode answer = client.post("/reservar", RESERVAR.formatted("""
                        ,"inicio":"2127-01-10T08:00:00Z","fim":"2127-01-10T09:00:00Z\"""")).getBody();

        assertThat(answer.path("codigo").asText()).isEqualTo("DADOS_INVALIDOS");
        assertThat(answer.path("erros").findValuesAsText("campo")).containsExactly("inicio", "fim");
        assertThat(client.published()).isEmpty();
    }

    @Test
    void aServerOfTheOriginalThatIsSilentIsWaitedForOnceAndNamedUntilItAnswersAgain() {
        client.online("server1");
        AtomicBoolean silent = new AtomicBoolean(true);
        client.serve(
                Topics.POSTOS_REQUEST,
                Map.of("server1", request -> "{\"postos\":[]}", "server8", request -> answerUnless(silent)));
        client.get("/postos");

        JsonNode skipped = client.get("/postos").getBody();

        assertThat(askedOf("server8")).isEqualTo(1);
        assertThat(skipped.path("sem_resposta")).extracting(JsonNode::asText).containsExactly("server8");
        assertThat(seen("server8").path("status").asText()).isEqualTo("offline");
        assertThat(client.get("/postos?server_id=server8").getStatusCode().value())
                .as("its own callers wait")
                .isEqualTo(504);

        silent.set(false);
        client.lookForSilentServers();

        assertThat(seen("server8").path("status").asText()).isEqualTo("online");
        assertThat(client.get("/postos").getBody().path("servidores"))
                .extracting(JsonNode::asText)
                .containsExactly("server1", "server8");
    }

    @Test
    void aServerThatNeverAnswersIsFoundOutInTheBackgroundAndNoListWaitsForIt() {
        client.online("fantasma", "server1");
        client.serve(
                Topics.POSTOS_REQUEST,
                Map.of(
                        "fantasma", request -> answerUnless(new AtomicBoolean(true)),
                        "server1", request -> "{\"postos\":[]}",
                        "server8", request -> "{\"postos\":[]}"));
        client.lookForNewServers();

        JsonNode postos = client.get("/postos").getBody();

        assertThat(askedOf("fantasma")).isEqualTo(1);
        assertThat(postos.path("servidores")).extracting(JsonNode::asText).containsExactly("server1", "server8");
        assertThat(postos.path("sem_resposta")).extracting(JsonNode::asText).containsExactly("fantasma");
    }

    @Test
    void whoIsNotSilentIsNotAskedInTheBackground() {
        client.lookForSilentServers();

        assertThat(client.published()).isEmpty();
    }

    @Test
    void aServerOfTheOriginalIsAmongTheServersAndSaysWhatItIs() {
        assertThat(seen("server8").path("sem_presenca").asBoolean()).isTrue();
        assertThat(seen("server8").has("status")).as("nobody knows yet").isFalse();
    }

    @Test
    void whatAServerOfTheOriginalMayHaveReservedIsUncertainAndNothingElse() {
        client.online("server1");
        client.answer(Topics.RESERVAS_REQUEST, request -> "{\"status\":\"sucesso\",\"reservas\":[]}");
        client.fail(Topics.POSTOS_RESERVA, new ExchangeTimedOutException(new DefaultExchange(camel), 1));
        reserve("r-original");

        assertThat(client.get("/reservas/r-original").getStatusCode().value()).isEqualTo(503);
    }

    @Test
    void thatAllOthersDidNotMakeARequestIsNotSaidOfServersOfTheOriginal() {
        client.online("server1");
        client.answer(Topics.RESERVAS_REQUEST, request -> "{\"status\":\"sucesso\",\"reservas\":[]}");

        JsonNode everybody = client.get("/reservas/r-never").getBody();
        JsonNode one = client.get("/reservas/r-never?server_id=server1").getBody();

        assertThat(everybody.path("codigo").asText()).isEqualTo("RESERVA_INEXISTENTE");
        assertThat(everybody.path("mensagem").asText()).contains("nada se sabe").doesNotContain("outra chave");
        assertThat(everybody.path("sem_resposta")).extracting(JsonNode::asText).containsExactly("server8");
        assertThat(one.path("codigo").asText()).isEqualTo("RESERVA_INEXISTENTE");
        assertThat(one.path("mensagem").asText()).contains("outra chave");
        assertThat(one.has("sem_resposta")).isFalse();
    }

    @Test
    void aRequestIsNotSentToAServerOfTheOriginalAgain() {
        client.fail(Topics.POSTOS_RESERVA, new ExchangeTimedOutException(new DefaultExchange(camel), 1));
        reserve("r-again");

        ResponseEntity<JsonNode> again = reserve("r-again");

        assertThat(again.getStatusCode().value()).isEqualTo(504);
        assertThat(again.getBody().path("codigo").asText()).isEqualTo("TEMPO_ESGOTADO");
        assertThat(again.getBody().path("mensagem").asText()).contains("pode ter reservado");
        assertThat(client.published(Topics.POSTOS_RESERVA)).hasSize(1);
    }

    @Test
    void aRequestThatWasNotPublishedIsSentToAServerOfTheOriginalAgain() {
        client.fail(Topics.POSTOS_RESERVA, new MqttException(MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED));
        reserve("r-unsent");
        client.answer(Topics.POSTOS_RESERVA, request -> "{\"status\":\"sucesso\"}");

        assertThat(reserve("r-unsent").getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void whateverAServerOfTheOriginalIsAskedSaysWhetherItIsThere() {
        client.fail(Topics.POSTOS_RESERVA, new ExchangeTimedOutException(new DefaultExchange(camel), 1));
        reserve("r-silent");
        assertThat(seen("server8").path("status").asText()).isEqualTo("offline");

        client.answer(Topics.POSTOS_RESERVA, request -> "{\"status\":\"sucesso\"}");
        reserve("r-answered");
        assertThat(seen("server8").path("status").asText()).isEqualTo("online");

        client.fail(Topics.POSTOS_REQUEST, new ExchangeTimedOutException(new DefaultExchange(camel), 1));
        client.get("/postos?server_id=server8");
        assertThat(seen("server8").path("status").asText()).isEqualTo("offline");
    }

    private ResponseEntity<JsonNode> reserve(String key) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Idempotency-Key", key);
        headers.setContentType(MediaType.APPLICATION_JSON);
        return client.post("/reservar", headers, RESERVAR.formatted(""));
    }

    private String answerUnless(AtomicBoolean silent) throws ExchangeTimedOutException {
        if (silent.get()) {
            throw new ExchangeTimedOutException(new DefaultExchange(camel), 1);
        }
        return "{\"postos\":[]}";
    }

    private long askedOf(String serverId) {
        return client.published(Topics.POSTOS_REQUEST).stream()
                .filter(request -> request.path("server_id").asText().equals(serverId))
                .count();
    }

    private JsonNode seen(String serverId) {
        for (JsonNode server : client.get("/servidores").getBody().path("servidores")) {
            if (server.path("server_id").asText().equals(serverId)) {
                return server;
            }
        }
        throw new AssertionError(serverId + " is not among the servers");
    }

    @Test
    void aRequestSaysWhenItsCallerGivesUpAndAskedAnewItHasALaterDeadline() throws IOException {
        client.online("server1");
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        client.get("/postos?server_id=server1");
        Instant between = Instant.now();
        client.get("/postos?server_id=server1");

        assertThat(prazo(0)).isBetween(before.plus(settings.prazo()), between.plus(settings.prazo()));
        assertThat(prazo(1)).isAfterOrEqualTo(prazo(0));
    }

    static Stream<Arguments> doors() {
        return Stream.of(
                Arguments.of(Topics.POSTOS_RESERVA, "POST", "/reservar", Exemplo.RESERVAR_BODY.texto()),
                Arguments.of(Topics.POSTOS_ALTERACAO, "PATCH", "/reservas/" + RESERVA, Exemplo.ALTERAR_BODY.texto()),
                Arguments.of(Topics.POSTOS_CANCELAMENTO, "DELETE", "/reservas/" + RESERVA, null),
                Arguments.of(Topics.RESERVAS_REQUEST, "GET", "/reservas/" + RESERVA, null),
                Arguments.of(Topics.POSTOS_PRE_RESERVA, "POST", "/viagens", Exemplo.VIAGEM_BODY.texto()),
                Arguments.of(Topics.POSTOS_CANCELAMENTO, "POST", "/viagens", Exemplo.VIAGEM_BODY.texto()));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void everyRequestHasADeadline(String topic, String method, String path, String body) throws IOException {
        client.online("server1", "server2");

        client.send(method, path, body);

        assertThat(client.requests(topic).getReceivedExchanges()).isNotEmpty();
        assertThat(request(topic, 0).has("prazo")).isTrue();
    }

    private Instant prazo(int n) throws IOException {
        return Instant.parse(request(Topics.POSTOS_REQUEST, n).path("prazo").asText());
    }

    private JsonNode request(String topic, int n) throws IOException {
        Message message = client.requests(topic).getReceivedExchanges().get(n).getMessage();
        MessageHelper.resetStreamCache(message);
        return ContractJson.mapper().readTree(message.getBody(byte[].class));
    }

    private Message published() {
        return client.requests(Topics.POSTOS_REQUEST)
                .getReceivedExchanges()
                .get(0)
                .getMessage();
    }
}
