package br.com.recarga.client.pedidos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.test.util.ReflectionTestUtils;

/** A list that one message does not hold is asked for in parts, and is one list to whoever asked. */
@ClientTest
class ContinuarListaRouteTest {

    private static final String DE_UM = "/postos?server_id=server32";
    private static final int POSTOS = 10_000;
    private static final int PARTE = 1_000;

    @Autowired
    private ClientHarness client;

    @Autowired
    private ListasLembradas listas;

    private final TreeMap<Integer, String> nomes = new TreeMap<>();
    private UnaryOperator<ObjectNode> resposta = UnaryOperator.identity();
    private Object clock;

    @BeforeEach
    void oneServerOfManyPoints() {
        clock = ReflectionTestUtils.getField(listas, "clock");
        client.online("server32");
        for (int id = 1; id <= POSTOS; id++) {
            nomes.put(id, "Posto");
        }
        client.answer(
                Topics.POSTOS_REQUEST, request -> resposta.apply(parte(request)).toString());
        client.get(DE_UM);
        client.requests(Topics.POSTOS_REQUEST).reset();
        client.answer(
                Topics.POSTOS_REQUEST, request -> resposta.apply(parte(request)).toString());
    }

    @AfterEach
    void asItWas() {
        ReflectionTestUtils.setField(listas, "clock", clock);
    }

    @ParameterizedTest
    @ValueSource(strings = {DE_UM, "/postos", DE_UM + "&agenda=true", "/postos?agenda=true"})
    void whoeverAsksHearsTheWholeList(String path) {
        JsonNode answer = client.get(path).getBody();

        assertThat(answer.path("codigo").asText()).isEqualTo("OK");
        assertThat(answer.path("postos").findValuesAsText("id"))
                .isEqualTo(nomes.keySet().stream().map(String::valueOf).toList());
        assertThat(answer.has("continua_depois_de")).isFalse();
        assertThat(answer.has("versao")).isFalse();
    }

    @Test
    void eachPartIsAskedForAfterTheOneBeforeAndInItsOwnVersion() {
        ResponseEntity<JsonNode> answer = client.get(DE_UM);

        List<JsonNode> asked = client.published(Topics.POSTOS_REQUEST);
        assertThat(asked)
                .extracting(request -> request.path("depois_de").asInt(-1))
                .isEqualTo(Stream.iterate(0, depois -> depois < POSTOS, depois -> depois + PARTE)
                        .toList());
        assertThat(asked)
                .allMatch(request -> request.path("versao")
                        .asText()
                        .endsWith("-" + request.path("depois_de").asInt()));
        assertThat(asked)
                .extracting(request -> request.path("request_id").asText())
                .doesNotHaveDuplicates();
        assertThat(answer.getBody().path("request_id")).isEqualTo(asked.get(0).path("request_id"));
    }

    @Test
    void onlyThePartThatHasChangedTravelsAgain() {
        List<ObjectNode> ditas = new ArrayList<>();
        resposta = dita -> {
            ditas.add(dita.deepCopy());
            return dita;
        };
        nomes.put(PARTE + 7, "Outro");

        JsonNode answer = client.get(DE_UM).getBody();

        assertThat(ditas)
                .filteredOn(dita -> dita.has("postos"))
                .singleElement()
                .satisfies(dita -> assertThat(dita.at("/postos/0/id").asInt()).isEqualTo(PARTE + 1));
        assertThat(answer.at("/postos/%d/nome".formatted(PARTE + 6)).asText()).isEqualTo("Outro");
        assertThat(answer.path("postos")).hasSize(POSTOS);
    }

    /** A part ends at another point then, and what was remembered of the next one is not what comes after it. */
    @Test
    void aPointThatIsGoneAndOneThatIsNewLeaveAllOthersWhereTheyAre() {
        nomes.remove(3);
        nomes.put(POSTOS + 5, "Novo");

        assertThat(client.get(DE_UM).getBody().path("postos").findValuesAsText("id"))
                .isEqualTo(nomes.keySet().stream().map(String::valueOf).toList());
    }

    @Test
    void aListOfOnePartIsAskedForOnce() {
        nomes.keySet().removeIf(id -> id > PARTE);

        assertThat(client.get(DE_UM).getBody().path("postos")).hasSize(PARTE);

        assertThat(client.published(Topics.POSTOS_REQUEST)).hasSize(1);
    }

    @Test
    void itHasOneTagAsLongAsNoPartChanges() {
        String tag = client.get(DE_UM).getHeaders().getETag();

        HttpHeaders knowing = new HttpHeaders();
        knowing.set(HttpHeaders.IF_NONE_MATCH, tag);
        assertThat(client.get(DE_UM, knowing).getStatusCode().value()).isEqualTo(304);
        nomes.put(POSTOS, "Outro");
        assertThat(client.get(DE_UM, knowing).getHeaders().getETag()).isNotEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, PARTE - 1, PARTE})
    void aServerThatDoesNotGoOnIsNotUnderstood(int continua) {
        resposta =
                dita -> dita.has("continua_depois_de") && dita.path("depois_de").asInt() > 0
                        ? dita.put("continua_depois_de", continua)
                        : dita;

        assertNotUnderstood(2);
    }

    @Test
    void aServerThatGoesOnForEverIsNotUnderstood() {
        resposta = dita -> {
            int depoisDe = dita.path("depois_de").asInt();
            dita.putArray("postos").addObject().put("id", depoisDe + 1);
            return dita.put("versao", "sem-fim").put("continua_depois_de", depoisDe + 1);
        };

        assertNotUnderstood(ListaEmPartes.PARTES);
    }

    @Test
    void aServerThatSaysMoreThanCanBeKeptIsNotUnderstood() {
        int each = 900_000;
        resposta = dita -> {
            int depoisDe = dita.path("depois_de").asInt();
            ArrayNode postos = dita.putArray("postos");
            for (int i = 0; i < 1_000; i++) {
                postos.addObject().put("id", depoisDe + 1).put("nome", "n".repeat(each / 1_000));
            }
            return dita.put("versao", "sem-fim").put("continua_depois_de", depoisDe + 1);
        };

        assertNotUnderstood(ListaEmPartes.CABEM / each + 1);
    }

    @Test
    void aPartWithoutAVersionIsNotUnderstood() {
        resposta = dita -> dita.path("depois_de").asInt() == 3 * PARTE ? dita.without("versao") : dita;
        nomes.put(3 * PARTE + 1, "Outro");

        assertNotUnderstood(4);
    }

    @Test
    void whatAServerRefusesOfOnePartIsItsAnswer() {
        resposta = dita -> dita.path("depois_de").asInt() == PARTE
                ? ContractJson.mapper()
                        .createObjectNode()
                        .put("status", "erro")
                        .put("codigo", "LIMITE_EXCEDIDO")
                        .put("mensagem", "depois")
                : dita;

        ResponseEntity<JsonNode> answer = client.get(DE_UM);

        assertThat(answer.getStatusCode().value()).isEqualTo(429);
        assertThat(answer.getBody().has("postos")).isFalse();
        assertThat(client.published(Topics.POSTOS_REQUEST)).hasSize(2);
    }

    @Test
    void aServerThatAnswersEachPartAtTheLastMomentIsNotWaitedForToTheEnd() {
        Instant[] now = {Instant.now()};
        ReflectionTestUtils.setField(listas, "clock", Clock.fixed(now[0], ZoneOffset.UTC));
        resposta = dita -> {
            now[0] = now[0].plus(Duration.ofSeconds(4));
            ReflectionTestUtils.setField(listas, "clock", Clock.fixed(now[0], ZoneOffset.UTC));
            return dita;
        };

        ResponseEntity<JsonNode> answer = client.get(DE_UM);

        assertThat(answer.getStatusCode().value()).isEqualTo(504);
        assertThat(client.published(Topics.POSTOS_REQUEST)).hasSize(4);
    }

    @Test
    void aServerThatKnowsNoPartsSaysAllAtOnce() {
        client.answer(Topics.POSTOS_REQUEST, request -> "{\"versao\":\"toda\",\"postos\":[{\"id\":1},{\"id\":2}]}");

        assertThat(client.get(DE_UM).getBody().path("postos")).hasSize(2);
        assertThat(client.published(Topics.POSTOS_REQUEST)).hasSize(1);
    }

    private void assertNotUnderstood(int asked) {
        long counted = client.exchanges(PerguntarRoute.INCOMPREENSIVEIS);

        ResponseEntity<JsonNode> answer = client.get(DE_UM);

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody().path("mensagem").asText())
                .isEqualTo("O servidor respondeu algo que não se entende");
        assertThat(client.published(Topics.POSTOS_REQUEST)).hasSize(asked);
        assertThat(client.exchanges(PerguntarRoute.INCOMPREENSIVEIS)).isEqualTo(counted + 1);
    }

    /** As a server says it. That a server says what it was asked for, as here, is not part of the contract. */
    private ObjectNode parte(JsonNode request) {
        int depoisDe = request.path("depois_de").asInt();
        List<Integer> ids =
                nomes.keySet().stream().filter(id -> id > depoisDe).limit(PARTE).toList();
        ArrayNode postos = ContractJson.mapper().createArrayNode();
        ids.forEach(id ->
                postos.addObject().put("id", id).put("nome", nomes.get(id)).put("fuso", "America/Bahia"));
        String versao = Integer.toHexString(postos.hashCode()) + "-" + depoisDe;
        ObjectNode dita = ContractJson.mapper()
                .createObjectNode()
                .put("request_id", request.path("request_id").asText())
                .put("depois_de", depoisDe)
                .put("versao", versao);
        if (!versao.equals(request.path("versao").asText())) {
            dita.set("postos", postos);
        }
        if (!ids.isEmpty() && ids.get(ids.size() - 1) < nomes.lastKey()) {
            dita.put("continua_depois_de", ids.get(ids.size() - 1));
        }
        return dita;
    }
}
