package br.com.recarga.server;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server answers the golden requests of the contract with its golden replies; a client's test reads the same ones. */
@ServerTest
class ContratoTest {

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    /** Instead of those of all other tests. */
    @BeforeEach
    void thePointsOfTheExamples() {
        List.of(
                        "CREATE TABLE postos_de_antes AS SELECT * FROM postos",
                        "DELETE FROM postos",
                        "INSERT INTO postos VALUES (3, 'Getúlio Vargas', 'Feira de Santana', 'BA', -12.2573, -38.9602,"
                                + " 50, 'CHAdeMO', 1.95, 1)",
                        "INSERT INTO postos VALUES (5, 'Tomba', 'Feira de Santana', 'BA', -12.2888, -38.9604,"
                                + " 11, 'Tipo 2', 1.1, 1)")
                .forEach(statement -> jdbc.sql(statement).update());
    }

    @AfterEach
    void thePointsOfAllOtherTests() {
        List.of(
                        "DELETE FROM manutencoes",
                        "DELETE FROM reservas",
                        "DELETE FROM postos",
                        "INSERT INTO postos SELECT * FROM postos_de_antes",
                        "DROP TABLE postos_de_antes")
                .forEach(statement -> jdbc.sql(statement).update());
    }

    @Test
    void listsPoints() throws JsonProcessingException {
        server.emManutencao(5);

        assertThat(ask(Topics.POSTOS_REQUEST, example(Exemplo.POSTOS_REQUEST)))
                .isEqualTo(example(Exemplo.POSTOS_RESPONSE));
    }

    @Test
    void listsPointsWithAllFilters() throws JsonProcessingException {
        jdbc.sql("UPDATE postos SET tipo_conector = 'CCS2' WHERE id = 3").update();

        JsonNode reply = ask(Topics.POSTOS_REQUEST, example(Exemplo.POSTOS_REQUEST_FILTROS));

        assertThat(reply.path("postos")).hasSize(1);
        assertThat(reply.at("/postos/0/id").asInt()).isEqualTo(3);
    }

    @Test
    void confirms() throws JsonProcessingException {
        ObjectNode reply = ask(Topics.POSTOS_RESERVA, example(Exemplo.RESERVA_REQUEST));

        ObjectNode expected = example(Exemplo.RESERVA_RESPONSE_SUCESSO);
        // these two are chosen anew for every reservation
        expected.set("reserva_id", reply.get("reserva_id"));
        expected.set("codigo_reserva", reply.get("codigo_reserva"));
        assertThat(reply).isEqualTo(expected);
        assertThat(reply.path("reserva_id").asText()).isNotBlank();
        assertThat(reply.path("codigo_reserva").asText()).isNotBlank();
    }

    @Test
    void confirmsWhatAPeerOfTheOriginalAsks() throws JsonProcessingException {
        ObjectNode reply = ask(Topics.POSTOS_RESERVA, example(Exemplo.RESERVA_REQUEST_ORIGINAL));

        assertThat(reply.retain("request_id", "status", "mensagem"))
                .isEqualTo(example(Exemplo.RESERVA_RESPONSE_SUCESSO_ORIGINAL));
    }

    @Test
    void refusesAnOccupiedPoint() throws JsonProcessingException {
        ObjectNode first = example(Exemplo.RESERVA_REQUEST);
        first.withObject("/carro").put("placa", "XYZ9876");
        ask(Topics.POSTOS_RESERVA, first);

        ObjectNode expected = example(Exemplo.RESERVA_RESPONSE_POSTO_OCUPADO);
        ObjectNode second = example(Exemplo.RESERVA_REQUEST);
        second.set("request_id", expected.get("request_id"));
        assertThat(ask(Topics.POSTOS_RESERVA, second)).isEqualTo(expected);
    }

    @Test
    void refusesAnUnknownPoint() throws JsonProcessingException {
        ObjectNode expected = example(Exemplo.RESERVA_RESPONSE_POSTO_INEXISTENTE);
        ObjectNode request = example(Exemplo.RESERVA_REQUEST);
        request.put("posto_id", 9999).set("request_id", expected.get("request_id"));

        ObjectNode reply = ask(Topics.POSTOS_RESERVA, request);

        assertThat(reply).isEqualTo(expected);
        assertThat(reply.retain("request_id", "status", "mensagem"))
                .isEqualTo(example(Exemplo.RESERVA_RESPONSE_ERRO_ORIGINAL));
    }

    @Test
    void refusesInvalidFields() throws JsonProcessingException {
        ObjectNode expected = example(Exemplo.RESERVA_RESPONSE_DADOS_INVALIDOS);
        ObjectNode request = example(Exemplo.RESERVA_REQUEST);
        request.set("request_id", expected.get("request_id"));
        request.withObject("/carro").put("placa", "ABC").put("nivel_bateria_atual", 44.6);

        assertThat(ask(Topics.POSTOS_RESERVA, request)).isEqualTo(expected);
    }

    private ObjectNode ask(String topic, ObjectNode request) {
        server.receive(topic, request.toString());
        List<ServerHarness.Published> published = server.published();
        return (ObjectNode) published.get(published.size() - 1).json();
    }

    /** The examples are of a server with another name. */
    private static ObjectNode example(Exemplo example) throws JsonProcessingException {
        String json = new String(example.bytes(), StandardCharsets.UTF_8);
        return (ObjectNode) ContractJson.mapper().readTree(json.replace("server1", ServerTest.SERVER_ID));
    }
}
