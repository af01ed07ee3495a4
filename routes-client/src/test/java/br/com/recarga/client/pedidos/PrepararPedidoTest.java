package br.com.recarga.client.pedidos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

@ClientTest
class PrepararPedidoTest {

    @Autowired
    private ClientHarness client;

    @Autowired
    private Servidores servidores;

    /** A setting, which is the same for all tests. */
    private Object unannounced;

    @BeforeEach
    void serverEightAnnouncesNothing() {
        unannounced = ReflectionTestUtils.getField(servidores, "unannounced");
        ReflectionTestUtils.setField(servidores, "unannounced", Set.of("server8"));
        client.answer(Topics.POSTOS_REQUEST, request -> "{\"postos\":[]}");
    }

    @AfterEach
    void everyServerAnnouncesItself() {
        ReflectionTestUtils.setField(servidores, "unannounced", unannounced);
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

    private Message published() {
        return client.requests(Topics.POSTOS_REQUEST)
                .getReceivedExchanges()
                .get(0)
                .getMessage();
    }
}
