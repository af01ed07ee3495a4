package br.com.recarga.client.reservas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.DefaultExchange;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@ClientTest
class PedirReservaRouteTest {

    /** The example of the contract. */
    private static final String BODY = """
            {"placa":"ABC1234","modelo":"BYD Dolphin","capacidade_bateria":44.5,"nivel_bateria_atual":22.3,\
            "taxa_descarga":0.19,"posto_id":5,"server_id":"server1"}""";

    private static final String SUCCESS = """
            {"status":"sucesso","codigo":"OK","mensagem":"ok","server_id":"server1",
             "reserva_id":"server1-1","codigo_reserva":"abc","posto_id":5,"situacao":"CONFIRMADA"}""";

    @Autowired
    private ClientHarness client;

    @BeforeEach
    void serverOneIsOnline() {
        client.online("server1");
        client.answer(Topics.POSTOS_RESERVA, request -> SUCCESS);
    }

    @Test
    void publishesTheRequestInTheFormOfTheContract() throws IOException {
        client.post("/reservar", with("Idempotency-Key", "r-1"), BODY);

        assertThat(client.published(Topics.POSTOS_RESERVA))
                .containsExactly(ContractJson.mapper().readTree("""
                        {"request_id":"r-1","client_id":"client_servidor_7","server_id":"server1",
                         "carro":{"placa":"ABC1234","modelo":"BYD Dolphin","capacidade_bateria":44.5,
                                  "nivel_bateria_atual":22.3,"taxa_descarga":0.19},
                         "posto_id":5}"""));
        assertThat(client.published(Topics.POSTOS_REQUEST)).isEmpty();
    }

    @Test
    void publishesTheWindowAsItCame() throws IOException {
        client.post(
                "/reservar",
                BODY.replace("}", ",\"inicio\":\"2026-06-02T09:00:00-03:00\",\"fim\":\"2026-06-02T10:00:00-03:00\"}"));

        JsonNode published = client.published(Topics.POSTOS_RESERVA).get(0);
        assertThat(published.path("inicio").asText()).isEqualTo("2026-06-02T09:00:00-03:00");
        assertThat(published.path("fim").asText()).isEqualTo("2026-06-02T10:00:00-03:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc-1234", " ABC1234 ", "ABC-1234", "aBc1234"})
    void publishesThePlateInItsOneForm(String placa) {
        client.post("/reservar", BODY.replace("ABC1234", placa));

        assertThat(client.published(Topics.POSTOS_RESERVA)
                        .get(0)
                        .at("/carro/placa")
                        .asText())
                .isEqualTo("ABC1234");
    }

    @Test
    void asksForAReplyAndSaysWhoseItIs() {
        client.post("/reservar", with("Idempotency-Key", "r-1"), BODY);

        MockEndpoint requests = client.requests(Topics.POSTOS_RESERVA);
        assertThat(requests.getReceivedExchanges().get(0).getPattern()).isEqualTo(ExchangePattern.InOut);
        assertThat(requests.getReceivedExchanges().get(0).getMessage().getHeader(MqttRequestComponent.REQUEST_ID))
                .isEqualTo("r-1");
    }

    @Test
    void withoutAKeyEveryRequestHasAnIdOfItsOwn() {
        client.post("/reservar", BODY);
        client.post("/reservar", BODY);

        List<String> ids = client.published(Topics.POSTOS_RESERVA).stream()
                .map(request -> request.path("request_id").asText())
                .toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .allMatch(id -> UUID.fromString(id).toString().equals(id));
    }

    @Test
    void theReplyReachesTheCallerWithWhatAPeerHasAdded() throws IOException {
        String reply = SUCCESS.replace("\"mensagem\"", "\"novo\":{\"a\":[1,2.50,null]},\"mensagem\"");
        client.answer(Topics.POSTOS_RESERVA, request -> reply);

        ResponseEntity<JsonNode> answer = client.post("/reservar", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(answer.getBody()).isEqualTo(ContractJson.mapper().readTree(reply));
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(client.post("/reservar", BODY.replace("}", ",\"novo\":{\"a\":[1]}}"))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(client.published(Topics.POSTOS_RESERVA).get(0).has("novo")).isFalse();
    }

    @Test
    void whatTheDriverMayNotSayIsNotPassedOn() {
        client.post(
                "/reservar",
                BODY.replace("}", ",\"client_id\":\"other\",\"request_id\":\"other\",\"viagem_id\":\"v-1\"}"));

        JsonNode published = client.published(Topics.POSTOS_RESERVA).get(0);
        assertThat(published.path("client_id").asText()).isEqualTo("client_servidor_7");
        assertThat(published.path("request_id").asText()).isNotEqualTo("other");
        assertThat(published.has("viagem_id")).isFalse();
    }

    static Stream<Arguments> invalidFields() {
        return Stream.of(
                invalid("placa", null),
                invalid("placa", "\"\""),
                invalid("placa", "\"ABC123\""),
                invalid("placa", "\"ABC12345\""),
                invalid("placa", "\"AB12345\""),
                invalid("placa", "\"ABC 1234\""),
                invalid("placa", "\"ÁBC1234\""),
                invalid("placa", "\"ABC1234'; DROP TABLE carros\""),
                invalid("placa", "1234567"),
                invalid("placa", "[\"ABC1234\"]"),
                invalid("modelo", null),
                invalid("modelo", "\" \""),
                invalid("modelo", "\"" + "x".repeat(81) + "\""),
                invalid("modelo", "\"BYD\\u0000\""),
                invalid("modelo", "\"BYD\\nDolphin\""),
                invalid("modelo", "\"BYD \\u202E nihploD\""),
                invalid("modelo", "true"),
                invalid("capacidade_bateria", null),
                invalid("capacidade_bateria", "\"44.5\""),
                invalid("capacidade_bateria", "true"),
                invalid("capacidade_bateria", "{}"),
                invalid("capacidade_bateria", "[44.5]"),
                invalid("capacidade_bateria", "\"Infinity\""),
                invalid("capacidade_bateria", "1e999"),
                invalid("capacidade_bateria", "1000.1"),
                invalid("nivel_bateria_atual", null),
                invalid("nivel_bateria_atual", "\"NaN\""),
                invalid("nivel_bateria_atual", "-0.1"),
                invalid("nivel_bateria_atual", "44.6"),
                invalid("nivel_bateria_atual", "\"\""),
                invalid("taxa_descarga", null),
                invalid("taxa_descarga", "0"),
                invalid("taxa_descarga", "-0.19"),
                invalid("taxa_descarga", "10.1"),
                invalid("posto_id", null),
                invalid("posto_id", "0"),
                invalid("posto_id", "-5"),
                invalid("posto_id", "5.5"),
                invalid("posto_id", "5.0"),
                invalid("posto_id", "\"5\""),
                invalid("posto_id", "2147483648"),
                invalid("server_id", null),
                invalid("server_id", "\"\""),
                invalid("server_id", "\"+\""),
                invalid("server_id", "\"#\""),
                invalid("server_id", "\"a/b\""),
                invalid("server_id", "\"$SYS\""),
                invalid("server_id", "\"server1\\u0000\""),
                invalid("server_id", "\"server1\\n\""),
                invalid("server_id", "\"servidor é\""),
                invalid("server_id", "\"" + "x".repeat(65) + "\""),
                invalid("server_id", "1"),
                invalid("inicio", "\"2026-06-02\""),
                invalid("inicio", "\"2026-06-02T09:00:00\""),
                invalid("inicio", "\"tomorrow\""),
                invalid("inicio", "\"\""),
                invalid("inicio", "1780000000"),
                invalid("fim", "\"2026-13-02T09:00:00Z\""),
                invalid("aceita_equivalente", "\"true\""),
                invalid("aceita_equivalente", "1"),
                invalid("aceita_equivalente", "{}"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("invalidFields")
    void anInvalidFieldIsNamedAndNothingIsPublished(String field, JsonValue value) throws IOException {
        ResponseEntity<JsonNode> answer = client.post("/reservar", value.in(BODY, field));

        assertRefused(answer, 422, "DADOS_INVALIDOS");
        assertThat(fields(answer)).containsExactly(field);
        assertThat(answer.getBody().at("/erros/0/mensagem").asText()).isNotBlank();
        assertThat(client.published()).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "capacidade_bateria, NaN",
        "capacidade_bateria, -Infinity",
        "nivel_bateria_atual, Infinity",
        "taxa_descarga, NaN",
        "taxa_descarga, INF"
    })
    void aTextThatJavaWouldTakeForANumberIsNone(String field, String text) throws IOException {
        ResponseEntity<JsonNode> answer = client.post("/reservar", new JsonValue("\"" + text + "\"").in(BODY, field));

        assertRefused(answer, 422, "DADOS_INVALIDOS");
        assertThat(fields(answer)).contains(field);
        assertThat(client.published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "placa",
                "modelo",
                "capacidade_bateria",
                "nivel_bateria_atual",
                "taxa_descarga",
                "posto_id",
                "server_id"
            })
    void aMissingFieldIsNamed(String field) throws IOException {
        ObjectNode body = (ObjectNode) ContractJson.mapper().readTree(BODY);
        body.remove(field);

        ResponseEntity<JsonNode> answer = client.post("/reservar", body.toString());

        assertRefused(answer, 422, "DADOS_INVALIDOS");
        assertThat(answer.getBody().path("erros"))
                .isEqualTo(ContractJson.mapper().readTree("""
                [{"campo":"%s","mensagem":"é obrigatório"}]""".formatted(field).replace(
                        "é obrigatório", field.equals("modelo") ? "não pode ficar em branco" : "é obrigatório")));
        assertThat(client.published()).isEmpty();
    }

    @Test
    void allInvalidFieldsAreNamedAtOnceAndFlat() {
        ResponseEntity<JsonNode> answer = client.post("/reservar", "{}");

        assertRefused(answer, 422, "DADOS_INVALIDOS");
        assertThat(fields(answer))
                .containsExactly(
                        "capacidade_bateria",
                        "modelo",
                        "nivel_bateria_atual",
                        "placa",
                        "posto_id",
                        "server_id",
                        "taxa_descarga");
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({
        "2026-06-02T12:00:00Z, 2026-06-02T11:59:59Z, deve ser depois do início",
        "2026-06-02T12:00:00Z, 2026-06-02T12:00:00Z, deve ser depois do início",
        "2026-06-02T12:00:00Z, 2026-06-02T09:00:00-03:00, deve ser depois do início",
        "2026-06-02T12:00:00Z, 2026-06-03T12:00:01Z, a janela pode durar no máximo 24 horas"
    })
    void aWindowThatIsNoneIsRefusedByItsEnd(String inicio, String fim, String mensagem) {
        ResponseEntity<JsonNode> answer = client.post(
                "/reservar", BODY.replace("}", ",\"inicio\":\"%s\",\"fim\":\"%s\"}".formatted(inicio, fim)));

        assertRefused(answer, 422, "DADOS_INVALIDOS");
        assertThat(fields(answer)).containsExactly("fim");
        assertThat(answer.getBody().at("/erros/0/mensagem").asText()).isEqualTo(mensagem);
        assertThat(client.published()).isEmpty();
    }

    static Stream<Named<byte[]>> malformed() {
        return Stream.of(
                        "",
                        " ",
                        "null",
                        "5",
                        "\"text\"",
                        "[]",
                        "[" + BODY + "]",
                        "{",
                        BODY + "}",
                        BODY + BODY,
                        BODY.replace("}", ",}"),
                        BODY.replace("44.5", "NaN"),
                        BODY.replace("44.5", "044.5"),
                        BODY.replace("44.5", "1".repeat(100)),
                        BODY.replace("\"", "'"),
                        BODY.replace("}", ",\"posto_id\":6}"),
                        BODY.replace("}", ",\"novo\":" + "[".repeat(50) + "]".repeat(50) + "}"),
                        "<reserva/>")
                .map(text -> Named.of(
                        "<" + text.substring(0, Math.min(60, text.length())) + ">",
                        text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aBodyThatIsNoJsonObjectIs400AndNothingIsPublished(byte[] body) {
        assertRefused(post(body, "application/json"), 400, "JSON_INVALIDO");
        assertThat(client.published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252"})
    void aBodyThatIsNoUtf8Is400AndNothingIsPublished(String charset) {
        byte[] latin = BODY.replace("Dolphin", "Célula").getBytes(Charset.forName(charset));

        assertRefused(post(latin, "application/json"), 400, "JSON_INVALIDO");
        assertThat(client.published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data"})
    void aBodyOfAnotherTypeIs415AndNothingIsPublished(String contentType) {
        assertRefused(post(BODY.getBytes(StandardCharsets.UTF_8), contentType), 415, "JSON_INVALIDO");
        assertThat(client.published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "APPLICATION/JSON"})
    void jsonIsJsonHoweverItIsDeclared(String contentType) {
        assertThat(post(BODY.getBytes(StandardCharsets.UTF_8), contentType)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void aBodyOfMoreThan64KilobytesIs413AndNothingIsPublished() {
        String tooLarge = BODY.replace("}", ",\"novo\":\"" + "x".repeat(64 * 1024) + "\"}");

        assertRefused(post(tooLarge.getBytes(StandardCharsets.UTF_8), "application/json"), 413, "LIMITE_EXCEDIDO");
        assertThat(client.published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blanks", "tab\tinside", ""})
    void aKeyThatCannotBeARequestIdIsRefused(String key) {
        ResponseEntity<JsonNode> answer = client.post("/reservar", with("Idempotency-Key", key), BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(fields(answer)).containsExactly("Idempotency-Key");
        assertThat(client.published()).isEmpty();
    }

    @Test
    void aKeyOf129CharactersIsRefusedAndOneOf128IsNot() {
        assertThat(client.post("/reservar", with("Idempotency-Key", "x".repeat(129)), BODY)
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(client.post("/reservar", with("Idempotency-Key", "x".repeat(128)), BODY)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void aServerThatWasNeverHeardOfIs404() {
        ResponseEntity<JsonNode> answer =
                client.post("/reservar", with("Idempotency-Key", "r-1"), BODY.replace("server1", "server9"));

        assertRefused(answer, 404, "SERVIDOR_DESCONHECIDO");
        assertThat(answer.getBody().path("mensagem").asText()).contains("server9");
        assertThat(answer.getBody().path("request_id").asText()).isEqualTo("r-1");
        assertThat(client.published()).isEmpty();
    }

    @Test
    void aServerThatHasGoneIs503AtOnce() {
        client.offline("server1");

        ResponseEntity<JsonNode> answer = client.post("/reservar", BODY);

        assertRefused(answer, 503, "SERVIDOR_INDISPONIVEL");
        assertThat(answer.getBody().path("mensagem").asText()).isEqualTo("O servidor server1 está fora do ar");
        assertThat(client.published()).isEmpty();
    }

    static Stream<Arguments> failures() {
        DefaultExchange exchange = new DefaultExchange(new org.apache.camel.impl.DefaultCamelContext());
        return Stream.of(
                Arguments.of(new ExchangeTimedOutException(exchange, 5_000), 504, "TEMPO_ESGOTADO"),
                Arguments.of(
                        new MqttException(MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED),
                        503,
                        "SERVIDOR_INDISPONIVEL"),
                Arguments.of(
                        new MqttException(MqttClientException.REASON_CODE_CLIENT_CLOSED), 503, "SERVIDOR_INDISPONIVEL"),
                Arguments.of(new MqttException(MqttClientException.REASON_CODE_MAX_INFLIGHT), 429, "LIMITE_EXCEDIDO"),
                Arguments.of(new RejectedExecutionException("too many requests in flight"), 429, "LIMITE_EXCEDIDO"),
                Arguments.of(
                        new MqttException(MqttClientException.REASON_CODE_OUTGOING_PACKET_TOO_LARGE),
                        429,
                        "LIMITE_EXCEDIDO"),
                Arguments.of(new IllegalStateException("not for the caller's eyes"), 500, "ERRO_INTERNO"));
    }

    @ParameterizedTest(name = "{2}: {0}")
    @MethodSource("failures")
    void aRequestThatFailsIsAnsweredWithWhatItMeans(Exception failure, int status, String codigo) {
        client.fail(Topics.POSTOS_RESERVA, failure);

        ResponseEntity<JsonNode> answer = client.post("/reservar", with("Idempotency-Key", "r-1"), BODY);

        assertRefused(answer, status, codigo);
        assertThat(answer.getBody().path("request_id").asText()).isEqualTo("r-1");
        assertThat(answer.getBody().path("server_id").asText()).isEqualTo("server1");
        assertThat(answer.getBody().toString()).doesNotContain("eyes", "Exception");
    }

    private ResponseEntity<JsonNode> post(byte[] body, String contentType) {
        HttpHeaders headers = new HttpHeaders();
        if (contentType != null) {
            headers.set(HttpHeaders.CONTENT_TYPE, contentType);
        }
        return client.post("/reservar", body, headers);
    }

    private static HttpHeaders with(String header, String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set(header, value);
        return headers;
    }

    private static void assertRefused(ResponseEntity<JsonNode> answer, int status, String codigo) {
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(answer.getBody().path("status").asText()).isEqualTo("erro");
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo(codigo);
        assertThat(answer.getBody().path("mensagem").asText()).isNotBlank();
    }

    private static List<String> fields(ResponseEntity<JsonNode> answer) {
        return answer.getBody().path("erros").findValues("campo").stream()
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }

    private static Arguments invalid(String field, String json) {
        return Arguments.of(field, new JsonValue(Objects.requireNonNullElse(json, "null")));
    }

    /** A value as it is spelled in JSON. */
    record JsonValue(String json) {

        /** The body with this value in the field instead of its own, if it has one. */
        String in(String body, String field) throws IOException {
            ObjectNode changed = (ObjectNode) ContractJson.mapper().readTree(body);
            changed.put(field, "@@");
            return changed.toString().replace("\"@@\"", json);
        }

        @Override
        public String toString() {
            return json.length() > 40 ? json.substring(0, 40) + "…" : json;
        }
    }
}
