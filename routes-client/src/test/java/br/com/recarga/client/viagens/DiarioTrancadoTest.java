package br.com.recarga.client.viagens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.CodigoReserva;
import br.com.recarga.contract.Topics;
import br.com.recarga.testkit.SoSqlite;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.saga.CamelSagaService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** Another process holds the client's log of trips, or its disk is full: nothing is begun, and nothing that was begun is left. */
@SoSqlite
@ClientTest
class DiarioTrancadoTest {

    private static final String BODY = """
            {"carro":{"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,"taxa_descarga":0.15},
             "paradas":[{"server_id":"server1","posto_id":5,"inicio":"2127-01-10T08:00:00-03:00","fim":"2127-01-10T09:00:00-03:00"}]}""";

    @Autowired
    private ClientHarness client;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CamelSagaService sagas;

    private volatile Connection other;

    @BeforeEach
    void aServer() {
        client.online("server1");
        client.answer(Topics.POSTOS_PRE_RESERVA, request -> reply(request, "PRE_RESERVADA"));
        client.answer(Topics.POSTOS_CONFIRMACAO, request -> reply(request, "CONFIRMADA"));
        client.answer(Topics.POSTOS_CANCELAMENTO, request -> reply(request, "CANCELADA"));
    }

    @AfterEach
    void letGo() throws SQLException {
        release();
    }

    @Test
    void aTripIsNotBegunWhileTheLogIsLocked() throws SQLException {
        lock();

        ResponseEntity<JsonNode> refused = reserve("chave-1");

        assertUnavailable(refused);
        assertThat(client.published(Topics.POSTOS_PRE_RESERVA)).isEmpty();
        release();
        assertThat(reserve("chave-1").getBody().path("situacao").asText()).isEqualTo("confirmada");
    }

    @Test
    void aCancellationIsNotBegunWhileTheLogIsLocked() throws SQLException {
        JsonNode trip = reserve("chave-1").getBody();
        lock();

        ResponseEntity<JsonNode> refused = cancel(trip);

        assertUnavailable(refused);
        assertThat(client.published(Topics.POSTOS_CANCELAMENTO)).isEmpty();
        release();
        assertThat(cancel(trip).getBody().path("situacao").asText()).isEqualTo("cancelada");
    }

    @ParameterizedTest(name = "locked when {0} is answered")
    @CsvSource({"server/postos/pre_reserva, PRE_RESERVADA", "server/postos/confirmacao, CONFIRMADA"})
    void whatWasBegunGoesOnAsSoonAsTheLogIsFreeAgain(String topic, String situacao) throws SQLException {
        client.answer(topic, request -> {
            lock();
            return reply(request, situacao);
        });

        ResponseEntity<JsonNode> uncertain = reserve("chave-1");
        for (int i = 0; i < 4; i++) {
            // each time it is free for a moment, and locked again when the server's answer is to be noted
            release();
            resumeSagas();
        }
        release();
        client.answer(topic, request -> reply(request, situacao));
        resumeSagas();

        assertThat(uncertain.getStatusCode().value()).isIn(202, 503);
        JsonNode ended = reserve("chave-1").getBody();
        assertThat(ended.path("situacao").asText()).isIn("confirmada", "recusada");
        assertThat(openSagas()).isZero();
    }

    @Test
    void aFullDiskIsAnsweredAndWhatWasBegunGoesOnAsSoonAsThereIsRoomAgain() {
        String refused = null;
        jdbc.sql("VACUUM").update();
        jdbc.sql("PRAGMA max_page_count = "
                        + jdbc.sql("PRAGMA page_count").query(Integer.class).single())
                .query()
                .singleRow();
        try {
            for (int i = 0; i < 200 && refused == null; i++) {
                String key = "chave-" + UUID.randomUUID();
                ResponseEntity<JsonNode> answer = reserve(key);
                if (answer.getStatusCode().value() != 200) {
                    assertThat(answer.getStatusCode().value()).isIn(202, 503);
                    refused = key;
                    resumeSagas();
                }
            }
        } finally {
            jdbc.sql("PRAGMA max_page_count = 1000000").query().singleRow();
        }
        resumeSagas();

        assertThat(refused).as("a trip that found the disk full").isNotNull();
        assertThat(reserve(refused).getBody().path("situacao").asText()).isIn("confirmada", "recusada");
        assertThat(openSagas()).isZero();
    }

    private static void assertUnavailable(ResponseEntity<JsonNode> answer) {
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo("SERVIDOR_INDISPONIVEL");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
    }

    private ResponseEntity<JsonNode> reserve(String key) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set("Idempotency-Key", key);
        return client.post("/viagens", headers, BODY);
    }

    private ResponseEntity<JsonNode> cancel(JsonNode trip) {
        HttpHeaders code = new HttpHeaders();
        code.set(CodigoReserva.CABECALHO, trip.path("codigo_reserva").asText());
        return client.delete("/viagens/" + trip.path("viagem_id").asText(), code);
    }

    /** As the timer does, and until that has come to something. */
    private void resumeSagas() {
        client.resumeSagas();
        await().until(((Collection<?>) ReflectionTestUtils.getField(sagas, "ending"))::isEmpty);
    }

    private int openSagas() {
        return jdbc.sql("SELECT COUNT(*) FROM sagas WHERE situacao IN ('INICIADA', 'CONCLUINDO', 'COMPENSANDO')")
                .query(Integer.class)
                .single();
    }

    private void lock() {
        try {
            if (other == null) {
                try (Connection connection = database.getConnection()) {
                    other = DriverManager.getConnection(connection.getMetaData().getURL());
                }
                other.createStatement().execute("PRAGMA busy_timeout = 5000");
                other.createStatement().execute("BEGIN IMMEDIATE");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void release() throws SQLException {
        if (other != null) {
            other.createStatement().execute("ROLLBACK");
            other.close();
            other = null;
        }
    }

    private static String reply(JsonNode request, String situacao) {
        return """
                {"request_id":"%s","server_id":"server1","status":"sucesso","codigo":"OK","viagem_id":"%s",
                 "paradas":[{"server_id":"server1","posto_id":5,"inicio":"2127-01-10T08:00:00-03:00","fim":"2127-01-10T09:00:00-03:00",
                             "reserva_id":"server1-1","situacao":"%s","codigo":"OK"}]}""".formatted(
                request.path("request_id").asText(), request.path("viagem_id").asText(), situacao);
    }
}
