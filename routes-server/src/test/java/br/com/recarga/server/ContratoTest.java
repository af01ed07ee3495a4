package br.com.recarga.server;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server answers the golden requests of the contract with its golden replies; a client's test reads the same ones. */
@ServerTest
@ExtendWith(PostosDosExemplos.class)
class ContratoTest {

    private static final Instant MORNING = Instant.parse("2026-12-24T11:00:00Z");

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Test
    void listsPoints() throws JsonProcessingException {
        server.emManutencao(5);

        assertThat(ask(Topics.POSTOS_REQUEST, example(Exemplo.POSTOS_REQUEST)))
                .isEqualTo(lista(Exemplo.POSTOS_RESPONSE, "gXmj5uHYK1bx_z_BLNqxpQ"));
    }

    @Test
    void listsPointsWithAllFilters() throws JsonProcessingException {
        jdbc.sql("UPDATE postos SET tipo_conector = 'CCS2' WHERE id = 3").update();

        JsonNode reply = ask(Topics.POSTOS_REQUEST, example(Exemplo.POSTOS_REQUEST_FILTROS));

        assertThat(reply.path("postos")).hasSize(1);
        assertThat(reply.at("/postos/0/id").asInt()).isEqualTo(3);
    }

    @Test
    void tellsWhenPointsAreTaken() throws JsonProcessingException {
        ask(Topics.POSTOS_RESERVA, example(Exemplo.RESERVA_REQUEST));
        clock.advance(Duration.between(TestClock.NOW, MORNING));

        assertThat(ask(Topics.POSTOS_REQUEST, example(Exemplo.POSTOS_REQUEST_AGENDA)))
                .isEqualTo(lista(Exemplo.POSTOS_RESPONSE_AGENDA, "DHMNh0zaCdRBafiwgO-iNA"));
    }

    /** The same points have the same version whenever they are asked for. */
    private ObjectNode lista(Exemplo exemplo, String versao) throws JsonProcessingException {
        return example(exemplo).put("versao", versao);
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
    void confirmsAnotherEqualPoint() throws JsonProcessingException {
        jdbc.sql(
                        "INSERT INTO postos SELECT 6, 'Tomba 2', cidade, uf, latitude, longitude, potencia_maxima, tipo_conector,"
                                + " preco_kwh, disponivel FROM postos WHERE id = 5")
                .update();
        server.emManutencao(5);

        ObjectNode reply = ask(Topics.POSTOS_RESERVA, example(Exemplo.RESERVA_REQUEST_EQUIVALENTE));

        ObjectNode expected = example(Exemplo.RESERVA_RESPONSE_EQUIVALENTE);
        expected.set("reserva_id", reply.get("reserva_id"));
        expected.set("codigo_reserva", reply.get("codigo_reserva"));
        assertThat(reply).isEqualTo(expected);
    }

    @Test
    void confirmsWhatAPeerOfTheOriginalAsks() throws JsonProcessingException {
        ObjectNode reply = ask(Topics.POSTOS_RESERVA, example(Exemplo.RESERVA_REQUEST_ORIGINAL));

        assertThat(reply.retain("request_id", "status", "mensagem"))
                .isEqualTo(example(Exemplo.RESERVA_RESPONSE_SUCESSO_ORIGINAL));
    }

    @Test
    void refusesAnOccupiedPoint() throws JsonProcessingException {
        anotherWithTheSamePlug();
        ObjectNode first = example(Exemplo.RESERVA_REQUEST);
        first.withObject("/carro").put("placa", "XYZ9876");
        ask(Topics.POSTOS_RESERVA, first);

        ObjectNode expected = example(Exemplo.RESERVA_RESPONSE_POSTO_OCUPADO);
        ObjectNode second = example(Exemplo.RESERVA_REQUEST);
        second.set("request_id", expected.get("request_id"));
        assertThat(ask(Topics.POSTOS_RESERVA, second)).isEqualTo(expected);
    }

    /** Only such a one is an alternative. */
    private void anotherWithTheSamePlug() {
        jdbc.sql("UPDATE postos SET tipo_conector = 'Tipo 2', potencia_maxima = 22 WHERE id = 3")
                .update();
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

    @Test
    void holdsAndConfirmsATrip() throws JsonProcessingException {
        ObjectNode held = ask(Topics.POSTOS_PRE_RESERVA, example(Exemplo.PRE_RESERVA_REQUEST));
        ObjectNode confirmed = ask(Topics.POSTOS_CONFIRMACAO, example(Exemplo.CONFIRMACAO_REQUEST));

        assertThat(withIds(held)).isEqualTo(example(Exemplo.PRE_RESERVA_RESPONSE));
        assertThat(withIds(confirmed)).isEqualTo(example(Exemplo.CONFIRMACAO_RESPONSE));
    }

    @Test
    void holdsNothingIfAStopIsTaken() throws JsonProcessingException {
        anotherWithTheSamePlug();
        ObjectNode other = example(Exemplo.RESERVA_REQUEST);
        other.withObject("/carro").put("placa", "XYZ9876");
        ask(Topics.POSTOS_RESERVA, other);

        assertThat(ask(Topics.POSTOS_PRE_RESERVA, example(Exemplo.PRE_RESERVA_REQUEST)))
                .isEqualTo(example(Exemplo.PRE_RESERVA_RESPONSE_RECUSADA));
    }

    @Test
    void saysThatAHoldWasLost() throws JsonProcessingException {
        ask(Topics.POSTOS_PRE_RESERVA, example(Exemplo.PRE_RESERVA_REQUEST));
        clock.advance(Duration.ofMinutes(11));
        ObjectNode other = example(Exemplo.RESERVA_REQUEST);
        other.withObject("/carro").put("placa", "XYZ9876");
        ask(Topics.POSTOS_RESERVA, other);

        assertThat(withIds(ask(Topics.POSTOS_CONFIRMACAO, example(Exemplo.CONFIRMACAO_REQUEST))))
                .isEqualTo(example(Exemplo.CONFIRMACAO_RESPONSE_RESERVA_EXPIRADA));
    }

    @Test
    void cancelsATrip() throws JsonProcessingException {
        ask(Topics.POSTOS_PRE_RESERVA, example(Exemplo.PRE_RESERVA_REQUEST));

        assertThat(withIds(ask(Topics.POSTOS_CANCELAMENTO, example(Exemplo.CANCELAMENTO_REQUEST_VIAGEM))))
                .isEqualTo(example(Exemplo.CANCELAMENTO_RESPONSE_VIAGEM));
    }

    @Test
    void saysHowTheStopsOfATripStand() throws JsonProcessingException {
        ask(Topics.POSTOS_PRE_RESERVA, example(Exemplo.PRE_RESERVA_REQUEST));
        ask(Topics.POSTOS_CONFIRMACAO, example(Exemplo.CONFIRMACAO_REQUEST));
        jdbc.sql("UPDATE reservas SET situacao = 'CANCELADA', alterada_por = 'OPERADOR' WHERE posto_id = 5")
                .update();

        ObjectNode reply = ask(Topics.RESERVAS_REQUEST, example(Exemplo.RESERVAS_REQUEST_VIAGEM));

        ObjectNode expected = example(Exemplo.RESERVAS_RESPONSE_VIAGEM);
        for (int i = 0; i < reply.path("reservas").size(); i++) {
            ObjectNode stop = (ObjectNode) reply.path("reservas").get(i);
            stop.set("reserva_id", expected.at("/reservas/%d/reserva_id".formatted(i)));
        }
        assertThat(reply).isEqualTo(expected);
    }

    /** The ids of the examples instead of those that are chosen anew for every reservation. */
    private static ObjectNode withIds(ObjectNode trip) throws JsonProcessingException {
        JsonNode expected = example(Exemplo.PRE_RESERVA_RESPONSE).path("paradas");
        for (int i = 0; i < trip.path("paradas").size(); i++) {
            ObjectNode stop = (ObjectNode) trip.path("paradas").get(i);
            assertThat(stop.path("reserva_id").asText()).startsWith(ServerTest.SERVER_ID + "-");
            stop.set("reserva_id", expected.path(i).get("reserva_id"));
        }
        return trip;
    }

    @Test
    void refusesAnInvalidFilter() throws JsonProcessingException {
        ObjectNode expected = example(Exemplo.RECUSA);
        ObjectNode request = example(Exemplo.POSTOS_REQUEST_FILTROS);
        request.put("tipo_conector", "").set("request_id", expected.get("request_id"));

        assertThat(ask(Topics.POSTOS_REQUEST, request)).isEqualTo(expected);
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
