package br.com.recarga.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What all paths of the client have in common. */
@ClientTest
class HttpDoorTest {

    @Autowired
    private ClientHarness client;

    @Autowired
    private TestRestTemplate http;

    @Test
    void theApiDescribesItself() {
        JsonNode api = client.get("/openapi.json").getBody();

        assertThat(api.at("/info/title").asText()).isEqualTo("Recarga: cliente");
        assertThat(api.path("paths").fieldNames())
                .toIterable()
                .contains("/postos", "/reservar", "/reservas", "/reservas/{id}", "/servidores");
        assertThat(api.at("/paths/~1reservas~1{id}").fieldNames()).toIterable().contains("get", "delete", "patch");
        assertThat(api.at("/paths/~1reservar/post").isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/servidores",
                "/postos?server_id=server1",
                "/postos",
                "/postos?server_id=%2B",
                "/nothing",
                "/reservas?placa=ABC1234",
                "/reservas/r-1",
                "/reservas"
            })
    void answersCarryNoneOfTheHeadersThatCame(String path) {
        client.online("server1");
        client.answer(Topics.POSTOS_REQUEST, request -> "{\"postos\":[]}");
        client.answer(Topics.RESERVAS_REQUEST, request -> "{\"reservas\":[]}");

        assertNoEcho(http.exchange(path, HttpMethod.GET, new HttpEntity<>(secrets()), JsonNode.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{", """
            {"placa":"ABC1234","modelo":"BYD Dolphin","capacidade_bateria":44.5,"nivel_bateria_atual":22.3,\
            "taxa_descarga":0.19,"posto_id":5,"server_id":"server1"}"""})
    void answersToReservationsCarryNoneOfThemEither(String body) {
        client.online("server1");
        client.answer(Topics.POSTOS_RESERVA, request -> "{\"status\":\"sucesso\"}");
        HttpHeaders headers = secrets();
        headers.setContentType(MediaType.APPLICATION_JSON);

        assertNoEcho(client.post("/reservar", body.getBytes(StandardCharsets.UTF_8), headers));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /servidores",
        "OPTIONS, /servidores",
        "OPTIONS, /reservar",
        "OPTIONS, /postos",
        "OPTIONS, /reservas/r-1"
    })
    void noOtherSiteIsLetIn(String method, String path) {
        HttpHeaders headers = new HttpHeaders();
        headers.setOrigin("https://elsewhere.example");
        headers.setAccessControlRequestMethod(HttpMethod.POST);

        HttpHeaders answer = http.exchange(path, HttpMethod.valueOf(method), new HttpEntity<>(headers), byte[].class)
                .getHeaders();

        assertThat(answer.keySet()).noneMatch(name -> name.toLowerCase().startsWith("access-control-"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404",
        "GET, /reservar, 405",
        "POST, /postos, 405",
        "DELETE, /servidores, 405",
        "DELETE, /reservas, 405",
        "PUT, /reservas/server1-1, 405",
        "GET, /reservas/a/b, 404",
        "GET, /actuator/health, 404",
        "GET, /error, 404"
    })
    void whatNoRouteAnswersHasTheSameShape(String method, String path, int status) {
        ResponseEntity<JsonNode> answer = http.exchange(path, HttpMethod.valueOf(method), null, JsonNode.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(answer.getBody().path("status").asText()).isEqualTo("erro");
        assertThat(answer.getBody().path("codigo").asText()).isNotBlank();
        assertThat(answer.getBody().path("mensagem").asText()).isNotBlank();
    }

    private static HttpHeaders secrets() {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth("segredo");
        headers.set("X-Codigo-Reserva", "segredo");
        headers.set("Cookie", "sessao=segredo");
        headers.set("Idempotency-Key", "segredo");
        headers.set("User-Agent", "segredo");
        headers.set("CamelHttpResponseCode", "418");
        headers.set("Content-Disposition", "segredo");
        return headers;
    }

    private static void assertNoEcho(ResponseEntity<JsonNode> answer) {
        assertThat(answer.getStatusCode().value()).isNotEqualTo(418);
        assertThat(answer.getHeaders().toString().toLowerCase()).doesNotContain("segredo", "camel", "idempotency");
        assertThat(answer.getHeaders().keySet())
                .allMatch(
                        name -> name.toLowerCase()
                                .matches(
                                        "content-type|content-length|transfer-encoding|date|connection|keep-alive|allow|vary"
                                                + "|cache-control|content-security-policy|referrer-policy|x-content-type-options|x-frame-options"));
    }
}
