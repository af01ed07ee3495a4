package br.com.recarga.client.catalogos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** No server is asked, and none need be there. */
@ClientTest
class CatalogosTest {

    @Autowired
    private ClientHarness client;

    @Test
    void theCarsAreListedAndNotGivenAgainToWhoHasThem() {
        ResponseEntity<JsonNode> answer = client.get("/carros");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getHeaders().get(HttpHeaders.CACHE_CONTROL)).containsExactly("max-age=86400");
        assertThat(answer.getBody().path("carros").size()).isGreaterThanOrEqualTo(40);
        assertThat(answer.getBody().path("carros"))
                .anySatisfy(carro -> assertThat(carro.path("modelo").asText()).isEqualTo("Dolphin Mini"))
                .allSatisfy(carro -> assertThat(carro.path("fontes").size()).isPositive());

        HttpHeaders known = new HttpHeaders();
        known.setIfNoneMatch(answer.getHeaders().getETag());
        ResponseEntity<JsonNode> again = client.get("/carros", known);
        assertThat(again.getStatusCode().value()).isEqualTo(304);
        assertThat(again.getBody()).isNull();

        known.setIfNoneMatch("\"another\"");
        assertThat(client.get("/carros", known).getBody()).isEqualTo(answer.getBody());
        assertThat(client.published()).isEmpty();
    }

    @Test
    void aMunicipalityIsFoundByHowItsNameBegins() {
        JsonNode answer =
                client.get("/municipios?nome={nome}", "joao pessoa/pb").getBody();

        assertThat(answer)
                .hasToString(
                        "{\"municipios\":[{\"nome\":\"João Pessoa\",\"uf\":\"PB\",\"lugar\":\"João Pessoa/PB\",\"latitude\":-7.11509,\"longitude\":-34.8641}]}");
        assertThat(client.get("/municipios?nome=bonito&limite=3").getBody().path("municipios"))
                .extracting(municipio -> municipio.path("lugar").asText())
                .containsExactly("Bonito/BA", "Bonito/MS", "Bonito/PA");
        assertThat(client.get("/municipios?nome=a").getBody().path("municipios").size())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "'', nome, deve ter de 1 a 100 caracteres",
        "?nome=, nome, não pode ser vazio",
        "?nome=a&limite=0, limite, deve ser de 1 a 50",
        "?nome=a&limite=51, limite, deve ser de 1 a 50",
        "?nome=a&limite=x, limite, deve ser um número inteiro",
    })
    void whatCannotBeLookedUpIsRefused(String query, String campo, String mensagem) {
        ResponseEntity<JsonNode> answer = client.get("/municipios" + query);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().at("/erros/0/campo").asText()).isEqualTo(campo);
        assertThat(answer.getBody().at("/erros/0/mensagem").asText()).isEqualTo(mensagem);
    }

    @Test
    void aNameHasAHundredCharactersAtTheMost() {
        assertThat(client.get("/municipios?nome=" + "a".repeat(100)).getBody().path("municipios"))
                .isEmpty();
        assertThat(client.get("/municipios?nome=" + "a".repeat(101))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }
}
