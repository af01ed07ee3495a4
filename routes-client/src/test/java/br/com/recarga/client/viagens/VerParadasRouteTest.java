package br.com.recarga.client.viagens;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientHarness.Served;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What a driver is told of the stops of a trip after it was decided. */
@ClientTest
class VerParadasRouteTest {

    /** Windows that do not pass. */
    private static final String BODY = """
            {"carro":{"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,"taxa_descarga":0.15},
             "paradas":[{"server_id":"server1","posto_id":5,"inicio":"2127-01-10T08:00:00-03:00","fim":"2127-01-10T09:00:00-03:00"},
                        {"server_id":"server2","posto_id":7,"inicio":"2127-01-10T11:00:00-03:00","fim":"2127-01-10T12:00:00-03:00"}]}""";

    private static final String RESERVADAS = "Todas as paradas estão reservadas";

    @Autowired
    private ClientHarness client;

    @BeforeEach
    void twoServers() {
        client.online("server1", "server2");
        everybody(Topics.POSTOS_PRE_RESERVA, request -> decided(request, "PRE_RESERVADA"));
        everybody(Topics.POSTOS_CONFIRMACAO, request -> decided(request, "CONFIRMADA"));
        everybody(Topics.POSTOS_CANCELAMENTO, request -> decided(request, "CANCELADA"));
        everybody(Topics.RESERVAS_REQUEST, request -> stands(request, "CONFIRMADA"));
    }

    @Test
    void aStopThatItsOperatorCancelledIsShownAsItIsNowAndWhatToDoIsSaid() {
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);
        server2(request -> stands(request, "CANCELADA"));

        JsonNode trip = shown(reserved);

        assertThat(trip.path("situacao").asText()).isEqualTo("confirmada");
        assertThat(trip.at("/paradas/0/situacao").asText()).isEqualTo("CONFIRMADA");
        assertThat(trip.at("/paradas/1/situacao").asText()).isEqualTo("CANCELADA");
        assertThat(trip.at("/paradas/1/mensagem").asText()).isEqualTo("Não está mais reservada: foi cancelada");
        assertThat(trip.path("mensagem").asText())
                .isEqualTo("A parada 2 foi cancelada. Reserve outro posto no lugar, "
                        + "ou cancele a viagem e planeje de novo o que falta.");
        assertThat(trip.has("sem_resposta")).isFalse();
    }

    @Test
    void aStopThatItsOperatorHasGivenAnotherPointIsShownThere() {
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);
        server2(request -> stands(request, "CONFIRMADA").replace("\"posto_id\":7", "\"posto_id\":8"));

        JsonNode trip = shown(reserved);

        assertThat(trip.at("/paradas/0/posto_id").asInt()).isEqualTo(5);
        assertThat(trip.at("/paradas/1/posto_id").asInt()).isEqualTo(8);
        assertThat(trip.at("/paradas/1/mensagem").asText()).contains("no posto 8");
    }

    @Test
    void eachServerIsAskedOnceForTheAttemptThatItKnows() {
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);

        JsonNode trip = shown(reserved);

        assertThat(trip.path("mensagem").asText()).isEqualTo(RESERVADAS);
        assertThat(client.published(Topics.RESERVAS_REQUEST))
                .hasSize(2)
                .allMatch(request -> request.path("viagem_id")
                        .asText()
                        .equals(trip.path("viagem_id").asText() + ".1"))
                .extracting(request -> request.path("server_id").asText())
                .containsExactlyInAnyOrder("server1", "server2");
    }

    @Test
    void theStopsOfASilentServerAreShownAsTheyWereReservedAndItIsNamed() {
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);
        client.serve(
                Topics.RESERVAS_REQUEST,
                Map.of("server1", request -> stands(request, "CANCELADA"), "server2", request -> {
                    throw new MqttException(32104);
                }));

        JsonNode trip = shown(reserved);

        assertThat(trip.path("sem_resposta")).hasToString("[\"server2\"]");
        assertThat(trip.at("/paradas/0/situacao").asText()).isEqualTo("CANCELADA");
        assertThat(trip.at("/paradas/1/situacao").asText()).isEqualTo("CONFIRMADA");
        assertThat(trip.path("mensagem").asText())
                .startsWith("A parada 1 foi cancelada. ")
                .endsWith(" Sem resposta de server2: as suas paradas são mostradas como foram reservadas.");
    }

    @Test
    void aServerThatIsAwayIsNamedAndNotAsked() {
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);
        client.offline("server2");

        JsonNode trip = shown(reserved);

        assertThat(trip.path("sem_resposta")).hasToString("[\"server2\"]");
        assertThat(trip.at("/paradas/1/situacao").asText()).isEqualTo("CONFIRMADA");
        assertThat(client.published(Topics.RESERVAS_REQUEST))
                .extracting(request -> request.path("server_id").asText())
                .containsExactly("server1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"status\":\"erro\",\"codigo\":\"DADOS_INVALIDOS\"}",
                "{\"reservas\":[null]}",
                "{\"reservas\":[{\"reserva_id\":\"server2-1\"}]}",
                "{\"reservas\":[{\"reserva_id\":\"server2-1\",\"situacao\":\"TALVEZ\"}]}"
            })
    void anAnswerThatTellsNothingIsNone(String answer) {
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);
        server2(request -> answer);

        JsonNode trip = shown(reserved);

        assertThat(trip.path("sem_resposta")).hasToString("[\"server2\"]");
        assertThat(trip.at("/paradas/1/situacao").asText()).isEqualTo("CONFIRMADA");
    }

    @Test
    void aStopThatItsServerDoesNotKnowAnyMoreIsNotSaidToBeReserved() {
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);
        server2(request -> "{\"codigo\":\"OK\",\"reservas\":[]}");

        JsonNode trip = shown(reserved);

        assertThat(trip.at("/paradas/1").has("situacao")).isFalse();
        assertThat(trip.at("/paradas/1/codigo").asText()).isEqualTo("RESERVA_INEXISTENTE");
        assertThat(trip.path("mensagem").asText()).startsWith("A parada 2 já não é conhecida pelo servidor. ");
        assertThat(trip.has("sem_resposta")).isFalse();
    }

    @Test
    void theWindowThatAnOperatorGaveAStopIsShown() {
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);
        server2(request -> stands(request, "CONFIRMADA").replace("T12:00", "T12:30"));

        assertThat(shown(reserved).at("/paradas/1/fim").asText()).isEqualTo("2127-01-10T12:30:00-03:00");
    }

    @Test
    void whatAnOperatorChangedAtAPointThatIsStillReservedIsSaid() {
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);
        server2(request -> stands(request, "CONFIRMADA\",\"aviso\":\"O posto foi desligado pelo operador"));

        JsonNode trip = shown(reserved);

        assertThat(trip.at("/paradas/1/situacao").asText()).isEqualTo("CONFIRMADA");
        assertThat(trip.at("/paradas/1/mensagem").asText())
                .isEqualTo("Ainda reservada, mas veja: O posto foi desligado pelo operador");
        assertThat(trip.path("mensagem").asText()).isEqualTo("Parada 2: O posto foi desligado pelo operador.");
    }

    @Test
    void ofAStopWhoseTimeHasPassedNobodyIsToldToReserveAnother() {
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);
        server2(request -> stands(request, "EXPIRADA").replace("2127-", "2020-"));

        assertThat(shown(reserved).path("mensagem").asText())
                .isEqualTo("A parada 2 expirou, porque o carro não começou a carregar a tempo.");
    }

    @Test
    void aTripThatIsOverIsSaidToBe() {
        ResponseEntity<JsonNode> reserved = client.post("/viagens", BODY);
        everybody(Topics.RESERVAS_REQUEST, request -> stands(request, "CONCLUIDA"));

        assertThat(shown(reserved).path("mensagem").asText()).isEqualTo("Todas as paradas foram concluídas");
    }

    @Test
    void nobodyIsAskedAboutATripThatWasCancelledOrRefused() {
        ResponseEntity<JsonNode> cancelled = client.post("/viagens", BODY);
        client.delete("/viagens/" + cancelled.getBody().path("viagem_id").asText(), codigo(cancelled));
        everybody(Topics.POSTOS_PRE_RESERVA, request -> "{\"status\":\"erro\",\"codigo\":\"VIAGEM_RECUSADA\"}");
        ResponseEntity<JsonNode> refused = client.post("/viagens", BODY);

        assertThat(shown(cancelled).path("situacao").asText()).isEqualTo("cancelada");
        assertThat(shown(refused).path("situacao").asText()).isEqualTo("recusada");
        assertThat(client.published(Topics.RESERVAS_REQUEST)).isEmpty();
    }

    private void everybody(String topic, Served served) {
        client.serve(topic, Map.of("server1", served, "server2", served));
    }

    /** From now on, of the stops of which the first is as it was reserved. */
    private void server2(Served served) {
        client.serve(
                Topics.RESERVAS_REQUEST,
                Map.of("server1", request -> stands(request, "CONFIRMADA"), "server2", served));
    }

    private JsonNode shown(ResponseEntity<JsonNode> reserved) {
        ResponseEntity<JsonNode> answer =
                client.get("/viagens/" + reserved.getBody().path("viagem_id").asText(), codigo(reserved));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        return answer.getBody();
    }

    private static HttpHeaders codigo(ResponseEntity<JsonNode> reserved) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(
                "X-Codigo-Reserva", reserved.getBody().path("codigo_reserva").asText());
        return headers;
    }

    private static String decided(JsonNode request, String situacao) {
        return "{\"status\":\"sucesso\",\"codigo\":\"OK\",\"paradas\":[%s]}".formatted(stop(request, situacao));
    }

    private static String stands(JsonNode request, String situacao) {
        return "{\"status\":\"sucesso\",\"codigo\":\"OK\",\"reservas\":[%s]}".formatted(stop(request, situacao));
    }

    private static String stop(JsonNode request, String situacao) {
        String serverId = request.path("server_id").asText();
        boolean first = serverId.equals("server1");
        return """
                {"server_id":"%s","posto_id":%d,"inicio":"%s","fim":"%s","codigo":"OK","reserva_id":"%s-1","situacao":"%s"}""".formatted(
                        serverId,
                        first ? 5 : 7,
                        first ? "2127-01-10T08:00:00-03:00" : "2127-01-10T11:00:00-03:00",
                        first ? "2127-01-10T09:00:00-03:00" : "2127-01-10T12:00:00-03:00",
                        serverId,
                        situacao);
    }
}
