package br.com.recarga.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The client makes of the golden bodies of the contract its golden requests; the server's test reads the same ones. */
@ClientTest
class ContratoTest {

    @Autowired
    private ClientHarness client;

    @BeforeEach
    void theServerOfTheExamplesIsOnline() throws JsonProcessingException {
        client.announce(
                "servers/server1/status",
                example(Exemplo.SERVIDOR_STATUS_ONLINE).toString());
        client.answer(Topics.POSTOS_RESERVA, request -> "{}");
        client.answer(Topics.POSTOS_REQUEST, request -> "{}");
    }

    @Test
    void asksForAReservation() throws JsonProcessingException {
        ObjectNode expected = example(Exemplo.RESERVA_REQUEST);
        // nothing that a driver says
        expected.remove("viagem_id");

        reserve(Exemplo.RESERVAR_BODY, expected.path("request_id").asText());

        assertThat(client.published(Topics.POSTOS_RESERVA)).containsExactly(expected);
    }

    @Test
    void asksForAReservationAsAPeerOfTheOriginalDoes() throws JsonProcessingException {
        ObjectNode expected = example(Exemplo.RESERVA_REQUEST_ORIGINAL);

        reserve(Exemplo.RESERVAR_BODY_ORIGINAL, expected.path("request_id").asText());

        assertThat(client.published(Topics.POSTOS_RESERVA)).containsExactly(expected);
    }

    @Test
    void asksForPoints() throws JsonProcessingException {
        client.get("/postos?server_id=server1");

        JsonNode published = client.published(Topics.POSTOS_REQUEST).get(0);
        ObjectNode expected = example(Exemplo.POSTOS_REQUEST);
        expected.set("request_id", published.get("request_id"));
        assertThat(published).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "RESERVA_RESPONSE_SUCESSO, 200",
        "RESERVA_RESPONSE_SUCESSO_ORIGINAL, 200",
        "RESERVA_RESPONSE_POSTO_OCUPADO, 409",
        "RESERVA_RESPONSE_POSTO_INEXISTENTE, 404",
        "RESERVA_RESPONSE_ERRO_ORIGINAL, 409",
        "RESERVA_RESPONSE_DADOS_INVALIDOS, 422"
    })
    void givesTheReplyToAReservationBack(Exemplo reply, int status) throws JsonProcessingException {
        JsonNode expected = example(reply);
        client.answer(Topics.POSTOS_RESERVA, request -> expected.toString());

        ResponseEntity<JsonNode> answer = reserve(Exemplo.RESERVAR_BODY, "r-1");

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"POSTOS_RESPONSE", "POSTOS_RESPONSE_ORIGINAL"})
    void givesPointsBack(Exemplo reply) throws JsonProcessingException {
        JsonNode expected = example(reply);
        client.answer(Topics.POSTOS_REQUEST, request -> expected.toString());

        ResponseEntity<JsonNode> one = client.get("/postos?server_id=server1");
        ResponseEntity<JsonNode> all = client.get("/postos");

        assertThat(one.getStatusCode().value()).isEqualTo(200);
        assertThat(one.getBody()).isEqualTo(expected);
        assertThat(all.getBody().path("servidores")).hasSize(1);
        assertThat(all.getBody().path("postos")).hasSameSizeAs(expected.path("postos"));
    }

    @Test
    void hearsThatAServerHasGone() throws JsonProcessingException {
        client.announce(
                "servers/server1/status",
                example(Exemplo.SERVIDOR_STATUS_OFFLINE).toString());

        assertThat(client.get("/postos?server_id=server1").getStatusCode().value())
                .isEqualTo(503);
        assertThat(client.get("/servidores").getBody().at("/servidores/0"))
                .isEqualTo(example(Exemplo.SERVIDOR_STATUS_OFFLINE));
    }

    private ResponseEntity<JsonNode> reserve(Exemplo body, String key) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set("Idempotency-Key", key);
        return client.post("/reservar", body.bytes(), headers);
    }

    /** The examples are of a client with another name. */
    private static ObjectNode example(Exemplo example) throws JsonProcessingException {
        String json = new String(example.bytes(), StandardCharsets.UTF_8);
        return (ObjectNode) ContractJson.mapper().readTree(json.replace("client_servidor_1", "client_servidor_7"));
    }
}
