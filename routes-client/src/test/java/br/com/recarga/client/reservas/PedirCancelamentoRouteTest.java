package br.com.recarga.client.reservas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

@ClientTest
class PedirCancelamentoRouteTest {

    private static final String UUID_7 = "01a20121-6074-7f6c-b1fd-547073455cea";
    private static final String PATH = "/reservas/server1-" + UUID_7;

    @Autowired
    private ClientHarness client;

    @BeforeEach
    void serverOneIsOnline() {
        client.online("server1");
        client.answer(
                Topics.POSTOS_CANCELAMENTO,
                request -> "{\"request_id\":\"d-1\",\"status\":\"sucesso\",\"codigo\":\"OK\",\"novo\":1}");
    }

    @Test
    void theReplyReachesTheCaller() throws IOException {
        ResponseEntity<JsonNode> answer = client.delete(PATH, headers("d-1", "abc"));

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(ContractJson.mapper().readTree("""
                {"request_id":"d-1","status":"sucesso","codigo":"OK","novo":1}"""));
    }

    @Test
    void theCallersKeyIsTheIdOfTheRequest() throws IOException {
        client.delete(PATH, headers("d-1", "abc"));

        assertThat(client.published(Topics.POSTOS_CANCELAMENTO))
                .containsExactly(ContractJson.mapper().readTree("""
                        {"request_id":"d-1","client_id":"client_servidor_7","server_id":"server1",
                         "reserva_id":"server1-%s","codigo_reserva":"abc"}""".formatted(UUID_7)));
        Exchange exchange = client.requests(Topics.POSTOS_CANCELAMENTO)
                .getReceivedExchanges()
                .get(0);
        assertThat(exchange.getPattern()).isEqualTo(ExchangePattern.InOut);
        assertThat(exchange.getMessage().getHeader(MqttRequestComponent.REQUEST_ID))
                .isEqualTo("d-1");
    }

    @Test
    void withoutAKeyEveryRequestHasAnIdOfItsOwn() {
        client.delete(PATH, headers(null, "abc"));
        client.delete(PATH, headers(null, "abc"));

        assertThat(client.published())
                .extracting(request -> request.path("request_id").asText())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 36);
    }

    @Test
    void theReasonAndTheCodeMayComeInTheUrl() {
        client.delete(PATH + "?codigo=abc&motivo={motivo}", headers(null, null), "Mudei de planos: não vou");

        JsonNode published = client.published().get(0);
        assertThat(published.path("codigo_reserva").asText()).isEqualTo("abc");
        assertThat(published.path("motivo").asText()).isEqualTo("Mudei de planos: não vou");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "two\r\nlines"})
    void aReasonIsOneLineHoweverItCame(String motivo) {
        client.delete(PATH + "?motivo={motivo}", headers(null, "abc"), motivo);

        assertThat(client.published().get(0).path("motivo").asText()).matches("two\\P{Cc}+lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eletro-posto-ba", "-", "server1-" + UUID_7})
    void theNumberNamesTheServer(String serverId) {
        client.online(serverId);

        client.delete("/reservas/" + serverId + "-" + UUID_7, headers(null, "abc"));

        assertThat(client.published().get(0).path("server_id").asText()).isEqualTo(serverId);
        assertThat(client.published().get(0).path("reserva_id").asText()).isEqualTo(serverId + "-" + UUID_7);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "RESERVA_INEXISTENTE, 404",
        "TRANSICAO_INVALIDA, 409",
        "RESERVA_EXPIRADA, 409",
        "CHAVE_REUTILIZADA, 422",
        "SERVIDOR_INDISPONIVEL, 503"
    })
    void theRefusalOfTheServerIsPassedOn(String codigo, int status) {
        client.answer(
                Topics.POSTOS_CANCELAMENTO,
                request -> "{\"status\":\"erro\",\"codigo\":\"%s\",\"mensagem\":\"não\"}".formatted(codigo));

        ResponseEntity<JsonNode> answer = client.delete(PATH, headers(null, "wrong"));

        assertRefused(answer, status, codigo);
    }

    @Test
    void whetherACodeIsMissingIsForTheServerToSay() {
        client.delete(PATH, headers(null, null));

        assertThat(client.published().get(0).has("codigo_reserva")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r-1", UUID_7, "server1", "server1-1", "server1-" + UUID_7 + "0", "a b", "é", "100%", "\n"})
    void whatIsNoNumberOfAReservationIs404(String id) {
        assertRefused(client.delete("/reservas/{id}", headers(null, "abc"), id), 404, "RESERVA_INEXISTENTE");
        assertThat(client.published()).isEmpty();
    }

    @Test
    void anAbsurdlyLongIdIs404() {
        String id = "x".repeat(4_000) + "-" + UUID_7;

        assertRefused(client.delete("/reservas/" + id, headers(null, "abc")), 404, "RESERVA_INEXISTENTE");
        assertThat(client.published()).isEmpty();
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of("motivo", "x".repeat(201), null, "abc"),
                Arguments.of("motivo", "tab\there", null, "abc"),
                Arguments.of("motivo", "\u0000", null, "abc"),
                Arguments.of("motivo", "\u202Eback", null, "abc"),
                Arguments.of("Idempotency-Key", "ok", "with blanks", "abc"),
                Arguments.of("Idempotency-Key", "ok", "x".repeat(129), "abc"),
                Arguments.of("X-Codigo-Reserva", "ok", null, "x".repeat(65)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void whatIsInvalidIsNamedAndNothingIsPublished(String field, String motivo, String key, String code) {
        ResponseEntity<JsonNode> answer = client.delete(PATH + "?motivo={motivo}", headers(key, code), motivo);

        assertRefused(answer, 422, "DADOS_INVALIDOS");
        assertThat(answer.getBody().path("erros").findValuesAsText("campo")).containsExactly(field);
        assertThat(client.published()).isEmpty();
    }

    @Test
    void aServerThatHasGoneAndOneThatNeverCameAreSaidAtOnce() {
        client.offline("server1");

        assertRefused(client.delete(PATH, headers(null, "abc")), 503, "SERVIDOR_INDISPONIVEL");
        assertRefused(client.delete("/reservas/server9-" + UUID_7, headers(null, "abc")), 404, "SERVIDOR_DESCONHECIDO");
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
                        "SERVIDOR_INDISPONIVEL"),
                Arguments.of(new IllegalStateException("not for the caller's eyes"), 500, "ERRO_INTERNO"));
    }

    @ParameterizedTest(name = "{2}: {0}")
    @MethodSource("failures")
    void aRequestThatFailsIsAnsweredWithWhatItMeans(Exception failure, int status, String codigo) {
        client.fail(Topics.POSTOS_CANCELAMENTO, failure);

        ResponseEntity<JsonNode> answer = client.delete(PATH, headers("d-1", "abc"));

        assertRefused(answer, status, codigo);
        assertThat(answer.getBody().path("request_id").asText()).isEqualTo("d-1");
        assertThat(answer.getBody().path("server_id").asText()).isEqualTo("server1");
        assertThat(answer.getBody().toString()).doesNotContain("eyes", "abc");
    }

    private static HttpHeaders headers(String key, String code) {
        HttpHeaders headers = new HttpHeaders();
        if (key != null) {
            headers.set("Idempotency-Key", key);
        }
        if (code != null) {
            headers.set("X-Codigo-Reserva", code);
        }
        return headers;
    }

    private static void assertRefused(ResponseEntity<JsonNode> answer, int status, String codigo) {
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(status);
        assertThat(answer.getBody().path("status").asText()).isEqualTo("erro");
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo(codigo);
        assertThat(answer.getBody().path("mensagem").asText()).isNotBlank();
    }
}
