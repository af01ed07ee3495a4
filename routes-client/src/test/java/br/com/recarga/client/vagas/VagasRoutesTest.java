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
import java.time.ZoneOffset;
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

            tell(first, NOW.minus(VagasService.PREFERENCIA).minusSeconds(1));
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
    void whatAnotherProcessDecidedIsToldAlsoWhileNobodyCanBeAsked() throws Exception {
        String decided = wait("server1", 5).at("/espera/espera_id").asText();
        wait("server1", 5);
        tell(decided, NOW);
        client.announce("servers/server1/status", "");
        client.announce("servers/server2/status", "");
        try (ServerSentEvents reader = client.listen()) {
            client.lookForFreePoints();

            await().untilAsserted(() -> assertThat(told(reader))
                    .extracting(vaga -> vaga.path("espera_id").asText())
                    .containsExactly(decided));
        }
    }

    @Test
    void aWindowOfAQuarterOfAnHourIsTold() throws Exception {
        wait("server1", 5, in(120), in(135));
        try (ServerSentEvents reader = client.listen()) {
            point(true, "");
            client.lookForFreePoints();

            await().untilAsserted(() -> assertThat(told(reader)).hasSize(1));
        }
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
        assertThat(kept()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"6, 120, 180", "5, 60, 180", "5, 120, 150", "5, , "})
    void theKeyOfAnotherWaitIsRefused(int postoId, Integer from, Integer to) {
        HttpHeaders key = key();
        client.post("/esperas", key, body("server1", 5, in(120), in(180)));

        assertRefused(
                client.post("/esperas", key, body("server1", postoId, in(from), in(to))), 422, "CHAVE_REUTILIZADA");
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void theSameWindowIsTheSameHoweverItIsWritten() {
        HttpHeaders key = key();
        JsonNode first = client.post("/esperas", key, body("server1", 5, in(120), in(180)))
                .getBody();
        String from = Instant.parse(in(120))
                .plusMillis(7)
                .atOffset(ZoneOffset.ofHours(-3))
                .toString();

        JsonNode again =
                client.post("/esperas", key, body("server1", 5, from, in(180))).getBody();

        assertThat(again.at("/espera/espera_id").isTextual()).isTrue();
        assertThat(again.at("/espera/espera_id")).isEqualTo(first.at("/espera/espera_id"));
    }

    @ParameterizedTest
    @CsvSource({"'\"codigo\":\"LIMITE_EXCEDIDO\",', 429, LIMITE_EXCEDIDO", "'', 503, SERVIDOR_INDISPONIVEL"})
    void aServerThatDoesNotSayItsPointsIsNotSaidToHaveNoSuchPoint(String code, int status, String codigo) {
        client.answer(
                Topics.POSTOS_REQUEST, request -> "{\"status\":\"erro\",%s\"mensagem\":\"Devagar\"}".formatted(code));

        ResponseEntity<JsonNode> answer = client.post("/esperas", body("server1", 5, null, null));

        assertRefused(answer, status, codigo);
        assertThat(answer.getBody().path("mensagem").asText()).isEqualTo("Devagar");
        assertThat(kept()).isZero();
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
        assertThat(kept()).isZero();
    }

    @Test
    void whatWasToldNobodyTakesAwayAsEverybodyHasHeardItsId() {
        HttpHeaders key = key();
        String body = body("server1", 5, null, null);
        String id = client.post("/esperas", key, body)
                .getBody()
                .at("/espera/espera_id")
                .asText();
        tell(id, NOW);

        assertThat(client.delete("/esperas/{id}", new HttpHeaders(), id)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);

        JsonNode again = client.post("/esperas", key, body).getBody();
        assertThat(again.at("/espera/espera_id").asText()).isEqualTo(id);
        assertThat(again.at("/espera/situacao").asText()).isEqualTo("avisada");
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
        "server1, 5, 60, 74, 422, DADOS_INVALIDOS, fim",
        "server1, 5, 10070, 10090, 422, DADOS_INVALIDOS, fim"
    })
    void whatNothingCouldBeToldOfIsRefused(
            String serverId, int postoId, Integer from, Integer to, int status, String codigo, String field) {
        ResponseEntity<JsonNode> answer = client.post("/esperas", body(serverId, postoId, in(from), in(to)));

        assertRefused(answer, status, codigo);
        if (field != null) {
            assertThat(answer.getBody().path("erros"))
                    .extracting(erro -> erro.path("campo").asText())
                    .containsExactly(field);
        }
        assertThat(kept()).isZero();
    }

    @Test
    void oneTooManyIsRefusedUntilAnotherGivesUpOrIsForgotten() {
        for (int i = 0; i < VagasService.MAXIMO; i++) {
            jdbc.sql("INSERT INTO esperas (espera_id, request_id, server_id, posto_id, origem, fim, criada_em)"
                            + " VALUES (:id, :id, 'server2', 1, :id, :fim, :fim)")
                    .param("id", "e-" + i)
                    .param("fim", in(60))
                    .update();
        }
        String body = body("server1", 5, null, null);
        assertRefused(client.post("/esperas", body), 429, "LIMITE_EXCEDIDO");

        client.delete("/esperas/{id}", new HttpHeaders(), "e-0");
        wait("server1", 5);

        // what was told a moment ago has its place yet
        tell("e-1", NOW);
        client.forgetWaits();
        assertRefused(client.post("/esperas", body), 429, "LIMITE_EXCEDIDO");

        tell("e-1", NOW.minus(VagasService.GUARDADAS).minusSeconds(1));
        client.forgetWaits();
        wait("server1", 5);
    }

    @Test
    void oneCallerDoesNotTakeTheRoomOfAll() {
        String last = null;
        for (int i = 0; i < VagasService.MAXIMO_DA_ORIGEM; i++) {
            last = wait("server1", 5).at("/espera/espera_id").asText();
        }
        String body = body("server1", 5, null, null);
        assertRefused(client.post("/esperas", body), 429, "LIMITE_EXCEDIDO");

        HttpHeaders elsewhere = key();
        elsewhere.set("X-Forwarded-For", "192.0.2.7");
        assertThat(client.post("/esperas", elsewhere, body).getStatusCode().value())
                .isEqualTo(200);

        client.delete("/esperas/{id}", new HttpHeaders(), last);
        wait("server1", 5);
    }

    @Test
    void whoeverWaitedUntilLongAgoIsForgotten() {
        String id = wait("server1", 5).at("/espera/espera_id").asText();
        client.forgetWaits();
        assertThat(kept()).isEqualTo(1);

        jdbc.sql("UPDATE esperas SET fim = :then WHERE espera_id = :id")
                .param("then", NOW.minus(Duration.ofHours(2)).toString())
                .param("id", id)
                .update();
        client.forgetWaits();
        assertThat(kept()).isZero();
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

    /** As a process does that has found its point free. */
    private void tell(String id, Instant when) {
        jdbc.sql("UPDATE esperas SET avisada_em = :when, vaga_inicio = :when WHERE espera_id = :id")
                .param("when", when.toString())
                .param("id", id)
                .update();
    }

    private int kept() {
        return jdbc.sql("SELECT count(*) FROM esperas").query(Integer.class).single();
    }

    private static void assertRefused(ResponseEntity<JsonNode> answer, int status, String codigo) {
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody().path("codigo").asText()).isEqualTo(codigo);
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

    /** Null: not given. */
    private static String in(Integer minutes) {
        return minutes == null ? null : NOW.plus(Duration.ofMinutes(minutes)).toString();
    }
}
