package br.com.recarga.client.pedidos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.Operacao;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormaDaRespostaTest {

    private static final String POSTO = """
            {"id":5,"nome":"Tomba","localizacao":"-12.2,-38.9","potencia_maxima":11,"preco_kwh":1.10,"disponivel":true,
             "ocupado":[{"inicio":"2026-12-24T14:00:00.123-03:00","fim":null}]}""";

    @ParameterizedTest
    @CsvSource({
        "POSTOS_RESPONSE, LISTAR",
        "POSTOS_RESPONSE_ORIGINAL, LISTAR",
        "POSTOS_RESPONSE_AGENDA, LISTAR",
        "POSTOS_RESPONSE_PARTE, LISTAR",
        "RESERVA_RESPONSE_SUCESSO, RESERVAR",
        "RESERVA_RESPONSE_SUCESSO_ORIGINAL, RESERVAR",
        "RESERVA_RESPONSE_ERRO_ORIGINAL, RESERVAR",
        "RESERVA_RESPONSE_POSTO_OCUPADO, RESERVAR",
        "RESERVA_RESPONSE_DADOS_INVALIDOS, RESERVAR",
        "ALTERACAO_RESPONSE, ALTERAR",
        "CANCELAMENTO_RESPONSE, CANCELAR",
        "CANCELAMENTO_RESPONSE_VIAGEM, CANCELAR",
        "PRE_RESERVA_RESPONSE, PRE_RESERVAR",
        "PRE_RESERVA_RESPONSE_RECUSADA, PRE_RESERVAR",
        "CONFIRMACAO_RESPONSE, CONFIRMAR",
        "RESERVAS_RESPONSE, CONSULTAR",
        "RESERVAS_RESPONSE_RESUMO, CONSULTAR",
        "RESERVAS_RESPONSE_VIAGEM, CONSULTAR"
    })
    void theExamplesOfTheContractHaveIt(Exemplo exemplo, Operacao operacao) throws IOException {
        ObjectNode resposta = (ObjectNode) ContractJson.mapper().readTree(exemplo.bytes());
        ObjectNode before = resposta.deepCopy();

        assertThat(FormaDaResposta.errado(
                        resposta, operacao, resposta.path("request_id").asText(), "server1"))
                .isNull();
        assertThat(resposta).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"sucesso\",\"codigo\":null,\"novo\":{\"a\":[1,{\"id\":\"x\"}]}}",
                "{\"status\":\"erro\",\"codigo\":\"DE_AMANHA\",\"mensagem\":\"<b>É assim</b> \uD83D\uDE00\"}",
                "{\"codigo\":\"OK\",\"reserva_id\":\"como eles os chamam\"}",
                "{\"status\":\"sucesso\",\"situacao\":\"EM_OUTRA\"}"
            })
    void whatAPeerAddsOrNamesItsOwnWayPasses(String resposta) throws IOException {
        assertThat(errado(resposta, Operacao.RESERVAR)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status | {\"status\":\"talvez\"}",
                "status | {\"status\":true}",
                "status | {\"mensagem\":\"nem uma coisa nem outra\"}",
                "codigo | {\"codigo\":42}",
                "codigo | {\"codigo\":\"<script>\"}",
                "codigo | {\"status\":\"sucesso\",\"codigo\":\"POSTO_OCUPADO\"}",
                "codigo | {\"status\":\"erro\",\"codigo\":\"OK\"}",
                "request_id | {\"request_id\":\"r-2\",\"status\":\"sucesso\"}",
                "request_id | {\"request_id\":1,\"status\":\"sucesso\"}",
                "server_id | {\"server_id\":\"server2\",\"status\":\"sucesso\"}",
                "server_id | {\"server_id\":1,\"status\":\"sucesso\"}",
                "reserva_id | {\"reserva_id\":\"server2-01a20121-6074-7f6c-b1fd-547073455cea\",\"status\":\"sucesso\"}",
                "posto_id | {\"posto_id\":1.5,\"status\":\"sucesso\"}",
                "posto_id | {\"posto_id\":99999999999,\"status\":\"sucesso\"}",
                "inicio | {\"inicio\":\"amanhã\",\"status\":\"sucesso\"}",
                "inicio | {\"inicio\":1798131600,\"status\":\"sucesso\"}",
                "inicio | {\"inicio\":\"2026-12-24T14:00\",\"status\":\"sucesso\"}",
                "termos | {\"termos\":[],\"status\":\"sucesso\"}",
                "termos.preco_kwh | {\"termos\":{\"preco_kwh\":1e400},\"status\":\"sucesso\"}",
                "erros | {\"erros\":\"muitos\",\"status\":\"erro\"}",
                "erros[1].campo | {\"erros\":[{},{\"campo\":7}],\"status\":\"erro\"}",
                "alternativas[0].id | {\"alternativas\":[{\"id\":\"5\"}],\"status\":\"erro\"}",
                "mensagem | {\"mensagem\":\"uma linha\\ne outra\",\"status\":\"erro\"}",
                "mensagem | {\"mensagem\":\"\\u001b[2J\",\"status\":\"erro\"}",
                "mensagem | {\"mensagem\":\"\\u202egnp\",\"status\":\"erro\"}",
                "mensagem | {\"mensagem\":\"\\ud83d\",\"status\":\"erro\"}",
                "(unknown) | {\"novo\":[{\"a\":\"\\udc00\"}],\"status\":\"erro\"}"
            })
    void whatIsWrongIsNamed(String campo, String resposta) throws IOException {
        assertThat(errado(resposta, Operacao.RESERVAR)).isEqualTo(campo);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postos | {\"postos\":{}}",
                "postos[0] | {\"postos\":[null]}",
                "continua_depois_de | {\"postos\":[],\"continua_depois_de\":\"7\"}",
                "continua_depois_de | {\"postos\":[],\"continua_depois_de\":7.5}",
                "postos[0] | {\"postos\":[[]]}",
                "postos[1].disponivel | {\"postos\":[{},{\"disponivel\":\"sim\"}]}",
                "postos[0].potencia_maxima | {\"postos\":[{\"potencia_maxima\":\"60\"}]}",
                "postos[0].server_id | {\"postos\":[{\"id\":1,\"server_id\":\"server2\"}]}",
                "postos[0].ocupado[0].fim | {\"postos\":[{\"ocupado\":[{\"fim\":\"nunca\"}]}]}",
                "status | {\"status\":\"sucesso\",\"codigo\":\"OK\"}"
            })
    void aListIsOneOfPoints(String campo, String resposta) throws IOException {
        assertThat(errado(resposta, Operacao.LISTAR)).isEqualTo(campo);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reservas[0] | {\"reservas\":[7]}",
                "reservas[0].server_id | {\"reservas\":[{\"server_id\":\"server2\"}]}",
                "reservas[0].reserva_id | {\"reservas\":[{\"reserva_id\":\"server2-01a20121-6074-7f6c-b1fd-547073455cea\"}]}",
                "reservas[0].historico[0].em | {\"reservas\":[{\"historico\":[{\"em\":\"ontem\"}]}]}",
                "status | {\"novo\":1}"
            })
    void reservationsAreThoseOfTheServerThatIsAsked(String campo, String resposta) throws IOException {
        assertThat(errado(resposta, Operacao.CONSULTAR)).isEqualTo(campo);
    }

    @Test
    void halfACharacterOfANameCannotBeWrittenAgainEither() throws IOException {
        ObjectNode resposta = tree("{\"status\":\"sucesso\"}");
        resposta.putObject("novo").put("\ud83d", 1);

        assertThat(FormaDaResposta.errado(resposta, Operacao.RESERVAR, "r-1", "server1"))
                .isEqualTo("(unknown)");
    }

    @Test
    void aTextHasAnEnd() throws IOException {
        assertThat(errado("{\"status\":\"erro\",\"mensagem\":\"%s\"}"
                        .formatted("x".repeat(FormaDaResposta.TEXTO_MAXIMO))))
                .isNull();
        assertThat(errado("{\"status\":\"erro\",\"mensagem\":\"%s\"}"
                        .formatted("x".repeat(FormaDaResposta.TEXTO_MAXIMO + 1))))
                .isEqualTo("mensagem");
    }

    @Test
    void ofATripWhoseStopsAreGarbledTheCodeAloneIsLeft() throws IOException {
        ObjectNode resposta = tree("""
                {"status":"sucesso","codigo":"OK","paradas":[{"server_id":"server2","posto_id":1}]}""");

        assertThat(FormaDaResposta.errado(resposta, Operacao.CONFIRMAR, "r-1", "server1"))
                .isNull();
        assertThat(resposta).isEqualTo(tree("{\"status\":\"sucesso\",\"codigo\":\"OK\"}"));
    }

    @Test
    void aPlugGetsItsOneSpelling() throws IOException {
        ObjectNode resposta =
                tree("{\"postos\":[%s]}".formatted(POSTO.replace("\"id\"", "\"tipo_conector\":\"combo 2\",\"id\"")));

        assertThat(FormaDaResposta.errado(resposta, Operacao.LISTAR, "r-1", "server1"))
                .isNull();
        assertThat(resposta.at("/postos/0/tipo_conector").asText()).isEqualTo("CCS2");
    }

    private static String errado(String resposta) throws IOException {
        return errado(resposta, Operacao.RESERVAR);
    }

    private static String errado(String resposta, Operacao operacao) throws IOException {
        return FormaDaResposta.errado(tree(resposta), operacao, "r-1", "server1");
    }

    private static ObjectNode tree(String json) throws JsonProcessingException {
        return (ObjectNode) ContractJson.mapper().readTree(json);
    }
}
