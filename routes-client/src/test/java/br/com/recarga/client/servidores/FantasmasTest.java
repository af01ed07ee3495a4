package br.com.recarga.client.servidores;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientHarness.Served;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Servers that announce themselves and never answer. Whoever asks one waits for it, so nobody who asks all may ask them. */
@ClientTest
class FantasmasTest {

    private static final List<String> GHOSTS =
            IntStream.range(0, 20).mapToObj(i -> "ghost-%02d".formatted(i)).toList();

    private static final String PLAN = """
            {"origem":"-12.25,-38.95","destino":"-12.97,-38.50",
             "carro":{"placa":"ABC1D23","modelo":"BYD","capacidade_bateria":44.5,"nivel_bateria_atual":40,"taxa_descarga":0.19}}""";

    @Autowired
    private ClientHarness client;

    private final Set<String> asked = new ConcurrentSkipListSet<>();

    @BeforeEach
    void onlyServerOneAnswers() {
        client.online("server1");
        serve(Topics.POSTOS_REQUEST);
        serve(Topics.RESERVAS_REQUEST);
        client.lookForNewServers();
        assertThat(client.get("/postos").getBody().path("servidores")).hasToString("[\"server1\"]");
        asked.clear();
    }

    private void serve(String topic) {
        Map<String, Served> servers = new HashMap<>();
        GHOSTS.forEach(ghost -> servers.put(ghost, request -> {
            asked.add(ghost);
            throw new ExchangeTimedOutException(new DefaultExchange(new DefaultCamelContext()), 5_000);
        }));
        servers.put("server1", request -> {
            asked.add("server1");
            return "{\"status\":\"sucesso\",\"postos\":[],\"reservas\":[]}";
        });
        client.serve(topic, servers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/postos", "/postos?agenda=true", "/reservas?placa=ABC1D23", "/reservas/r-1", "/viagens/planejar"
            })
    void theVeryNextQuestionToAllDoesNotWaitForThoseThatHaveJustCome(String path) {
        client.online(GHOSTS.toArray(String[]::new));

        assertLeftOut(ask(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/postos", "/postos?agenda=true", "/reservas?placa=ABC1D23", "/reservas/r-1", "/viagens/planejar"
            })
    void nobodyWaitsForThoseThatWereSilentInTheBackground(String path) {
        client.online(GHOSTS.toArray(String[]::new));
        client.lookForNewServers();
        assertThat(asked).hasSameElementsAs(GHOSTS);
        asked.clear();

        assertLeftOut(ask(path));
    }

    @Test
    void whoAsksOneByNameAsksIt() {
        client.online("ghost-00");

        assertThat(client.get("/reservas/r-1?server_id=ghost-00")
                        .getStatusCode()
                        .value())
                .isEqualTo(504);
        assertThat(client.get("/postos?server_id=ghost-00").getStatusCode().value())
                .isEqualTo(504);
        assertThat(asked).containsExactly("ghost-00");
    }

    private JsonNode ask(String path) {
        return (path.endsWith("planejar") ? client.post(path, PLAN) : client.get(path)).getBody();
    }

    private void assertLeftOut(JsonNode answer) {
        assertThat(asked).containsExactly("server1");
        assertThat(answer.path("sem_resposta")).extracting(JsonNode::asText).hasSameElementsAs(GHOSTS);
    }
}
