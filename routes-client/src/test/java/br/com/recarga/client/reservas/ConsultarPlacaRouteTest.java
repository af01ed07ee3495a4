package br.com.recarga.client.reservas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

@ClientTest
class ConsultarPlacaRouteTest {

    @Autowired
    private ClientHarness client;

    @Test
    void putsTheReservationsOfAllServersTogetherTheLatestFirst() throws IOException {
        client.online("server1", "server2");
        client.serve(
                Topics.RESERVAS_REQUEST,
                Map.of(
                        "server1",
                        request -> """
                                {"reservas":[{"posto_id":1,"inicio":"2026-06-02T23:30:00-03:00","situacao":"CONFIRMADA"},
                                             {"posto_id":2,"inicio":"2026-06-01T09:00:00-03:00","situacao":"EXPIRADA"}]}""",
                        "server2",
                        // earlier than the first, although its text is greater
                        request -> """
                                {"reservas":[{"posto_id":3,"inicio":"2026-06-03T01:00:00Z","novo":[1]},
                                             {"posto_id":4,"inicio":"2026-13-32T25:00:00Z"}, {"posto_id":5}]}"""));

        ResponseEntity<JsonNode> answer = client.get("/reservas?placa=ABC1D23");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody().path("status").asText()).isEqualTo("sucesso");
        assertThat(answer.getBody().path("request_id").asText()).hasSize(36);
        assertThat(texts(answer, "servidores")).containsExactly("server1", "server2");
        assertThat(texts(answer, "sem_resposta")).isEmpty();
        assertThat(answer.getBody().path("reservas").findValuesAsText("posto_id"))
                .containsExactly("1", "3", "2", "4", "5");
        assertThat(answer.getBody().at("/reservas/1"))
                .isEqualTo(ContractJson.mapper().readTree("""
                {"posto_id":3,"inicio":"2026-06-03T01:00:00Z","novo":[1],"server_id":"server2"}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc-1d23", " ABC1D23", "aBc1d23"})
    void asksForThePlateInItsOneForm(String placa) {
        client.online("server1");
        client.answer(Topics.RESERVAS_REQUEST, request -> "{\"reservas\":[]}");

        client.get("/reservas?placa={placa}", placa);

        JsonNode published = client.published(Topics.RESERVAS_REQUEST).get(0);
        assertThat(published.path("placa").asText()).isEqualTo("ABC1D23");
        assertThat(published.path("client_id").asText()).isEqualTo("client_servidor_7");
        assertThat(published.has("codigo_reserva")).isFalse();
    }

    @ParameterizedTest(name = "header {0}, parameter {1}: {2}")
    @CsvSource({"abc, , abc", ", def, def", "abc, def, abc"})
    void showsTheCodeToEveryServer(String header, String parameter, String sent) {
        client.online("server1", "server2");
        client.answer(Topics.RESERVAS_REQUEST, request -> "{\"reservas\":[]}");
        HttpHeaders headers = new HttpHeaders();
        if (header != null) {
            headers.set("X-Codigo-Reserva", header);
        }

        client.get("/reservas?placa=ABC1D23" + (parameter == null ? "" : "&codigo=" + parameter), headers);

        assertThat(client.published(Topics.RESERVAS_REQUEST))
                .extracting(request -> request.path("codigo_reserva").asText())
                .containsExactly(sent, sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"server1", "server2"})
    void aServerThatIsSilentIsNamedAndHidesNoOther(String silent) {
        client.online("server1", "server2");
        client.answer(
                Topics.RESERVAS_REQUEST,
                request -> request.path("server_id").asText().equals(silent)
                        ? "{\"status\":\"erro\",\"codigo\":\"SERVIDOR_INDISPONIVEL\"}"
                        : "{\"reservas\":[{\"posto_id\":1}]}");

        ResponseEntity<JsonNode> answer = client.get("/reservas?placa=ABC1D23");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(texts(answer, "sem_resposta")).containsExactly(silent);
        assertThat(texts(answer, "servidores")).hasSize(1).doesNotContain(silent);
        assertThat(answer.getBody().path("reservas")).hasSize(1);
    }

    @Test
    void serversThatAreAllSilentAreAllNamed() {
        client.online("server1", "server2");
        client.fail(Topics.RESERVAS_REQUEST, timeout());

        ResponseEntity<JsonNode> answer = client.get("/reservas?placa=ABC1D23");

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("SERVIDOR_INDISPONIVEL");
        assertThat(texts(answer, "sem_resposta")).containsExactly("server1", "server2");
        assertThat(answer.getBody().path("reservas")).isEmpty();
    }

    @Test
    void oneServerAnswersForItself() throws IOException {
        client.online("server1", "server2");
        String reply = "{\"codigo\":\"OK\",\"reservas\":[{\"posto_id\":1}],\"novo\":1}";
        client.answer(Topics.RESERVAS_REQUEST, request -> reply);

        ResponseEntity<JsonNode> answer = client.get("/reservas?placa=ABC1D23&server_id=server2");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(ContractJson.mapper().readTree(reply));
        assertThat(client.published())
                .extracting(request -> request.path("server_id").asText())
                .containsExactly("server2");
    }

    @Test
    void oneServerThatIsSilentIs504() {
        client.online("server1");
        client.fail(Topics.RESERVAS_REQUEST, timeout());

        ResponseEntity<JsonNode> answer = client.get("/reservas?placa=ABC1D23&server_id=server1");

        assertThat(answer.getStatusCode().value()).isEqualTo(504);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("TEMPO_ESGOTADO");
    }

    @Test
    void aServerThatHasGoneIsNamedAsItsReservationsAreMissing() {
        client.online("server1");
        client.offline("server2");
        client.answer(Topics.RESERVAS_REQUEST, request -> "{\"reservas\":[]}");

        assertThat(texts(client.get("/reservas?placa=ABC1D23"), "sem_resposta")).containsExactly("server2");
    }

    @Test
    void oneServerThatIsAwayOrUnknownIsSaidAtOnce() {
        client.offline("server1");

        assertThat(client.get("/reservas?placa=ABC1D23&server_id=server1")
                        .getStatusCode()
                        .value())
                .isEqualTo(503);
        assertThat(client.get("/reservas?placa=ABC1D23&server_id=server9")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(client.published()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/reservas | placa",
                "/reservas?placa= | placa",
                "/reservas?placa=ABC123 | placa",
                "/reservas?placa=ABC12345 | placa",
                "/reservas?placa=%2B | placa",
                "/reservas?placa=ABC1234%00 | placa",
                "/reservas?placa=ABC1234%27+OR+1%3D1 | placa",
                "/reservas?placa=ABC1234&placa=ABC1D23 | placa",
                "/reservas?placa=ABC1234&server_id= | server_id",
                "/reservas?placa=ABC1234&server_id=%23 | server_id",
                "/reservas?placa=ABC1234&server_id=a%2Fb | server_id",
                "/reservas?server_id=server1 | placa"
            })
    void whatIsInvalidIsNamedAndNobodyIsAsked(String path, String field) {
        client.online("server1");

        // a URI, or what is encoded would be encoded once more
        ResponseEntity<JsonNode> answer = client.getEncoded(path);

        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(422);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("DADOS_INVALIDOS");
        assertThat(answer.getBody().path("erros").findValuesAsText("campo")).containsExactly(field);
        assertThat(client.published()).isEmpty();
    }

    @Test
    void aCodeThatNobodyWasGivenIsNotPassedOn() {
        client.online("server1");

        ResponseEntity<JsonNode> answer = client.get("/reservas?placa=ABC1D23&codigo={codigo}", "x".repeat(65));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody().at("/erros/0/campo").asText()).isEqualTo("codigo");
        assertThat(client.published()).isEmpty();
    }

    @Test
    void aPlateIsCheckedAlsoWhenThereIsNobodyToAsk() {
        assertThat(client.get("/reservas?placa=x").getStatusCode().value()).isEqualTo(422);
        assertThat(client.get("/reservas?placa=ABC1D23").getStatusCode().value())
                .isEqualTo(200);
    }

    private static ExchangeTimedOutException timeout() {
        return new ExchangeTimedOutException(new DefaultExchange(new DefaultCamelContext()), 5_000);
    }

    private static List<String> texts(ResponseEntity<JsonNode> answer, String field) {
        return StreamSupport.stream(answer.getBody().path(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
