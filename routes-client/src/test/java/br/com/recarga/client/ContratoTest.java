package br.com.recarga.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import br.com.recarga.client.reservas.Eventos;
import br.com.recarga.contract.Autor;
import br.com.recarga.contract.CodigoReserva;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.ReservaEvento;
import br.com.recarga.contract.Situacao;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
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

    private static final String RESERVA = "server1-01a20121-6074-7f6c-b1fd-547073455cea";
    private static final String TENTATIVA = "v-0b8f6a52-3c1d-4e7a-9f20-6d5c4b3a2e10.1";

    @Autowired
    private ClientHarness client;

    @Autowired
    private Eventos eventos;

    @BeforeEach
    void theServerOfTheExamplesIsOnline() throws JsonProcessingException {
        client.announce(
                "servers/server1/status",
                example(Exemplo.SERVIDOR_STATUS_ONLINE).toString());
        client.answer(Topics.POSTOS_RESERVA, request -> "{}");
        client.answer(Topics.POSTOS_REQUEST, request -> "{}");
        client.answer(Topics.RESERVAS_REQUEST, request -> "{}");
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
    void asksForAnyEqualPoint() throws JsonProcessingException {
        ObjectNode expected = example(Exemplo.RESERVA_REQUEST_EQUIVALENTE);

        reserve(Exemplo.RESERVAR_BODY_EQUIVALENTE, expected.path("request_id").asText());

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
        ObjectNode expected = example(Exemplo.POSTOS_REQUEST_PARTE);
        expected.set("request_id", published.get("request_id"));
        assertThat(published).isEqualTo(expected);
    }

    @Test
    void asksForTheReservationsOfACar() throws JsonProcessingException {
        client.get("/reservas?server_id=server1&placa=abc-1d23");

        assertPublished(Topics.RESERVAS_REQUEST, Exemplo.RESERVAS_REQUEST_PLACA);
    }

    @Test
    void asksForOneReservation() throws JsonProcessingException {
        client.get("/reservas/" + RESERVA, withCode());

        assertPublished(Topics.RESERVAS_REQUEST, Exemplo.RESERVAS_REQUEST);
    }

    @Test
    void asksWhatBecameOfARequest() throws JsonProcessingException {
        client.get("/reservas/5b0a7c1e-3a2d-4f0e-8b77-2f1d6c9e4a01");

        assertPublished(Topics.RESERVAS_REQUEST, Exemplo.RESERVAS_REQUEST_REQUEST_ID);
    }

    @Test
    void cancels() throws JsonProcessingException {
        JsonNode expected = example(Exemplo.CANCELAMENTO_RESPONSE);
        client.answer(Topics.POSTOS_CANCELAMENTO, request -> to(request, expected));

        ResponseEntity<JsonNode> answer =
                client.delete("/reservas/" + RESERVA + "?motivo={motivo}", withCode(), "Mudei de planos");

        assertPublished(Topics.POSTOS_CANCELAMENTO, Exemplo.CANCELAMENTO_REQUEST);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(expected);
    }

    @Test
    void passesOnThatItIsTooLateToCancel() throws JsonProcessingException {
        JsonNode expected = example(Exemplo.CANCELAMENTO_RESPONSE_TRANSICAO_INVALIDA);
        client.answer(Topics.POSTOS_CANCELAMENTO, request -> to(request, expected));

        ResponseEntity<JsonNode> answer = client.delete("/reservas/" + RESERVA, withCode());

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody()).isEqualTo(expected);
    }

    @Test
    void moves() throws JsonProcessingException {
        JsonNode expected = example(Exemplo.ALTERACAO_RESPONSE);
        client.answer(Topics.POSTOS_ALTERACAO, request -> to(request, expected));

        ResponseEntity<JsonNode> answer = client.patch(
                "/reservas/" + RESERVA,
                withCode(),
                example(Exemplo.ALTERAR_BODY).toString());

        assertPublished(Topics.POSTOS_ALTERACAO, Exemplo.ALTERACAO_REQUEST);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(expected);
    }

    @Test
    void reservesATrip() throws JsonProcessingException {
        client.answer(Topics.POSTOS_PRE_RESERVA, ofItsTrip(Exemplo.PRE_RESERVA_RESPONSE));
        client.answer(Topics.POSTOS_CONFIRMACAO, ofItsTrip(Exemplo.CONFIRMACAO_RESPONSE));

        ResponseEntity<JsonNode> answer = reserveTrip();

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertTrip(answer.getBody(), Exemplo.VIAGEM);
        assertPublishedForTrip(Topics.POSTOS_PRE_RESERVA, Exemplo.PRE_RESERVA_REQUEST);
        assertPublishedForTrip(Topics.POSTOS_CONFIRMACAO, Exemplo.CONFIRMACAO_REQUEST);
    }

    @Test
    void showsHowTheStopsOfATripStandNow() throws JsonProcessingException {
        client.answer(Topics.POSTOS_PRE_RESERVA, ofItsTrip(Exemplo.PRE_RESERVA_RESPONSE));
        client.answer(Topics.POSTOS_CONFIRMACAO, ofItsTrip(Exemplo.CONFIRMACAO_RESPONSE));
        // in windows that do not pass
        client.answer(
                Topics.RESERVAS_REQUEST,
                ofItsTrip(Exemplo.RESERVAS_RESPONSE_VIAGEM).andThen(reply -> reply.replace("2026-", "2126-")));
        JsonNode trip = reserveTrip().getBody();
        HttpHeaders code = new HttpHeaders();
        code.set(CodigoReserva.CABECALHO, trip.path("codigo_reserva").asText());

        JsonNode told =
                client.get("/viagens/" + trip.path("viagem_id").asText(), code).getBody();

        JsonNode asked = client.published(Topics.RESERVAS_REQUEST).get(0);
        assertThat(asked)
                .isEqualTo(example(Exemplo.RESERVAS_REQUEST_VIAGEM)
                        .put("viagem_id", trip.path("viagem_id").asText() + ".1")
                        .set("request_id", asked.get("request_id")));
        ObjectNode expected = (ObjectNode) ContractJson.mapper()
                .readTree(bytes(Exemplo.VIAGEM_PARADA_CANCELADA).replace("2026-", "2126-"));
        expected.set("viagem_id", trip.get("viagem_id"));
        expected.set("request_id", told.get("request_id"));
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void saysWhyATripIsRefused() throws JsonProcessingException {
        client.answer(Topics.POSTOS_PRE_RESERVA, ofItsTrip(Exemplo.PRE_RESERVA_RESPONSE_RECUSADA));
        client.answer(Topics.POSTOS_CANCELAMENTO, ofItsTrip(Exemplo.CANCELAMENTO_RESPONSE_VIAGEM));

        ResponseEntity<JsonNode> answer = reserveTrip();

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertTrip(answer.getBody(), Exemplo.VIAGEM_RECUSADA);
        assertPublishedForTrip(Topics.POSTOS_CANCELAMENTO, Exemplo.CANCELAMENTO_REQUEST_VIAGEM);
    }

    @Test
    void undoesATripThatAServerHasLost() throws JsonProcessingException {
        client.answer(Topics.POSTOS_PRE_RESERVA, ofItsTrip(Exemplo.PRE_RESERVA_RESPONSE));
        client.answer(Topics.POSTOS_CONFIRMACAO, ofItsTrip(Exemplo.CONFIRMACAO_RESPONSE_RESERVA_EXPIRADA));
        client.answer(Topics.POSTOS_CANCELAMENTO, ofItsTrip(Exemplo.CANCELAMENTO_RESPONSE_VIAGEM));

        ResponseEntity<JsonNode> answer = reserveTrip();

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertPublishedForTrip(Topics.POSTOS_CANCELAMENTO, Exemplo.CANCELAMENTO_REQUEST_VIAGEM);
    }

    @Test
    void asksForAgendasToPlanATrip() throws JsonProcessingException {
        JsonNode reply = example(Exemplo.POSTOS_RESPONSE_AGENDA);
        client.answer(Topics.POSTOS_REQUEST, request -> to(request, reply));

        ResponseEntity<JsonNode> answer =
                client.post("/viagens/planejar", headers("p-1"), bytes(Exemplo.PLANEJAR_BODY));

        assertThat(answer.getStatusCode().value()).isIn(200, 422);
        assertPublished(Topics.POSTOS_REQUEST, Exemplo.POSTOS_REQUEST_AGENDA);
    }

    @Test
    void givesAReservationBack() throws JsonProcessingException {
        JsonNode reply = example(Exemplo.RESERVAS_RESPONSE);
        client.answer(Topics.RESERVAS_REQUEST, request -> to(request, reply));

        assertThat(client.get("/reservas/" + RESERVA, withCode()).getBody().path("reserva"))
                .isEqualTo(reply.at("/reservas/0"));
    }

    @Test
    void givesOutlinesBack() throws JsonProcessingException {
        JsonNode reply = example(Exemplo.RESERVAS_RESPONSE_RESUMO);
        client.answer(Topics.RESERVAS_REQUEST, request -> to(request, reply));

        assertThat(client.get("/reservas?placa=ABC1D23").getBody().path("reservas"))
                .isEqualTo(reply.path("reservas"));
        assertThat(client.get("/reservas?placa=ABC1D23&server_id=server1").getBody())
                .isEqualTo(reply);
    }

    @Test
    void hearsWhatBecameOfAReservation() {
        client.event(Topics.evento("client_servidor_7", "server1"), Exemplo.RESERVA_EVENTO.bytes());

        assertThat(eventos.recentes())
                .extracting(ReservaEvento::reservaId, ReservaEvento::situacao, ReservaEvento::por)
                .containsExactly(tuple(RESERVA, Situacao.CANCELADA, Autor.OPERADOR));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "RESERVA_RESPONSE_SUCESSO, 200",
        "RESERVA_RESPONSE_SUCESSO_ORIGINAL, 200",
        "RESERVA_RESPONSE_POSTO_OCUPADO, 409",
        "RESERVA_RESPONSE_POSTO_INEXISTENTE, 404",
        "RESERVA_RESPONSE_ERRO_ORIGINAL, 404",
        "RESERVA_RESPONSE_DADOS_INVALIDOS, 422"
    })
    void givesTheReplyToAReservationBack(Exemplo reply, int status) throws JsonProcessingException {
        JsonNode expected = example(reply);
        client.answer(Topics.POSTOS_RESERVA, request -> to(request, expected));

        ResponseEntity<JsonNode> answer = reserve(Exemplo.RESERVAR_BODY, "r-1");

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(withoutACodeOfOurs(answer, expected)).isEqualTo(expected);
    }

    /** The golden reply, as the one to this request. */
    private static String to(JsonNode request, JsonNode reply) {
        return ((ObjectNode) reply).set("request_id", request.get("request_id")).toString();
    }

    /** What an original server leaves out the client adds. */
    private static JsonNode withoutACodeOfOurs(ResponseEntity<JsonNode> answer, JsonNode expected) {
        ObjectNode told = answer.getBody().deepCopy();
        if (!expected.has("codigo")) {
            assertThat(told.remove("codigo")).isNotNull();
        }
        return told;
    }

    @ParameterizedTest
    @CsvSource({"POSTOS_RESPONSE", "POSTOS_RESPONSE_ORIGINAL"})
    void givesPointsBack(Exemplo reply) throws JsonProcessingException {
        JsonNode expected = example(reply);
        client.answer(Topics.POSTOS_REQUEST, request -> to(request, expected));

        ResponseEntity<JsonNode> all = client.get("/postos");
        ResponseEntity<JsonNode> one = client.get("/postos?server_id=server1");

        // of what a server does not say only this is added
        expected.path("postos").forEach(point -> ((ObjectNode) point).put("fuso", "America/Sao_Paulo"));
        assertThat(one.getStatusCode().value()).isEqualTo(200);
        assertThat(withoutACodeOfOurs(one, expected)).isEqualTo(expected);
        assertThat(all.getBody().path("servidores")).hasSize(1);
        assertThat(all.getBody().path("postos")).hasSameSizeAs(expected.path("postos"));
    }

    @Test
    void givesARefusedListBack() throws JsonProcessingException {
        JsonNode reply = example(Exemplo.RECUSA);
        client.answer(Topics.POSTOS_REQUEST, request -> to(request, reply));

        ResponseEntity<JsonNode> answer = client.get("/postos?server_id=server1");

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).isEqualTo(reply);
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

    /** Under an id of its own. */
    private void assertPublished(String topic, Exemplo example) throws JsonProcessingException {
        JsonNode published = client.published(topic).get(0);
        ObjectNode expected = example(example).without("prazo");
        expected.set("request_id", published.get("request_id"));
        assertThat(published).isEqualTo(expected);
    }

    private ResponseEntity<JsonNode> reserveTrip() {
        return client.post("/viagens", Exemplo.VIAGEM_BODY.bytes(), headers("9c3e7b1f-6a2b-4c55-8d4e-3f9a1c7e5b01"));
    }

    /** What a server answers, of the trip that it is asked about. */
    private static Function<JsonNode, String> ofItsTrip(Exemplo reply) {
        return request -> {
            try {
                return to(request, example(reply))
                        .replace(TENTATIVA, request.path("viagem_id").asText());
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }

    /** Under an id of its own, and with a time of its own. */
    private void assertPublishedForTrip(String topic, Exemplo example) throws JsonProcessingException {
        JsonNode published = client.published(topic).get(0);
        ObjectNode expected = (ObjectNode) ContractJson.mapper()
                .readTree(example(example)
                        .toString()
                        .replace(TENTATIVA, published.path("viagem_id").asText()));
        if (expected.has("expira_em")) {
            expected.set("expira_em", published.get("expira_em"));
        }
        assertThat(published).isEqualTo(expected);
    }

    /** With an id and a code of its own. */
    private static void assertTrip(JsonNode told, Exemplo example) throws JsonProcessingException {
        ObjectNode expected = example(example);
        expected.set("viagem_id", told.get("viagem_id"));
        expected.set("codigo_reserva", told.get("codigo_reserva"));
        assertThat(told).isEqualTo(expected);
        assertThat(told.path("codigo_reserva").asText()).matches("[0-9a-f]{20}");
    }

    private static HttpHeaders withCode() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(CodigoReserva.CABECALHO, "a00ae2762a9bfb52dbd1");
        return headers;
    }

    private ResponseEntity<JsonNode> reserve(Exemplo body, String key) {
        return client.post("/reservar", body.bytes(), headers(key));
    }

    private static HttpHeaders headers(String key) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set("Idempotency-Key", key);
        return headers;
    }

    private static String bytes(Exemplo example) {
        return new String(example.bytes(), StandardCharsets.UTF_8);
    }

    /** The examples are of a client with another name. */
    private static ObjectNode example(Exemplo example) throws JsonProcessingException {
        String json = new String(example.bytes(), StandardCharsets.UTF_8);
        return (ObjectNode) ContractJson.mapper().readTree(json.replace("client_servidor_1", "client_servidor_7"));
    }
}
