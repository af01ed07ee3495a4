package br.com.recarga.e2e;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.e2e.Api.Answer;
import br.com.recarga.testkit.HostileHeaders;
import br.com.recarga.testkit.ServerSentEvents;
import br.com.recarga.testkit.SoSqlite;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** By whoever reaches an HTTP port of a process in profile {@code fechado}, or the files that it writes. */
@EnabledIf("br.com.recarga.e2e.SistemaEmMosquittoTest#installedOrRequired")
class SegurancaNaPortaTest extends SegurancaTest {

    private static final int WRONG_PASSWORDS = 90;
    private static final int STREAMS = 500;
    private static final int DRIPPING = 500;
    private static final int BYSTANDER = 100;

    /** Addresses of this machine, each of somebody else. */
    private static final String GUESSER = "127.0.0.3";

    private static final String GREEDY = "127.0.0.4";

    /** So many that none of them has more connections than it may. */
    private static final List<String> DRIPPERS = List.of("127.0.0.5", "127.0.0.6", "127.0.0.7", "127.0.0.8");

    @Override
    BrokerFechado broker(String... users) throws Exception {
        return new BrokerMosquittoFechado(users);
    }

    @Test
    void whoIsNotTheOperatorChangesNothingByHttp() {
        String wrong = basic("operador", "errada");
        String body = "{\"disponivel\":false}";

        assertThat(serverApi
                        .put("/pontos/12/disponibilidade", body, "Accept", "application/json")
                        .status())
                .isEqualTo(401);
        assertThat(serverApi
                        .put("/pontos/12/disponibilidade", body, "Authorization", wrong)
                        .status())
                .isEqualTo(401);
        assertThat(serverApi.get("/pontos/12").body().path("disponivel").asBoolean())
                .isTrue();
    }

    @Test
    void aReservationIsNotCancelledWithoutItsCode() {
        Answer reserved = reservar(13);
        String path = "/reservas/" + reserved.body().path("reserva_id").asText();

        assertThat(clientApi.delete(path, "0".repeat(20)).codigo()).isEqualTo("RESERVA_INEXISTENTE");
        assertThat(serverApi.delete(path, "0".repeat(20)).codigo()).isEqualTo("RESERVA_INEXISTENTE");
        assertThat(clientApi
                        .get(path, reserved.body().path("codigo_reserva").asText())
                        .body()
                        .at("/reserva/situacao")
                        .asText())
                .isEqualTo("CONFIRMADA");
    }

    @Test
    void aPlateAloneShowsNothing() {
        String placa = Reserva.placa();
        Answer reserved = clientApi.reservar(Reserva.body("server1", 20, placa, Reserva.hora()));
        String codigo = reserved.body().path("codigo_reserva").asText();

        for (Api door : List.of(clientApi, serverApi)) {
            assertThat(door.get("/reservas?placa=" + placa).body().toString())
                    .doesNotContain(reserved.body().path("reserva_id").asText());
        }
        assertThat(serverApi.get("/dados_pessoais?placa=" + placa).status()).isIn(401, 404);
        assertThat(clientApi.get("/reservas?placa=" + placa, codigo).body().path("reservas"))
                .hasSize(1);
    }

    @Test
    void aDriverTakesAwayWhatIsKnownOfHimAndSeesItBefore() {
        String placa = Reserva.placa();
        Answer reserved = clientApi.reservar(Reserva.body("server1", 21, placa, Reserva.hora()));
        String codigo = reserved.body().path("codigo_reserva").asText();
        String path = "/reservas/" + reserved.body().path("reserva_id").asText();
        String kept = "/dados_pessoais?placa=" + placa;
        assertThat(clientApi.delete(path, codigo).status()).isEqualTo(200);

        assertThat(serverApi.get(kept, "0".repeat(20)).status()).isEqualTo(404);
        JsonNode before = serverApi.get(kept, codigo).body();
        Answer erased = serverApi.delete(kept, codigo);

        assertThat(before.path("placa").asText()).isEqualTo(placa);
        assertThat(before.path("reservas")).hasSize(1);
        assertThat(erased.status()).as("%s", erased.body()).isEqualTo(200);
        assertThat(serverApi.getWith(kept, OPERADOR).body().path("reservas")).isEmpty();
        assertThat(serverApi.getWith(path, OPERADOR).body().toString()).doesNotContain(placa);
        assertThat(serverApi.getWith(path, OPERADOR).body().toString()).contains("CANCELADA");
    }

    @Test
    void whoGuessesPasswordsWaitsLongerAndLongerAndNobodyElseDoes() throws Exception {
        String wrong = basic("operador", "errada");
        long refusedBefore = refusals();
        List<Conexao.Resposta> answers = new ArrayList<>();
        for (int i = 0; i < WRONG_PASSWORDS; i++) {
            answers.add(guess(wrong));
        }

        assertThat(answers.get(0).status()).isEqualTo(401);
        assertThat(answers.get(WRONG_PASSWORDS - 1).status()).isEqualTo(429);
        assertThat(answers.get(WRONG_PASSWORDS - 1).header("Retry-After")).isNotEmpty();
        // also with the right one
        assertThat(guess(OPERADOR).status()).isEqualTo(429);
        assertThat(serverApi.getWith("/reservas?limite=1", OPERADOR).status()).isEqualTo(200);
        // who has waited and is wrong again waits longer
        await().until(() -> guess(wrong).status() == 401);
        Conexao.Resposta again = guess(wrong);
        assertThat(again.status()).isEqualTo(429);
        assertThat(Long.parseLong(again.header("Retry-After").orElseThrow())).isGreaterThan(1);
        long looked = answers.stream().filter(answer -> answer.status() == 401).count() + 1;
        await().until(() -> refusals() - refusedBefore == looked);
    }

    @Test
    void whoHoldsManyStreamsLeavesSomeToOthers() throws Exception {
        List<Conexao> held = new ArrayList<>();
        try {
            int heard = 0;
            for (int i = 0; i < STREAMS; i++) {
                Conexao connection = new Conexao(clientPort, GREEDY);
                held.add(connection);
                heard += connection.begins("/eventos") ? 1 : 0;
            }
            assertThat(heard).isBetween(1, STREAMS / 2);

            try (ServerSentEvents events =
                    ServerSentEvents.open(URI.create("http://127.0.0.1:" + clientPort + "/eventos"))) {
                await().until(() -> !events.data("broker").isEmpty());
            }
        } finally {
            for (Conexao connection : held) {
                connection.close();
            }
        }
    }

    @Test
    void aCarTakesAFewHoursAndNoneFarAhead() {
        String placa = Reserva.placa();
        Map<String, Long> byCode = IntStream.range(0, 30)
                .mapToObj(i -> clientApi.reservar(Reserva.body("server1", 31, placa, Reserva.hora())))
                .collect(groupingBy(Answer::codigo, counting()));
        OffsetDateTime nextYear = Reserva.hora().plusDays(358);
        Answer far = clientApi.reservar(Reserva.body("server1", 31, Reserva.placa(), nextYear));

        assertThat(byCode).isEqualTo(Map.of("OK", 3L, "LIMITE_EXCEDIDO", 27L));
        assertThat(far.status()).isEqualTo(429);
        assertThat(far.codigo()).isEqualTo("LIMITE_EXCEDIDO");
        assertThat(reservar(32).status()).isEqualTo(200);
    }

    @Test
    void bodiesThatDripSilenceNobody() throws Exception {
        List<Conexao> dripping = new ArrayList<>();
        try {
            for (int i = 0; i < DRIPPING; i++) {
                Conexao connection = new Conexao(clientPort, DRIPPERS.get(i % DRIPPERS.size()));
                dripping.add(connection);
                connection.send("POST /reservar HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000\r\n\r\n{");
            }

            Medida bystander = new Medida();
            for (int i = 0; i < BYSTANDER; i++) {
                dripping.forEach(SegurancaNaPortaTest::drip);
                int postoId = 1 + i % 50;
                assertThat(bystander.mede(() -> reservar(postoId)).status()).isEqualTo(200);
            }

            bystander.diz("a driver's reservation beside %d bodies that drip".formatted(DRIPPING));
            // nobody's deadline passes
            assertThat(bystander.pior()).isLessThan(PRAZO);
        } finally {
            for (Conexao connection : dripping) {
                connection.close();
            }
        }
    }

    @Test
    void noHeaderOfACallerComesBack() throws Exception {
        for (int port : new int[] {serverPort, clientPort}) {
            new HostileHeaders(port, OPERADOR).assertAnsweredWithOurHeadersOnly("GET /openapi.json");
        }
    }

    @Test
    void aPageOfAnotherSiteChangesNothing() {
        String body = "{\"disponivel\":false}";

        assertThat(serverApi
                        .put(
                                "/pontos/22/disponibilidade",
                                body,
                                "Authorization",
                                OPERADOR,
                                "Origin",
                                "https://outro.example")
                        .status())
                .isEqualTo(403);
        assertThat(serverApi.get("/pontos/22").body().path("disponivel").asBoolean())
                .isTrue();
    }

    @Test
    @SoSqlite
    void nobodyElseOnTheMachineReadsWhatIsKept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.getFileName().toString())
                            .endsWith("------"));
        }
    }

    private static void drip(Conexao connection) {
        try {
            connection.send(" ");
        } catch (IOException hungUpOn) {
            // its time was over
        }
    }

    private Conexao.Resposta guess(String credential) throws IOException {
        try (Conexao guesser = new Conexao(serverPort, GUESSER)) {
            return guesser.get("/reservas?limite=1", "Authorization: " + credential);
        }
    }

    /** How often the log says that this address was refused. */
    private long refusals() throws IOException {
        try (Stream<String> log = Files.lines(log("server1"))) {
            return log.filter(line -> line.contains("entrada recusada") && line.contains("de=" + GUESSER))
                    .count();
        }
    }
}
