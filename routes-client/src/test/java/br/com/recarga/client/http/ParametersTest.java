package br.com.recarga.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.Topics;
import br.com.recarga.testkit.FieldFuzz;
import br.com.recarga.testkit.ParameterFuzz;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ClientTest
class ParametersTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ClientHarness client;

    @Test
    void whatCannotBeReadIsRefusedByNameAtEveryPath() throws Exception {
        client.online("server1");
        client.answer(Topics.POSTOS_REQUEST, request -> "{\"postos\":[]}");
        client.answer(Topics.RESERVAS_REQUEST, request -> "{\"reservas\":[]}");

        assertThat(new ParameterFuzz(port, null, Set.of("codigo", "motivo", "nome", "server_id"), 17).faults())
                .isEmpty();
    }

    @Test
    void whateverFieldIsWrongARefusalNamesOneOfTheRequest() throws Exception {
        client.online("server1", "server2", "server3");
        for (String topic : List.of(Topics.POSTOS_RESERVA, Topics.POSTOS_ALTERACAO, Topics.POSTOS_CANCELAMENTO)) {
            client.answer(topic, request -> "{\"status\":\"sucesso\",\"codigo\":\"OK\"}");
        }
        assertThat(new FieldFuzz(URI.create("http://localhost:" + port), null).faults())
                .isEmpty();
    }
}
