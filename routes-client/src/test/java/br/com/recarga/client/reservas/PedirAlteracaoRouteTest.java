package br.com.recarga.client.reservas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@ClientTest
class PedirAlteracaoRouteTest {

    private static final String UUID_7 = "01a20121-6074-7f6c-b1fd-547073455cea";
    private static final String PATH = "/reservas/server1-" + UUID_7;
    private static final String BODY = """
            {"inicio":"2026-06-02T09:00:00-03:00","fim":"2026-06-02T10:00:00-03:00"}""";

    @Autowired
    private ClientHarness client;

    @BeforeEach
    void serverOneIsOnline() {
        client.online("server1");
        client.answer(
                Topics.POSTOS_ALTERACAO,
                request -> "{\"request_id\":\"p-1\",\"status\":\"sucesso\",\"codigo\":\"OK\",\"novo\":1}");
    }

    @Test
    void publishesTheNewWindowAndGivesTheReplyBack() throws IOException {
        ResponseEntity<JsonNode> answer = client.patch(PATH, headers("p-1", "abc"), BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(ContractJson.mapper().readTree("""
                {"request_id":"p-1","status":"sucesso","codigo":"OK","novo":1}"""));
        assertThat(client.published(Topics.POSTOS_ALTERACAO))
                .containsExactly(ContractJson.mapper().readTree("""
                        {"request_id":"p-1","client_id":"client_servidor_7","server_id":"server1",
                         "reserva_id":"server1-%s","codigo_reserva":"abc",
                         "inicio":"2026-06-02T09:00:00-03:00","fim":"2026-06-02T10:00:00-03:00"}""".formatted(UUID_7)));
        Exchange exchange =
                client.requests(Topics.POSTOS_ALTERACAO).getReceivedExchanges().get(0);
        assertThat(exchange.getPattern()).isEqualTo(ExchangePattern.InOut);
        assertThat(exchange.getMessage().getHeader(MqttRequestComponent.REQUEST_ID))
                .isEqualTo("p-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inicio", "fim"})
    void oneEndIsEnough(String end) {
        client.patch(
                PATH + "?codigo=abc",
                headers(null, null),
                "{\"%s\":\"2026-06-02T09:00:00-03:00\",\"novo\":1}".formatted(end));

        JsonNode published = client.published().get(0);
        assertThat(published.path(end).asText()).isEqualTo("2026-06-02T09:00:00-03:00");
        assertThat(published.has(end.equals("fim") ? "inicio" : "fim")).isFalse();
        assertThat(published.path("codigo_reserva").asText()).isEqualTo("abc");
        assertThat(published.path("request_id").asText()).hasSize(36);
    }

    @Test
    void theBodySaysNothingButTheWindow() {
        client.patch(PATH, headers("p-1", "abc"), BODY.replace("}", """
                ,"request_id":"x","server_id":"server2","reserva_id":"server2-1","codigo_reserva":"y"}"""));

        JsonNode published = client.published().get(0);
        assertThat(published.path("request_id").asText()).isEqualTo("p-1");
        assertThat(published.path("server_id").asText()).isEqualTo("server1");
        assertThat(published.path("reserva_id").asText()).isEqualTo("server1-" + UUID_7);
        assertThat(published.path("codigo_reserva").asText()).isEqualTo("abc");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | inicio",
                "{\"inicio\":null,\"fim\":null} | inicio",
                "{\"Inicio\":\"2026-06-02T09:00:00Z\"} | inicio",
                "{\"inicio\":\"\"} | inicio",
                "{\"inicio\":\"2026-06-02\"} | inicio",
                "{\"inicio\":\"2026-06-02T09:00:00\"} | inicio",
                "{\"inicio\":1780000000} | inicio",
                "{\"inicio\":[\"2026-06-02T09:00:00Z\"]} | inicio",
                "{\"inicio\":{}} | inicio",
                "{\"inicio\":true} | inicio",
                "{\"fim\":\"2026-02-30T09:00:00Z\"} | fim",
                "{\"fim\":\"tomorrow\"} | fim",
                "{\"inicio\":\"2026-06-02T09:00:00Z\",\"fim\":\"2026-06-02T09:00:00Z\"} | fim",
                "{\"inicio\":\"2026-06-02T09:00:00Z\",\"fim\":\"2026-06-02T06:00:00-03:00\"} | fim",
                "{\"inicio\":\"2026-06-02T09:00:00Z\",\"fim\":\"2026-06-03T09:00:01Z\"} | fim"
            })
    void anInvalidWindowIsNamedAndNothingIsPublished(String body, String field) {
        ResponseEntity<JsonNode> answer = client.patch(PATH, headers(null, "abc"), body);

        assertRefused(answer, 422, "DADOS_INVALIDOS");
        assertThat(answer.getBody().path("erros").findValuesAsText("campo")).containsExactly(field);
        assertThat(answer.getBody().at("/erros/0/mensagem").asText()).isNotBlank();
        assertThat(client.published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "5",
                "\"text\"",
                "[]",
                "{",
                "{\"inicio\":\"2026-06-02T09:00:00Z\"}}",
                "{\"inicio\":\"2026-06-02T09:00:00Z\",\"inicio\":\"2026-06-03T09:00:00Z\"}",
                "{'inicio':'2026-06-02T09:00:00Z'}"
            })
    void aBodyThatIsNoJsonObjectIs400AndNothingIsPublished(String body) {
        assertRefused(client.patch(PATH, headers(null, "abc"), body), 400, "JSON_INVALIDO");
        assertThat(client.published()).isEmpty();
    }

    @Test
    void aBodyOfAnotherTypeOrTooLargeIsRefused() {
        HttpHeaders text = headers(null, "abc");
        text.setContentType(MediaType.TEXT_PLAIN);

        assertRefused(client.patchAs(PATH, text, BODY), 415, "JSON_INVALIDO");
        assertRefused(
                client.patch(
                        PATH, headers(null, "abc"), BODY.replace("}", ",\"n\":\"" + "x".repeat(64 * 1024) + "\"}")),
                413,
                "LIMITE_EXCEDIDO");
        assertThat(client.published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r-1", UUID_7, "server1-1", "a b"})
    void whatIsNoNumberOfAReservationIs404(String id) {
        assertRefused(client.patch("/reservas/{id}", headers(null, "abc"), BODY, id), 404, "RESERVA_INEXISTENTE");
        assertThat(client.published()).isEmpty();
    }

    @Test
    void theNumberNamesAServerWithHyphens() {
        client.online("eletro-posto-ba");

        client.patch("/reservas/eletro-posto-ba-" + UUID_7, headers(null, "abc"), BODY);

        assertThat(client.published().get(0).path("server_id").asText()).isEqualTo("eletro-posto-ba");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"RESERVA_INEXISTENTE, 404", "POSTO_OCUPADO, 409", "TRANSICAO_INVALIDA, 409", "CHAVE_REUTILIZADA, 422"})
    void theRefusalOfTheServerIsPassedOn(String codigo, int status) {
        client.answer(
                Topics.POSTOS_ALTERACAO,
                request -> "{\"status\":\"erro\",\"codigo\":\"%s\",\"mensagem\":\"não\"}".formatted(codigo));

        assertRefused(client.patch(PATH, headers(null, "wrong"), BODY), status, codigo);
    }

    @Test
    void aKeyThatCannotBeARequestIdIsRefused() {
        ResponseEntity<JsonNode> answer = client.patch(PATH, headers("with blanks", "abc"), BODY);

        assertRefused(answer, 422, "DADOS_INVALIDOS");
        assertThat(answer.getBody().at("/erros/0/campo").asText()).isEqualTo("Idempotency-Key");
        assertThat(client.published()).isEmpty();
    }

    @Test
    void aServerThatIsSilentAwayOrUnknownIsSaid() {
        client.fail(
                Topics.POSTOS_ALTERACAO,
                new ExchangeTimedOutException(new DefaultExchange(new DefaultCamelContext()), 5_000));
        assertRefused(client.patch(PATH, headers(null, "abc"), BODY), 504, "TEMPO_ESGOTADO");

        client.offline("server1");
        assertRefused(client.patch(PATH, headers(null, "abc"), BODY), 503, "SERVIDOR_INDISPONIVEL");
        assertRefused(
                client.patch("/reservas/server9-" + UUID_7, headers(null, "abc"), BODY), 404, "SERVIDOR_DESCONHECIDO");
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
