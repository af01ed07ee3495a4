package br.com.recarga.client.pedidos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

@ClientTest
class ListasLembradasTest {

    private static final String DE_UM = "/postos?server_id=server31";

    /** Lists are remembered from test to test; with one that has no version nothing is. */
    private static final String SEM_POSTOS = "{\"versao\":\"%s\"}";

    @Autowired
    private ClientHarness client;

    @BeforeEach
    void oneServer() {
        client.online("server31");
        answer(lista("antes-de-tudo", "Antes"));
        client.get(DE_UM);
        client.get(DE_UM + "&agenda=true");
        client.requests(Topics.POSTOS_REQUEST).reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {DE_UM, DE_UM + "&agenda=true", "/postos", "/postos?agenda=true"})
    void aListThatIsAsItWasIsAskedForByItsVersionAndToldWhole(String path) {
        answer(lista("v1", "Feira VI"));
        JsonNode first = client.get(path).getBody();
        answer(SEM_POSTOS.formatted("v1"));

        JsonNode second = client.get(path).getBody();

        assertThat(client.published(Topics.POSTOS_REQUEST))
                .extracting(asked -> asked.path("versao").asText())
                .containsExactly("antes-de-tudo", "v1");
        assertThat(second.path("postos")).isEqualTo(first.path("postos"));
        assertThat(nomes(second)).containsExactly("Feira VI", "Tomba");
        assertThat(second.has("versao")).isFalse();
    }

    @Test
    void aListThatHasChangedTakesThePlaceOfTheOldOne() {
        answer(lista("v2", "Feira VI"));
        client.get(DE_UM);
        answer(lista("v3", "Feira VII"));
        assertThat(nomes(client.get(DE_UM).getBody())).containsExactly("Feira VII", "Tomba");
        answer(SEM_POSTOS.formatted("v3"));

        assertThat(nomes(client.get(DE_UM).getBody())).containsExactly("Feira VII", "Tomba");
    }

    @Test
    void noPointsInAnotherVersionThanWasAskedForAreNotUnderstood() {
        answer(SEM_POSTOS.formatted("v4"));

        ResponseEntity<JsonNode> answer = client.get(DE_UM);

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("ERRO_INTERNO");
    }

    @Test
    void afterOneThatIsNotUnderstoodTheWholeListIsAskedFor() {
        answer(SEM_POSTOS.formatted("v4"));
        client.get(DE_UM);
        client.get(DE_UM);

        assertThat(client.published(Topics.POSTOS_REQUEST).get(1).has("versao")).isFalse();
    }

    @Test
    void whoWritesWhatItDoesNotKnowAsNullKnowsNoVersion() {
        answer("{\"versao\":null,\"postos\":[{\"id\":1,\"nome\":\"Sem versão\"}]}");
        assertThat(nomes(client.get(DE_UM).getBody())).containsExactly("Sem versão");
        answer("{\"versao\":null,\"status\":\"erro\",\"codigo\":\"LIMITE_EXCEDIDO\",\"mensagem\":\"depois\"}");

        assertThat(client.get(DE_UM).getBody().path("codigo").asText()).isEqualTo("LIMITE_EXCEDIDO");
    }

    @Test
    void aListWithAnAgendaIsAnother() {
        answer(lista("v5", "Feira VI"));
        client.get(DE_UM);

        client.get(DE_UM + "&agenda=true");

        assertThat(client.published(Topics.POSTOS_REQUEST).get(1).path("versao").asText())
                .isEqualTo("antes-de-tudo");
    }

    @Test
    void aServerThatSaysNoVersionIsBelievedWithoutOne() {
        answer("{\"postos\":[{\"id\":1,\"nome\":\"Sem versão\"}]}");

        assertThat(nomes(client.get(DE_UM).getBody())).containsExactly("Sem versão");
        assertThat(client.get(DE_UM)
                        .getBody()
                        .path("postos")
                        .get(0)
                        .path("fuso")
                        .asText())
                .isEqualTo("America/Sao_Paulo");
    }

    /** What one answer adds to the points is not in the next. */
    @Test
    void whatIsRememberedIsWhatTheServerSaid() {
        answer("{\"versao\":\"v6\",\"postos\":[{\"id\":1,\"nome\":\"Sem fuso\"}]}");
        client.get("/postos");
        answer(SEM_POSTOS.formatted("v6"));

        JsonNode posto = client.get(DE_UM).getBody().path("postos").get(0);

        assertThat(posto.has("server_id")).isFalse();
        assertThat(posto.path("fuso").asText()).isEqualTo("America/Sao_Paulo");
        assertThat(client.get("/postos")
                        .getBody()
                        .path("postos")
                        .get(0)
                        .path("server_id")
                        .asText())
                .isEqualTo("server31");
    }

    private void answer(String reply) {
        client.answer(Topics.POSTOS_REQUEST, request -> reply);
    }

    private static String lista(String versao, String nome) {
        return "{\"versao\":\"%s\",\"postos\":[{\"id\":1,\"nome\":\"%s\",\"fuso\":\"America/Bahia\"},{\"id\":2,\"nome\":\"Tomba\",\"fuso\":\"America/Bahia\"}]}"
                .formatted(versao, nome);
    }

    private static List<String> nomes(JsonNode answer) {
        return answer.path("postos").findValuesAsText("nome");
    }
}
