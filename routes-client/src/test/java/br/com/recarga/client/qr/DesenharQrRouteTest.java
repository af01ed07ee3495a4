package br.com.recarga.client.qr;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.ContractJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

@ClientTest
class DesenharQrRouteTest {

    private static final Pattern RECTANGLE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\1z");

    @Autowired
    private ClientHarness client;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "https://exemplo.com.br/?ver=reservas#reserva=server1-01a20121-6074-7f6c-b1fd-547073455cea&codigo=0123456789abcdef",
                "São João, às 14 h: código"
            })
    void whoeverPhotographsTheCodeReadsTheText(String text) throws Exception {
        assertThat(read(post(text))).isEqualTo(text);
    }

    @Test
    void theLongestTextFits() throws Exception {
        String longest = "ã".repeat(512);

        assertThat(read(post(longest))).isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"texto\":\"\"}", "{\"texto\":\"a\\u0007\"}"})
    void whatIsNoTextIsRefusedByName(String body) {
        ResponseEntity<JsonNode> answer = client.post("/qr", body);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().path("erros"))
                .extracting(erro -> erro.path("campo").asText())
                .containsOnly("texto");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(post("a".repeat(513)).getStatusCode().value()).isEqualTo(422);
    }

    private ResponseEntity<JsonNode> post(String text) {
        return client.post(
                "/qr",
                ContractJson.write(ContractJson.mapper().createObjectNode().put("texto", text)));
    }

    /** As a camera would. */
    private static String read(ResponseEntity<JsonNode> answer) throws Exception {
        String path = answer.getBody().path("caminho").asText();
        BitMatrix modules = new BitMatrix(answer.getBody().path("lado").asInt());
        assertThat(RECTANGLE.matcher(path).replaceAll("")).isEmpty();
        RECTANGLE
                .matcher(path)
                .results()
                .forEach(found -> modules.setRegion(at(found, 1), at(found, 2), at(found, 3), 1));
        return new Decoder().decode(modules).getText();
    }

    private static int at(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
