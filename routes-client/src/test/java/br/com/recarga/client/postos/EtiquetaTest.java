package br.com.recarga.client.postos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Whoever has the points already does not take them again. */
@ClientTest
class EtiquetaTest {

    private static final String DE_UM = "/postos?server_id=etiqueta1";
    private static final String DE_TODOS = "/postos";

    @Autowired
    private ClientHarness client;

    private String nome = "Feira VI";

    @BeforeEach
    void twoServersThatGiveTheirListsAVersion() {
        // of which no other test has a list
        client.online("etiqueta1", "etiqueta2");
        client.answer(
                Topics.POSTOS_REQUEST,
                request -> "{\"versao\":\"%s\",\"postos\":[{\"id\":1,\"nome\":\"%s\",\"fuso\":\"America/Bahia\"}]}"
                        .formatted(nome, nome));
    }

    @ParameterizedTest
    @ValueSource(strings = {DE_UM, DE_TODOS, "/postos?agenda=true"})
    void whoShowsTheTagOfWhatIsStillSoIsToldNothingElse(String path) {
        ResponseEntity<JsonNode> first = client.get(path);
        String tag = first.getHeaders().getETag();

        ResponseEntity<JsonNode> again = knowing(path, tag);

        assertThat(first.getStatusCode().value()).isEqualTo(200);
        assertThat(tag).startsWith("W/\"");
        assertThat(first.getHeaders().getCacheControl()).isEqualTo("no-cache");
        assertThat(again.getStatusCode().value()).isEqualTo(304);
        assertThat(again.getBody()).isNull();
        assertThat(again.getHeaders().getETag()).isEqualTo(tag);
        assertThat(again.getHeaders().getCacheControl()).isEqualTo("no-cache");
        assertThat(knowing(path, "\"other\", " + tag).getStatusCode().value()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {DE_UM, DE_TODOS})
    void whatHasChangedIsToldWithAnotherTag(String path) {
        String tag = client.get(path).getHeaders().getETag();

        nome = "Tomba";
        ResponseEntity<JsonNode> changed = knowing(path, tag);

        assertThat(changed.getStatusCode().value()).isEqualTo(200);
        assertThat(changed.getBody().at("/postos/0/nome").asText()).isEqualTo("Tomba");
        assertThat(changed.getHeaders().getETag()).isNotEqualTo(tag);
    }

    @Test
    void aServerThatIsSilentMakesAnotherAnswerOfAll() {
        String tag = client.get(DE_TODOS).getHeaders().getETag();

        client.answer(
                Topics.POSTOS_REQUEST,
                request -> request.path("server_id").asText().equals("etiqueta1")
                        ? "{\"versao\":\"%s\",\"postos\":[{\"id\":1,\"nome\":\"%s\",\"fuso\":\"America/Bahia\"}]}"
                                .formatted(nome, nome)
                        : "{\"status\":\"erro\",\"codigo\":\"SERVIDOR_INDISPONIVEL\",\"mensagem\":\"não\"}");
        ResponseEntity<JsonNode> partial = knowing(DE_TODOS, tag);

        assertThat(partial.getStatusCode().value()).isEqualTo(200);
        assertThat(partial.getBody().path("sem_resposta")).hasSize(1);
    }

    @Test
    void aListWithoutAVersionHasNoTagAndIsNotKept() {
        client.answer(Topics.POSTOS_REQUEST, request -> "{\"postos\":[{\"id\":1,\"fuso\":\"America/Bahia\"}]}");

        for (String path : new String[] {DE_UM, DE_TODOS}) {
            ResponseEntity<JsonNode> answer = knowing(path, "*");

            assertThat(answer.getStatusCode().value()).isEqualTo(200);
            assertThat(answer.getHeaders().getETag()).isNull();
            assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "W/", "\"", "\"x\"", ",,,"})
    void whatIsNoTagOfOursIsAsIfNothingWereKnown(String known) {
        assertThat(knowing(DE_UM, known).getStatusCode().value()).isEqualTo(200);
    }

    private ResponseEntity<JsonNode> knowing(String path, String known) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.IF_NONE_MATCH, known);
        return client.get(path, headers);
    }
}
