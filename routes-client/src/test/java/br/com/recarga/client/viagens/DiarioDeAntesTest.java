package br.com.recarga.client.viagens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.Topics;
import br.com.recarga.testkit.SoSqlite;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A log of trips that an earlier version has written: what it had begun goes on, what it had promised stands. */
@SoSqlite
@ClientTest
class DiarioDeAntesTest {

    private static final String BODY = """
            {"carro":{"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,"taxa_descarga":0.15},
             "paradas":[{"server_id":"server1","posto_id":5,"inicio":"2027-01-10T08:00:00-03:00","fim":"2027-01-10T09:00:00-03:00"},
                        {"server_id":"server2","posto_id":7,"inicio":"2027-01-10T11:00:00-03:00","fim":"2027-01-10T12:00:00-03:00"}]}""";

    @Autowired
    private ClientHarness client;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void theLog(@Autowired DataSource database) {
        client.online("server1", "server2");
        client.answer(Topics.POSTOS_CONFIRMACAO, DiarioDeAntesTest::ok);
        client.answer(Topics.POSTOS_CANCELAMENTO, DiarioDeAntesTest::ok);
        new ResourceDatabasePopulator(new ClassPathResource("viagens/diario-de-antes.sql")).execute(database);
    }

    @Test
    void whatWasOpenComesToTheEndThatWasDecided() {
        client.resumeSagas();

        await().until(() -> openSagas() == 0);
        assertThat(trips())
                .containsExactly(
                        "chave-cancelando CANCELADA",
                        "chave-confirmada CONFIRMADA",
                        "chave-decidida CONFIRMADA",
                        "chave-desistida RECUSADA");
        assertThat(client.published(Topics.POSTOS_CONFIRMACAO))
                .hasSize(2)
                .allMatch(request ->
                        request.path("viagem_id").asText().equals("v-9af9c0a2-1190-40ac-b47d-e657f6ead089.1"));
        assertThat(client.published(Topics.POSTOS_CANCELAMENTO)).hasSize(4);
    }

    @Test
    void whoSendsAKeyOfBeforeIsShownItsTripAndOnlyForTheSameBody() {
        ResponseEntity<JsonNode> same = post("chave-confirmada", BODY);
        ResponseEntity<JsonNode> other = post("chave-confirmada", BODY.replace("\"posto_id\":7", "\"posto_id\":8"));

        assertThat(same.getStatusCode().value()).isEqualTo(200);
        assertThat(same.getBody().path("codigo_reserva").asText()).isEqualTo("fd51b8f797b6d947034f");
        assertThat(same.getBody().at("/paradas/1/reserva_id").asText()).isEqualTo("server2-1");
        assertThat(other.getBody().path("codigo").asText()).isEqualTo("CHAVE_REUTILIZADA");
    }

    private List<String> trips() {
        return jdbc.sql("SELECT request_id || ' ' || situacao FROM viagens ORDER BY request_id")
                .query(String.class)
                .list();
    }

    private int openSagas() {
        return jdbc.sql("SELECT COUNT(*) FROM sagas WHERE situacao IN ('INICIADA', 'CONCLUINDO', 'COMPENSANDO')")
                .query(Integer.class)
                .single();
    }

    private ResponseEntity<JsonNode> post(String key, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set("Idempotency-Key", key);
        return client.post("/viagens", headers, body);
    }

    private static String ok(JsonNode request) {
        return """
                {"request_id":"%s","server_id":"%s","status":"sucesso","codigo":"OK"}""".formatted(
                request.path("request_id").asText(), request.path("server_id").asText());
    }
}
