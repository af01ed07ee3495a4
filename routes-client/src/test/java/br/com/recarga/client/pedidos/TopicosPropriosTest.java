package br.com.recarga.client.pedidos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.client.config.OndePerguntar;
import br.com.recarga.client.reservas.EventosRoute;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.test.util.ReflectionTestUtils;

/** On which topics a server is asked and believed, whichever of them it and this client are for. */
@ClientTest
class TopicosPropriosTest {

    private static final String EVENTO = new String(Exemplo.RESERVA_EVENTO.bytes(), StandardCharsets.UTF_8);
    private static final String PROPRIO = "clients/client_servidor_7/eventos/server1";
    private static final String COMPARTILHADO = "client/client_servidor_7/reservas/evento";

    @Autowired
    private ClientHarness client;

    @Autowired
    private Servidores servidores;

    @BeforeEach
    void everyServerLists() {
        client.answer(Topics.POSTOS_REQUEST, request -> "{\"postos\":[]}");
    }

    @AfterEach
    void asItWasSet() {
        use(OndePerguntar.AMBOS);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPARTILHADOS, , ",
        "COMPARTILHADOS, '\"compartilhados\"', ",
        "COMPARTILHADOS, '\"proprios\",\"compartilhados\"', ",
        "COMPARTILHADOS, '\"proprios\"', servers/server1/pedidos/client_servidor_7/listar",
        "AMBOS, , ",
        "AMBOS, '\"compartilhados\"', ",
        "AMBOS, '\"proprios\",\"compartilhados\"', servers/server1/pedidos/client_servidor_7/listar",
        "AMBOS, '\"proprios\"', servers/server1/pedidos/client_servidor_7/listar",
        "PROPRIOS, '\"proprios\",\"compartilhados\"', servers/server1/pedidos/client_servidor_7/listar",
        "PROPRIOS, '\"proprios\"', servers/server1/pedidos/client_servidor_7/listar",
    })
    void aServerIsAskedWhereItHears(OndePerguntar ours, String theirs, String topic) {
        use(ours);
        announce(theirs);

        assertThat(list().getStatusCode().value()).isEqualTo(200);

        Message asked = client.requests(Topics.POSTOS_REQUEST)
                .getReceivedExchanges()
                .get(0)
                .getMessage();
        assertThat(asked.getHeader(MqttRequestComponent.TOPIC)).isEqualTo(topic);
        assertThat(asked.getHeader(MqttRequestComponent.REPLY_TOPIC))
                .isEqualTo(topic == null ? null : "clients/client_servidor_7/respostas/server1/listar");
    }

    @ParameterizedTest
    @CsvSource({"PROPRIOS, ", "PROPRIOS, '\"compartilhados\"'", "COMPARTILHADOS, '\"futuros\"'", "AMBOS, '\"futuros\"'"
    })
    void whoHearsNothingThatThisClientUsesIsRefusedAtOnceAndNotAsked(OndePerguntar ours, String theirs) {
        use(ours);
        announce(theirs);

        JsonNode answer = list().getBody();

        assertThat(answer.path("codigo").asText()).isEqualTo("SERVIDOR_INDISPONIVEL");
        assertThat(answer.path("mensagem").asText()).contains("tópicos");
        assertThat(client.published()).isEmpty();
        assertThat(client.get("/postos").getBody().path("sem_resposta"))
                .extracting(JsonNode::asText)
                .containsExactly("server1");
    }

    @ParameterizedTest
    @CsvSource({
        "COMPARTILHADOS, '\"proprios\",\"compartilhados\"', client/client_servidor_7/reservas/evento",
        "COMPARTILHADOS, , client/client_servidor_7/reservas/evento",
        "COMPARTILHADOS, '\"proprios\"', clients/client_servidor_7/eventos/server1",
        "AMBOS, '\"proprios\",\"compartilhados\"', clients/client_servidor_7/eventos/server1",
        "AMBOS, , client/client_servidor_7/reservas/evento",
        "AMBOS, '\"proprios\"', clients/client_servidor_7/eventos/server1",
        "PROPRIOS, '\"proprios\",\"compartilhados\"', clients/client_servidor_7/eventos/server1",
        "PROPRIOS, '\"compartilhados\"', ",
    })
    void anEventIsBelievedOnlyWhereItsServerIsAsked(OndePerguntar ours, String theirs, String believed) {
        use(ours);
        announce(theirs);

        for (String topic : List.of(COMPARTILHADO, PROPRIO)) {
            long discarded = client.exchanges(EventosRoute.DE_OUTRO_TOPICO);

            client.event(topic, EVENTO.getBytes(StandardCharsets.UTF_8));

            assertThat(client.exchanges(EventosRoute.DE_OUTRO_TOPICO) - discarded)
                    .as(topic)
                    .isEqualTo(topic.equals(believed) ? 0 : 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {COMPARTILHADO, PROPRIO})
    void anEventOfAServerThatIsNotKnownYetIsBelievedWhereverItMayBeAsked(String topic) {
        long discarded = client.exchanges(EventosRoute.DE_OUTRO_TOPICO);

        client.event(topic, EVENTO.getBytes(StandardCharsets.UTF_8));

        assertThat(client.exchanges(EventosRoute.DE_OUTRO_TOPICO)).isEqualTo(discarded);
    }

    @Test
    void anEventOfAnotherServerIsNotBelieved() {
        use(OndePerguntar.PROPRIOS);
        announce("\"proprios\"");
        long discarded = client.exchanges(EventosRoute.DE_OUTRO_TOPICO);

        client.event("clients/client_servidor_7/eventos/server2", EVENTO.getBytes(StandardCharsets.UTF_8));

        assertThat(client.exchanges(EventosRoute.DE_OUTRO_TOPICO)).isEqualTo(discarded + 1);
    }

    @Test
    void whoseServerItIsIsSaid() {
        client.announce(
                "servers/server1/status",
                "{\"server_id\":\"server1\",\"status\":\"online\",\"nome\":\"Eletroposto\",\"contato\":\"a@b.example\"}");

        JsonNode server = client.get("/servidores").getBody().path("servidores").path(0);

        assertThat(server.path("nome").asText()).isEqualTo("Eletroposto");
        assertThat(server.path("contato").asText()).isEqualTo("a@b.example");
    }

    private ResponseEntity<JsonNode> list() {
        return client.get("/postos?server_id=server1");
    }

    /** A setting, which is the same for all other tests. */
    private void use(OndePerguntar topicos) {
        ReflectionTestUtils.setField(servidores, "topicos", topicos);
    }

    private void announce(String topicos) {
        client.announce(
                "servers/server1/status",
                "{\"server_id\":\"server1\",\"status\":\"online\"%s}"
                        .formatted(topicos == null ? "" : ",\"topicos\":[" + topicos + "]"));
    }
}
