package br.com.recarga.client.pedidos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.CodigoReserva;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"2026-06-02T10:00:00-03:00\"' | Tue, 02 Jun 2026 13:00:00 GMT",
                "'\"2026-13-32T10:00:00-03:00\"' | 1",
                "null | 1"
            })
    void whoWasRefusedIsToldWhenToAskAgain(String tenteApos, String retryAfter) {
        client.answer(
                Topics.POSTOS_RESERVA,
                request ->
                        "{\"status\":\"erro\",\"codigo\":\"LIMITE_EXCEDIDO\",\"tente_apos\":%s}".formatted(tenteApos));

        ResponseEntity<JsonNode> answer = client.post("/reservar", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(429);
        assertThat(answer.getHeaders().get("Retry-After")).containsExactly(retryAfter);
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
                "{\"status\":\"erro\",\"codigo\":\"NOVO\"} | 409",
                "{\"status\":\"sucesso\",\"codigo\":\"NOVO\"} | 200",
                "{\"status\":\"erro\",\"codigo\":null} | 409"
            })
    void aReplyWithoutAKnownCodeOnlySaysWhetherItWorked(String reply, int status) {
        client.answer(Topics.POSTOS_RESERVA, request -> reply);

        ResponseEntity<JsonNode> answer = client.post("/reservar", BODY);

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody()).hasToString(reply);
    }

    /** By what is wrong with it; FormaDaRespostaTest has all that can be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"talvez\",\"postos\":[]}",
                "{\"status\":\"sucesso\",\"codigo\":42,\"postos\":[]}",
                "{\"status\":\"sucesso\",\"postos\":{}}",
                "{\"status\":\"sucesso\",\"server_id\":\"server2\",\"postos\":[]}",
                "{\"status\":\"sucesso\",\"request_id\":\"of-another\",\"postos\":[]}",
                "{}"
            })
    void aReplyThatHasNotTheFormOfTheContractIs500AndCounted(String reply) {
        client.answer(Topics.POSTOS_RESERVA, request -> reply);
        client.answer(Topics.POSTOS_REQUEST, request -> reply);
        long before = client.exchanges(PerguntarRoute.INCOMPREENSIVEIS);

        assertNotUnderstood(client.post("/reservar", BODY));
        assertNotUnderstood(client.get("/postos?server_id=server1"));

        assertThat(client.exchanges(PerguntarRoute.INCOMPREENSIVEIS)).isEqualTo(before + 2);
    }

    @Test
    void aReplyThatIsTooLongIsNotEvenRead() {
        String text = "x".repeat(FormaDaResposta.MAXIMO);
        client.answer(Topics.POSTOS_RESERVA, request -> "{\"status\":\"sucesso\",\"novo\":\"%s\"}".formatted(text));
        client.answer(Topics.POSTOS_REQUEST, request -> "{\"postos\":[],\"novo\":\"%s\"}".formatted(text.repeat(10)));

        assertNotUnderstood(client.post("/reservar", BODY));
        assertNotUnderstood(client.get("/postos?server_id=server1"));
    }

    /** Not even the answer that is put together of it and of others could be written. */
    @Test
    void halfACharacterOfOneServerHidesNoOther() {
        client.online("server2");
        client.answer(
                Topics.POSTOS_REQUEST,
                request -> request.path("server_id").asText().equals("server1")
                        ? "{\"postos\":[{\"id\":1,\"novo\":[\"\\ud800\"]}]}"
                        : "{\"postos\":[{\"id\":1}]}");

        JsonNode all = client.get("/postos").getBody();

        assertThat(all.path("servidores")).hasToString("[\"server2\"]");
        assertThat(all.path("sem_resposta")).hasToString("[\"server1\"]");
    }

    /** What a trip's server means by this nobody knows: it is asked until it says so, and what it may hold is undone. */
    @Test
    void aTripWithAServerThatIsNotUnderstoodIsUndoneAndWaitsForIt() {
        client.answer(Topics.POSTOS_PRE_RESERVA, request -> "{\"status\":\"sucesso\",\"codigo\":\"VIAGEM_RECUSADA\"}");
        client.answer(Topics.POSTOS_CANCELAMENTO, request -> "{\"status\":\"talvez\"}");

        ResponseEntity<JsonNode> answer = client.post("/viagens", """
                {"carro":{"placa":"ABC1D23","modelo":"BYD","capacidade_bateria":44.5,"nivel_bateria_atual":22.3,"taxa_descarga":0.19},
                 "paradas":[{"server_id":"server1","posto_id":5,"inicio":"2127-01-10T08:00:00-03:00","fim":"2127-01-10T09:00:00-03:00"}]}""");

        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(answer.getBody().path("situacao").asText()).isEqualTo("em_andamento");
        assertThat(answer.getBody().path("aguardando")).hasToString("[\"server1\"]");

        client.answer(Topics.POSTOS_CANCELAMENTO, request -> "{\"status\":\"sucesso\",\"codigo\":\"OK\"}");
        client.online("server1");
        HttpHeaders code = new HttpHeaders();
        code.set(
                CodigoReserva.CABECALHO, answer.getBody().path("codigo_reserva").asText());
        await().untilAsserted(() -> {
            client.resumeSagas();
            assertThat(client.get(
                                    "/viagens/"
                                            + answer.getBody().path("viagem_id").asText(),
                                    code)
                            .getBody()
                            .path("situacao")
                            .asText())
                    .isEqualTo("recusada");
        });
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
