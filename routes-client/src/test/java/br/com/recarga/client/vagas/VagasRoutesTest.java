package br.com.recarga.client.vagas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import br.com.recarga.testkit.ServerSentEvents;
import br.com.recarga.testkit.ServerSentEvents.Event;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who waits for a point, and is told. */
@ClientTest
class VagasRoutesTest {

    private static final TypeReference<JsonNode> JSON = new TypeReference<>() {};
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    private ClientHarness client;

    @Autowired
    private JdbcClient jdbc;

    /** What server1 says of its point 5. */
    private volatile String point;

    @BeforeEach
    void serve() {
        client.online("server1", "server2");
        taken(0, 60);
        client.answer(Topics.POSTOS_REQUEST, request -> "{\"postos\":[%s]}".formatted(point));
    }

    @Test
    void whoeverWaitsForAPointIsToldOnceItIsFreeAndUntilWhen() throws Exception {
        String id = wait("server1", 5).at("/espera/espera_id").asText();
        try (ServerSentEvents reader = client.listen()) {
            client.lookForFreePoints();
            point(true, "{\"inicio\":\"%s\"}".formatted(in(90)));
            client.lookForFreePoints();
            client.lookForFreePoints();

            await().untilAsserted(() -> assertThat(told(reader)).hasSize(1));
            JsonNode vaga = told(reader).get(0);
            assertThat(vaga.path("espera_id").asText()).isEqualTo(id);
            assertThat(vaga.path("server_id").asText()).isEqualTo("server1");
            assertThat(vaga.path("posto_id").asInt()).isEqualTo(5);
            assertThat(Instant.parse(vaga.path("inicio").asText())).isBetween(NOW, Instant.now());
            assertThat(vaga.path("fim").asText()).isEqualTo(in(90));
        }
    }

    @Test
    void aPointThatIsFreeForLessThanCanBeReservedIsToldToNobody() throws Exception {
        wait("server1", 5);
        try (ServerSentEvents reader = client.listen()) {
            point(true, "{\"inicio\":\"%s\"}".formatted(in(14)));
            client.lookForFreePoints();

            assertNothingIsTold(reader);
        }
    }

    @Test
    void aWindowIsToldOnlyIfAllOfItIsFree() throws Exception {
        wait("server1", 5, in(120), in(180));
        try (ServerSentEvents reader = client.listen()) {
            taken(150, 170);
            client.lookForFreePoints();
            assertNothingIsTold(reader);

            // that it is taken now is nothing to whoever wants it later
            point(false, "{\"inicio\":\"%s\",\"fim\":\"%s\"}".formatted(in(-10), in(120)));
            client.lookForFreePoints();
            await().untilAsserted(() -> assertThat(told(reader)).hasSize(1));
            assertThat(told(reader).get(0).path("inicio").asText()).isEqualTo(in(120));
            assertThat(told(reader).get(0).path("fim").asText()).isEqualTo(in(180));
        }
    }

    @Test
    void whoeverCameFirstIsToldFirstAndTheNextOnlyIfItIsStillFreeAWhileLater() throws Exception {
        String first = wait("server1", 5).at("/espera/espera_id").asText();
        String second = wait("server1", 5).at("/espera/espera_id").asText();
        try (ServerSentEvents reader = client.listen()) {
            point(true, "");
            client.lookForFreePoints();
            client.lookForFreePoints();
            await().untilAsserted(() -> assertThat(told(reader))
                    .extracting(vaga -> vaga.path("espera_id").asText())
                    .containsExactly(first));

            jdbc.sql("UPDATE esperas SET avisada_em = :then WHERE espera_id = :id")
                    .param(
                            "then",
                            NOW.minus(VagasService.PREFERENCIA).minusSeconds(1).toString())
                    .param("id", first)
                    .update();
            client.lookForFreePoints();
            await().untilAsserted(() -> assertThat(told(reader))
                    .extracting(vaga -> vaga.path("espera_id").asText())
                    .containsExactly(first, second));
        }
    }

    @Test
    void twoWhoWantTimesThatDoNotMeetAreBothToldAtOnce() throws Exception {
        wait("server1", 5, in(120), in(180));
        wait("server1", 5, in(180), in(240));
        try (ServerSentEvents reader = client.listen()) {
            point(true, "");
            client.lookForFreePoints();

            await().untilAsserted(() -> assertThat(told(reader)).hasSize(2));
        }
    }

    @Test
    void aServerIsAskedOnlyWhileSomebodyWaitsAtIt() {
        client.lookForFreePoints();
        assertThat(client.published()).isEmpty();

        JsonNode espera = wait("server1", 5);
        client.lookForFreePoints();
        // once whether it has such a point, and once whether it is free
        assertThat(client.published()).hasSize(2).allSatisfy(request -> {
            assertThat(request.path("server_id").asText()).isEqualTo("server1");
            assertThat(request.path("agenda").asBoolean()).isTrue();
        });

        client.delete(
                "/esperas/{id}",
                new HttpHeaders(),
                espera.at("/espera/espera_id").asText());
        client.lookForFreePoints();
        assertThat(client.published()).hasSize(2);
    }

    @Test
    void whileNobodyWaitsItDoesNotMatterThatNobodyIsKnownToBeThere() {
        client.announce("servers/server1/status", "");
        client.announce("servers/server2/status", "");
        long told = client.exchanges("contar-vagas");

        client.lookForFreePoints();

        assertThat(client.exchanges("contar-vagas")).isEqualTo(told + 1);
    }

    @Test
    void theSameRequestIsOneWaitAndTellsWhatBecameOfIt() {
        HttpHeaders key = key();
        String body = body("server1", 5, null, null);
        JsonNode first = client.post("/esperas", key, body).getBody();
        assertThat(first.at("/espera/situacao").asText()).isEqualTo("esperando");

        point(true, "");
        client.lookForFreePoints();
        JsonNode again = client.post("/esperas", key, body).getBody();

        assertThat(again.at("/espera/espera_id")).isEqualTo(first.at("/espera/espera_id"));
        assertThat(again.at("/espera/situacao").asText()).isEqualTo("avisada");
        assertThat(again.at("/espera/vaga/inicio").isTextual()).isTrue();
        assertThat(again.at("/espera/vaga").has("fim")).isFalse();
        assertThat(jdbc.sql("SELECT count(*) FROM esperas").query(Integer.class).single())
                .isEqualTo(1);

        ResponseEntity<JsonNode> other = client.post("/esperas", key, body("server1", 6, null, null));
        assertThat(other.getStatusCode().value()).isEqualTo(422);
        assertThat(other.getBody().path("codigo").asText()).isEqualTo("CHAVE_REUTILIZADA");
    }

    @Test
    void givingUpTwiceIsNoError() {
        String id = wait("server1", 5).at("/espera/espera_id").asText();
        for (int i = 0; i < 2; i++) {
            assertThat(client.delete("/esperas/{id}", new HttpHeaders(), id)
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM esperas").query(Integer.class).single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "server1, 7, , , 404, POSTO_INEXISTENTE, ",
        "server9, 5, , , 404, SERVIDOR_DESCONHECIDO, ",
        "server1, 0, , , 422, DADOS_INVALIDOS, posto_id",
        ", 5, , , 422, DADOS_INVALIDOS, server_id",
        "server1, 5, 60, , 422, DADOS_INVALIDOS, fim",
        "server1, 5, , 60, 422, DADOS_INVALIDOS, inicio",
        "server1, 5, 60, 30, 422, DADOS_INVALIDOS, fim",
        "server1, 5, -60, 10, 422, DADOS_INVALIDOS, fim",
        "server1, 5, 10070, 10090, 422, DADOS_INVALIDOS, fim"
    })
    void whatNothingCouldBeToldOfIsRefused(
            String serverId, int postoId, Integer from, Integer to, int status, String codigo, String field) {
        ResponseEntity<JsonNode> answer = client.post(
                "/esperas", body(serverId, postoId, from == null ? null : in(from), to == null ? null : in(to)));

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo(codigo);
        if (field != null) {
            assertThat(answer.getBody().path("erros"))
                    .extracting(erro -> erro.path("campo").asText())
                    .containsExactly(field);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM esperas").query(Integer.class).single())
                .isZero();
    }

    @Test
    void oneTooManyIsRefusedUntilAnotherGivesUp() {
        for (int i = 0; i < VagasService.MAXIMO; i++) {
            jdbc.sql("INSERT INTO esperas (espera_id, request_id, server_id, posto_id, fim, criada_em)"
                            + " VALUES (:id, :id, 'server2', 1, :fim, :fim)")
                    .param("id", "e-" + i)
                    .param("fim", in(60))
                    .update();
        }
        ResponseEntity<JsonNode> refused = client.post("/esperas", body("server1", 5, null, null));
        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(refused.getBody().path("codigo").asText()).isEqualTo("LIMITE_EXCEDIDO");

        client.delete("/esperas/{id}", new HttpHeaders(), "e-0");
        assertThat(client.post("/esperas", body("server1", 5, null, null))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void whoeverWaitedUntilLongAgoIsForgotten() {
        String id = wait("server1", 5).at("/espera/espera_id").asText();
        client.forgetWaits();
        assertThat(jdbc.sql("SELECT count(*) FROM esperas").query(Integer.class).single())
                .isEqualTo(1);

        jdbc.sql("UPDATE esperas SET fim = :then WHERE espera_id = :id")
                .param("then", NOW.minus(Duration.ofHours(2)).toString())
                .param("id", id)
                .update();
        client.forgetWaits();
        assertThat(jdbc.sql("SELECT count(*) FROM esperas").query(Integer.class).single())
                .isZero();
    }

    @Test
    void anAgendaThatIsNoneIsNotTakenForAFreePoint() throws Exception {
        wait("server1", 5);
        try (ServerSentEvents reader = client.listen()) {
            point = "{\"id\":5,\"disponivel\":true}";
            client.lookForFreePoints();
            point(true, "{\"fim\":\"%s\"}".formatted(in(5)));
            client.lookForFreePoints();

            assertNothingIsTold(reader);
        }
    }

    /** What would have been told came before the heartbeat. */
    private void assertNothingIsTold(ServerSentEvents reader) {
        client.beat();
        await().untilAsserted(() ->
                assertThat(reader.events()).extracting(Event::name).contains("pulso"));
        assertThat(told(reader)).isEmpty();
    }

    private static List<JsonNode> told(ServerSentEvents reader) {
        return reader.events().stream()
                .filter(event -> event.name().equals("vaga"))
                .map(event -> ContractJson.read(event.data(), JSON))
                .toList();
    }

    private JsonNode wait(String serverId, int postoId) {
        return wait(serverId, postoId, null, null);
    }

    private JsonNode wait(String serverId, int postoId, String inicio, String fim) {
        ResponseEntity<JsonNode> answer = client.post("/esperas", key(), body(serverId, postoId, inicio, fim));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        return answer.getBody();
    }

    private static HttpHeaders key() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set("Idempotency-Key", UUID.randomUUID().toString());
        return headers;
    }

    private static String body(String serverId, int postoId, String inicio, String fim) {
        return ContractJson.write(ContractJson.mapper()
                .createObjectNode()
                .put("server_id", serverId)
                .put("posto_id", postoId)
                .put("inicio", inicio)
                .put("fim", fim));
    }

    private void taken(int from, int to) {
        point(from > 0, "{\"inicio\":\"%s\",\"fim\":\"%s\"}".formatted(in(from), in(to)));
    }

    private void point(boolean free, String taken) {
        point = "{\"id\":5,\"disponivel\":%s,\"ocupado\":[%s]}".formatted(free, taken);
    }

    private static String in(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes)).toString();
    }
}
