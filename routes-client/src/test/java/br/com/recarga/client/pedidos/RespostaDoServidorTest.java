package br.com.recarga.client.pedidos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

/** What a server may answer, and what the caller makes of it. */
@ClientTest
class RespostaDoServidorTest {

    private static final String BODY = """
            {"placa":"ABC1234","modelo":"BYD Dolphin","capacidade_bateria":44.5,"nivel_bateria_atual":22.3,\
            "taxa_descarga":0.19,"posto_id":5,"server_id":"server1"}""";

    @Autowired
    private ClientHarness client;

    @BeforeEach
    void serverOneIsOnline() {
        client.online("server1");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "OK, 200",
        "DADOS_INVALIDOS, 422",
        "JSON_INVALIDO, 400",
        "SERVIDOR_DESCONHECIDO, 404",
        "POSTO_INEXISTENTE, 404",
        "POSTO_OCUPADO, 409",
        "POSTO_EM_MANUTENCAO, 409",
        "CARRO_JA_RESERVADO, 409",
        "CHAVE_REUTILIZADA, 422",
        "NAO_AUTORIZADO, 401",
        "LIMITE_EXCEDIDO, 429",
        "SERVIDOR_INDISPONIVEL, 503",
        "TEMPO_ESGOTADO, 504",
        "ERRO_INTERNO, 500"
    })
    void aCodeHasTheHttpStatusOfTheContract(String codigo, int status) {
        String outcome = codigo.equals("OK") ? "sucesso" : "erro";
        client.answer(
                Topics.POSTOS_RESERVA,
                request -> "{\"status\":\"%s\",\"codigo\":\"%s\",\"mensagem\":\"m\"}".formatted(outcome, codigo));

        ResponseEntity<JsonNode> answer = client.post("/reservar", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo(codigo);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "sucesso, O posto Tomba foi reservado, OK, 200",
        "erro, O posto 5 não existe no servidor server1, POSTO_INEXISTENTE, 404",
        "erro, Erro ao reservar, POSTO_OCUPADO, 409"
    })
    void aReplyOfTheOriginalGetsTheCodeThatItsWordsTell(String outcome, String mensagem, String codigo, int status) {
        client.answer(
                Topics.POSTOS_RESERVA,
                request -> "{\"status\":\"%s\",\"mensagem\":\"%s\"}".formatted(outcome, mensagem));

        ResponseEntity<JsonNode> answer = client.post("/reservar", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo(codigo);
        assertThat(answer.getBody().path("mensagem").asText()).isEqualTo(mensagem);
    }

    /** A later peer's code may be one that is not known here. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"request_id\":\"r-1\",\"status\":\"erro\",\"codigo\":\"NOVO\"} | 409",
                "{\"request_id\":\"r-1\",\"status\":\"sucesso\",\"codigo\":\"NOVO\"} | 200",
                "{\"request_id\":\"r-1\",\"status\":\"erro\",\"codigo\":null} | 409",
                "{\"request_id\":\"r-1\",\"status\":\"erro\",\"codigo\":42} | 409"
            })
    void aReplyWithoutAKnownCodeOnlySaysWhetherItWorked(String reply, int status) {
        client.answer(Topics.POSTOS_RESERVA, request -> reply);

        ResponseEntity<JsonNode> answer = client.post("/reservar", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody()).hasToString(reply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "{", "[]", "null", "42", "\"text\"", "{\"a\":1,\"a\":2}", "{} {}"})
    void aReplyThatIsNoJsonObjectIs500InTheSameShape(String reply) {
        client.answer(Topics.POSTOS_RESERVA, request -> reply);
        client.answer(Topics.POSTOS_REQUEST, request -> reply);

        assertNotUnderstood(client.post("/reservar", BODY));
        assertNotUnderstood(client.get("/postos?server_id=server1"));
    }

    private static void assertNotUnderstood(ResponseEntity<JsonNode> answer) {
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody().path("status").asText()).isEqualTo("erro");
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("ERRO_INTERNO");
        assertThat(answer.getBody().path("mensagem").asText())
                .isEqualTo("O servidor respondeu algo que não se entende");
        assertThat(answer.getBody().path("server_id").asText()).isEqualTo("server1");
        assertThat(answer.getBody().path("request_id").asText()).isNotBlank();
    }
}
