package br.com.recarga.client.aovivo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.testkit.ServerSentEvents;
import br.com.recarga.testkit.ServerSentEvents.Event;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.util.ReflectionTestUtils;

@ClientTest
class AcompanharRouteTest {

    private static final String TOPIC = "pontos/server1/5/status";
    private static final Event NO_BROKER = new Event("broker", "{\"conectado\":false}");

    @Autowired
    private ClientHarness client;

    @Autowired
    private Fluxos fluxos;

    @Autowired
    private Servidores servidores;

    @AfterEach
    void letEverybodyGo() {
        fluxos.stop();
        fluxos.start();
        await().until(() -> fluxos.abertos() == 0);
    }

    @Test
    void aListenerIsToldFirstWhatThereIs() throws Exception {
        client.online("server2", "server1");
        client.offline("server1");

        try (ServerSentEvents reader = client.listen()) {
            await().untilAsserted(() -> assertThat(reader.events())
                    .containsExactly(
                            new Event(
                                    "servidor",
                                    "{\"server_id\":\"server1\",\"status\":\"offline\",\"timestamp\":\"2026-06-01T10:00:00-03:00\"}"),
                            new Event(
                                    "servidor",
                                    "{\"server_id\":\"server2\",\"status\":\"online\",\"timestamp\":\"2026-06-01T09:00:00-03:00\"}"),
                            NO_BROKER));
            assertThat(reader.response().headers().firstValue("Content-Type"))
                    .hasValue("text/event-stream;charset=UTF-8");
        }
    }

    @Test
    void aListenerIsToldAlsoOfServersThatAnnounceNothing() throws Exception {
        Object none = ReflectionTestUtils.getField(servidores, "semPresenca");
        ReflectionTestUtils.setField(servidores, "semPresenca", Set.of("server8", "server9"));
        servidores.calou("server9");

        try (ServerSentEvents reader = client.listen()) {
            await().untilAsserted(() -> assertThat(reader.events())
                    .extracting(event -> event.data().replaceAll("[0-9T:.-]{19,}Z", "now"))
                    .containsExactly(
                            "{\"server_id\":\"server8\",\"sem_presenca\":true}",
                            "{\"server_id\":\"server9\",\"status\":\"offline\",\"timestamp\":\"now\",\"sem_presenca\":true}",
                            NO_BROKER.data()));
        } finally {
            ReflectionTestUtils.setField(servidores, "semPresenca", none);
        }
    }

    @Test
    void allListenersAreToldTheSame() throws Exception {
        try (ServerSentEvents one = client.listen();
                ServerSentEvents other = client.listen()) {
            client.online("server1");
            client.point(TOPIC, Exemplo.PONTO_STATUS.bytes(), false);
            client.event(Exemplo.RESERVA_EVENTO.bytes());

            for (ServerSentEvents reader : List.of(one, other)) {
                await().untilAsserted(() -> assertThat(reader.events())
                        .extracting(Event::name)
                        .containsExactly("broker", "servidor", "posto", "reserva"));
            }
            assertThat(one.events()).isEqualTo(other.events());
        }
    }

    @Test
    void aPointIsToldByTheNamesOfTheListOfPoints() throws Exception {
        try (ServerSentEvents reader = client.listen()) {
            client.point(TOPIC, Exemplo.PONTO_STATUS.bytes(), false);

            await().untilAsserted(() -> assertThat(reader.data("posto"))
                    .containsExactly("{\"id\":5,\"server_id\":\"server1\",\"disponivel\":false,"
                            + "\"em_manutencao\":false,\"timestamp\":\"2026-12-24T14:00:00-03:00\"}"));
        }
    }

    @Test
    void whereOperatorsAreKnownNobodyElseTellsOfPoints() throws Exception {
        ReflectionTestUtils.setField(servidores, "operadores", Set.of("server2"));
        try (ServerSentEvents reader = client.listen()) {
            client.point(TOPIC, Exemplo.PONTO_STATUS.bytes(), false);
            String ofServer2 =
                    new String(Exemplo.PONTO_STATUS.bytes(), StandardCharsets.UTF_8).replace("server1", "server2");
            client.point(TOPIC.replace("server1", "server2"), ofServer2.getBytes(StandardCharsets.UTF_8), false);

            await().untilAsserted(() ->
                    assertThat(reader.data("posto")).singleElement().asString().contains("server2"));
        } finally {
            ReflectionTestUtils.setField(servidores, "operadores", Set.of());
        }
    }

    @Test
    void whatTheBrokerOnlySaysAgainIsNoNews() throws Exception {
        try (ServerSentEvents reader = client.listen()) {
            // what it had kept, when the client came
            client.point(TOPIC, status("disponivel", "true"), true);
            client.point(TOPIC, status("disponivel", "false"), false);
            // again, twice: to a new subscription, and as the server publishes all when its broker is back
            client.point(TOPIC, status("disponivel", "false"), true);
            client.point(TOPIC, status("timestamp", "\"2026-12-24T15:00:00-03:00\""), false);
            // what changed while the client heard nothing
            client.point(TOPIC, status("em_manutencao", "true"), true);

            await().untilAsserted(() -> assertThat(reader.data("posto")).hasSize(2));
            assertThat(json(reader.data("posto").get(0)).get("disponivel").booleanValue())
                    .isFalse();
            assertThat(json(reader.data("posto").get(1)).get("em_manutencao").booleanValue())
                    .isTrue();
        }
    }

    @Test
    void aPointThatWasForgottenIsNewAgain() throws Exception {
        try (ServerSentEvents reader = client.listen()) {
            client.point(TOPIC, Exemplo.PONTO_STATUS.bytes(), false);
            client.point(TOPIC, new byte[0], false);
            client.point(TOPIC, Exemplo.PONTO_STATUS.bytes(), false);

            await().untilAsserted(() -> assertThat(reader.data("posto")).hasSize(2));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pontos/server2/5/status",
                "pontos/server1/6/status",
                "pontos/server1/05/status",
                "pontos//5/status"
            })
    void nobodySpeaksForAnotherPoint(String topic) throws Exception {
        try (ServerSentEvents reader = client.listen()) {
            client.point(topic, Exemplo.PONTO_STATUS.bytes(), false);
            client.online("server1");

            await().untilAsserted(() ->
                    assertThat(reader.events()).extracting(Event::name).contains("servidor"));
            assertThat(reader.data("posto")).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ponto_id | null",
                "ponto_id | 0",
                "ponto_id | \"5\"",
                "server_id | null",
                "server_id | \"server1\\ndata: forjado\"",
                "disponivel | null",
                "disponivel | \"sim\"",
                "em_manutencao | null",
                "timestamp | \"ontem\""
            })
    void aStatusThatBreaksTheContractIsIgnored(String field, String value) throws Exception {
        try (ServerSentEvents reader = client.listen()) {
            client.point(TOPIC, status(field, value), false);
            client.point(TOPIC, "{".getBytes(StandardCharsets.UTF_8), false);
            client.online("server1");

            await().untilAsserted(() -> assertThat(reader.data("servidor")).hasSize(1));
            assertThat(reader.data("posto")).isEmpty();
        }
    }

    @Test
    void aServerIsToldWhenItComesGoesOrIsForgotten() throws Exception {
        try (ServerSentEvents reader = client.listen()) {
            client.online("server1");
            // announced again, as every server does
            client.online("server1");
            client.offline("server1");
            client.announce("servers/server1/status", "");
            client.announce("servers/server1/status", "");

            await().untilAsserted(() -> assertThat(reader.data("servidor"))
                    .containsExactly(
                            "{\"server_id\":\"server1\",\"status\":\"online\",\"timestamp\":\"2026-06-01T09:00:00-03:00\"}",
                            "{\"server_id\":\"server1\",\"status\":\"offline\",\"timestamp\":\"2026-06-01T10:00:00-03:00\"}",
                            "{\"server_id\":\"server1\",\"status\":\"offline\"}"));
        }
    }

    @Test
    void aReservationIsToldOnceAndWithoutItsDriver() throws Exception {
        try (ServerSentEvents reader = client.listen()) {
            client.event(Exemplo.RESERVA_EVENTO.bytes());
            client.event(Exemplo.RESERVA_EVENTO.bytes());
            client.online("server1");

            await().untilAsserted(() -> assertThat(reader.data("servidor")).hasSize(1));
            assertThat(reader.data("reserva")).hasSize(1);
            JsonNode reserva = json(reader.data("reserva").get(0));
            assertThat(reserva.get("reserva_id").textValue()).isEqualTo("server1-01a20121-6074-7f6c-b1fd-547073455cea");
            assertThat(reserva.get("situacao").textValue()).isEqualTo("CANCELADA");
            assertThat(reserva.toString()).doesNotContain("ABC1D23", "Troca do conector", "motivo", "placa");
        }
    }

    @Test
    void aStopIsToldWithoutTheIdByWhichWhoeverHasItMayCancelTheTrip() throws Exception {
        try (ServerSentEvents reader = client.listen()) {
            client.event(((ObjectNode) json(Exemplo.RESERVA_EVENTO.texto()))
                    .put("viagem_id", "v-1.1")
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));

            await().untilAsserted(() -> assertThat(reader.data("reserva")).hasSize(1));
            assertThat(reader.data("reserva").get(0)).doesNotContain("v-1.1", "viagem_id");
        }
    }

    @Test
    void aHeartbeatIsAnEventThatABrowserTellsItsPageOf() throws Exception {
        try (ServerSentEvents one = client.listen();
                ServerSentEvents other = client.listen()) {
            client.beat();

            for (ServerSentEvents reader : List.of(one, other)) {
                await().untilAsserted(
                                () -> assertThat(reader.events()).containsExactly(NO_BROKER, new Event("pulso", "{}")));
            }
        }
    }

    @Test
    void aBrokerThatStaysAwayIsNoNews() throws Exception {
        try (ServerSentEvents reader = client.listen()) {
            client.lookForBroker();
            client.online("server1");

            await().untilAsserted(() -> assertThat(reader.data("servidor")).hasSize(1));
            assertThat(reader.data("broker")).hasSize(1);
        }
    }

    @Test
    void whenTheProcessEndsListenersAreLetGoAndNobodyIsLetIn() throws Exception {
        try (ServerSentEvents reader = client.listen()) {
            fluxos.stop();

            await().until(reader::ended);
            HttpHeaders headers = new HttpHeaders();
            headers.setAccept(List.of(MediaType.TEXT_EVENT_STREAM));
            ResponseEntity<JsonNode> refused = client.get("/eventos", headers);
            assertThat(refused.getStatusCode().value()).isEqualTo(503);
            assertThat(refused.getBody().get("codigo").textValue()).isEqualTo("SERVIDOR_INDISPONIVEL");
            assertThat(refused.getBody().get("status").textValue()).isEqualTo("erro");
        }
    }

    @Test
    void theStreamIsInTheDocument() {
        JsonNode get = client.get("/openapi.json").getBody().at("/paths/~1eventos/get");

        assertThat(get.at("/responses/200/content").has("text/event-stream"))
                .as(get.toString())
                .isTrue();
        assertThat(get.at("/responses").has("503")).isTrue();
    }

    private static byte[] status(String field, String value) throws IOException {
        ObjectNode status = (ObjectNode) ContractJson.mapper().readTree(Exemplo.PONTO_STATUS.bytes());
        status.set(field, ContractJson.mapper().readTree(value));
        return status.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String data) throws IOException {
        return ContractJson.mapper().readTree(data);
    }
}
