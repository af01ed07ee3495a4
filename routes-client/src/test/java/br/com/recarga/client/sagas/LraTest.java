package br.com.recarga.client.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.camel.service.lra.LRASagaService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same routes with a coordinator outside, by nothing but configuration. */
@ClientTest
@DirtiesContext
class LraTest {

    private static final CoordenadorLra COORDENADOR = new CoordenadorLra();

    private static final String BODY = """
            {"carro":{"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,"taxa_descarga":0.15},
             "paradas":[{"server_id":"server1","posto_id":5,"inicio":"2027-01-10T08:00:00-03:00","fim":"2027-01-10T09:00:00-03:00"}]}""";

    @Autowired
    private ClientHarness client;

    @Autowired
    private LRASagaService lra;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void coordinator(DynamicPropertyRegistry properties) {
        properties.add("camel.lra.enabled", () -> "true");
        properties.add("camel.lra.coordinator-url", COORDENADOR::url);
    }

    @AfterAll
    static void stop() {
        COORDENADOR.close();
    }

    @BeforeEach
    void oneServer(@LocalServerPort int port) {
        // known only once it listens
        lra.setLocalParticipantUrl("http://127.0.0.1:" + port);
        client.online("server1");
        client.serve(Topics.POSTOS_CONFIRMACAO, Map.of("server1", request -> reply(request, "OK", "CONFIRMADA")));
        client.serve(Topics.POSTOS_CANCELAMENTO, Map.of("server1", request -> reply(request, "OK", "CANCELADA")));
    }

    @Test
    void aTripThatIsHeldIsClosedByTheCoordinator() {
        client.serve(Topics.POSTOS_PRE_RESERVA, Map.of("server1", request -> reply(request, "OK", "PRE_RESERVADA")));

        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        assertThat(COORDENADOR.heard()).containsExactly("start", "join", "close", "/lra-participant/complete 204");
        assertThat(answer.getBody().path("situacao").asText()).isEqualTo("confirmada");
        assertThat(client.published(Topics.POSTOS_CONFIRMACAO)).hasSize(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM sagas").query(Integer.class).single())
                .isZero();
    }

    @Test
    void aTripThatIsRefusedIsCancelledByTheCoordinator() {
        client.serve(Topics.POSTOS_PRE_RESERVA, Map.of("server1", request -> reply(request, "POSTO_OCUPADO", "")));

        ResponseEntity<JsonNode> answer = client.post("/viagens", BODY);

        assertThat(COORDENADOR.heard()).containsExactly("start", "join", "cancel", "/lra-participant/compensate 204");
        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().at("/paradas/0/codigo").asText()).isEqualTo("POSTO_OCUPADO");
        assertThat(client.published(Topics.POSTOS_CANCELAMENTO)).hasSize(1);
    }

    private static String reply(JsonNode request, String codigo, String situacao) {
        return """
                {"request_id":"%s","server_id":"server1","status":"%s","codigo":"%s","paradas":[%s]}""".formatted(
                        request.path("request_id").asText(),
                        codigo.equals("OK") ? "sucesso" : "erro",
                        codigo,
                        situacao.isEmpty() ? "" : """
                                {"server_id":"server1","posto_id":5,"inicio":"2027-01-10T08:00:00-03:00",
                                 "fim":"2027-01-10T09:00:00-03:00","codigo":"OK","reserva_id":"server1-1","situacao":"%s"}""".formatted(situacao));
    }
}
