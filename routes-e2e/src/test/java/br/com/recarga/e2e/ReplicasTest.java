package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.testkit.FreePorts;
import br.com.recarga.testkit.OnPostgresql;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Two processes are one server, on one PostgreSQL; the one that speaks for both is killed, hangs, or ends, and drivers go on reserving. */
@Tag(Modo.FIO)
@DisabledIfSystemProperty(
        named = "os.arch",
        matches = "aarch64",
        disabledReason = "there is no PostgreSQL to bring along")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReplicasTest {

    private static final Duration START = Duration.ofSeconds(120);

    /** For another one to speak, or for the broker to say that nobody does. */
    private static final Duration CHANGE = Duration.ofSeconds(40);

    private static final Duration A_TERM = Duration.ofSeconds(5);

    /** Less than what is left of a term that nobody gives up. */
    private static final Duration AT_ONCE = Duration.ofSeconds(4);

    /** Longer than the Last Will waits for somebody to take its place. */
    private static final Duration A_WILL = Duration.ofSeconds(12);

    private static final List<String> NOMES = List.of("replica-a", "replica-b");

    private static final OffsetDateTime FIRST =
            OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).plusDays(10);

    private final AtomicInteger windows = new AtomicInteger();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Processo> replicas = new ArrayList<>();
    private final List<Api> apis = new ArrayList<>();
    private Map<String, String> database;
    private Broker broker;
    private Processo client;
    private Api clientApi;
    private Peer observer;

    abstract Broker broker() throws Exception;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = broker();
        broker.start();
        database = OnPostgresql.database(getClass().getSimpleName());
        List<Integer> ports = FreePorts.find(3);
        for (int i = 0; i < NOMES.size(); i++) {
            replicas.add(new Processo(
                    ServerApplication.class,
                    log(NOMES.get(i)),
                    Ajustes.replica(broker::conexao, "server1", NOMES.get(i), ports.get(i), database)));
            apis.add(new Api(ports.get(i)));
        }
        client = new Processo(
                ClientApplication.class,
                log("client1"),
                Ajustes.cliente(broker::conexao, "client1", ports.get(2), folder, "--recarga.limites.escritas=100000"));
        clientApi = new Api(ports.get(2));
        observer = Peer.mqtt5(broker);
        observer.listen(
                Topics.servidorStatus("server1"),
                status -> told.add(json(status).path("status").asText()));
        // one of them makes the schema
        for (Processo replica : replicas) {
            replica.start();
        }
        client.start();
    }

    @BeforeEach
    void bothServe() throws Exception {
        for (Processo replica : replicas) {
            if (!replica.isAlive()) {
                replica.start();
            }
        }
        for (Api api : apis) {
            await().atMost(START)
                    .ignoreExceptions()
                    .until(() ->
                            api.get("/status").body().path("status").asText().equals("online"));
        }
        await().atMost(START).ignoreExceptions().until(() -> reservar().codigo().equals("OK"));
        await().atMost(START).until(() -> !speaker().isEmpty());
        told.clear();
    }

    @AfterAll
    void stop() throws Exception {
        observer.close();
        client.close();
        for (Processo replica : replicas) {
            replica.close();
        }
        broker.stop();
    }

    @Test
    void whichOneHearsARequestIsAllTheSameToDrivers() throws SQLException {
        long before = reservations();

        List<String> codes =
                Stream.generate(() -> reservar().codigo()).limit(20).toList();

        assertThat(codes).containsOnly("OK");
        assertThat(reservations()).isEqualTo(before + 20);
        assertThat(told).doesNotContain("offline");
    }

    @Test
    void theOneThatSpeaksIsKilledAndNobodyNotices() throws Exception {
        String dead = speaker();
        long before = reservations();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<List<String>> drivers = drivers(over);

        try {
            replica(dead).kill();
            staysFor(A_WILL, nextAfter(dead, CHANGE));
        } finally {
            over.set(true);
        }

        assertThat(drivers.get()).containsOnly("OK");
        assertThat(reservations()).isEqualTo(before + drivers.get().size());
        assertThat(told).isNotEmpty().containsOnly("online");
        assertThat(clientApi.get("/servidores").body().toString())
                .contains("\"online\"")
                .doesNotContain("offline");
    }

    @Test
    void oneThatHangsThroughItsTermHasNothingMoreToSay() throws Exception {
        String hung = speaker();

        replica(hung).hang();
        String next = nextAfter(hung, CHANGE);
        replica(hung).goOn();
        staysFor(A_TERM, next);

        assertThat(told).isNotEmpty().containsOnly("online");
        assertThat(reservar().codigo()).isEqualTo("OK");
    }

    @Test
    void whenOneEndsTheOtherSpeaksAtOnce() throws Exception {
        String ended = speaker();

        replica(ended).end();
        assertThat(replica(ended).hasGoneWithin(20)).isTrue();
        nextAfter(ended, AT_ONCE);

        assertThat(reservar().codigo()).isEqualTo("OK");
        assertThat(told).doesNotContain("offline");
    }

    @Test
    void onlyWhenTheLastOneHasGoneTheServerIsOffline() throws Exception {
        for (Processo replica : replicas) {
            replica.kill();
        }

        await().atMost(CHANGE).until(() -> told.contains("offline"));
        assertThat(clientApi.get("/servidores").body().toString()).contains("offline");
    }

    /** Reserves one after the other until it is over; what each was told. */
    private CompletableFuture<List<String>> drivers(AtomicBoolean over) {
        return CompletableFuture.supplyAsync(() -> {
            List<String> codes = new ArrayList<>();
            while (!over.get()) {
                codes.add(reservar().codigo());
            }
            return codes;
        });
    }

    private Api.Answer reservar() {
        int n = windows.getAndIncrement();
        OffsetDateTime inicio = FIRST.plusMinutes(15L * n);
        return clientApi.reservar("""
                {"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,
                 "taxa_descarga":0.15,"server_id":"server1","posto_id":7,"inicio":"%s","fim":"%s"}""".formatted(inicio, inicio.plusMinutes(15)));
    }

    private Processo replica(String nome) {
        return replicas.get(NOMES.indexOf(nome));
    }

    /** Who speaks for all now, or empty. */
    private String speaker() throws SQLException {
        return query("SELECT dono FROM mandatos WHERE ate >= (SELECT agora FROM relogio)");
    }

    private String nextAfter(String nome, Duration patience) {
        return await().atMost(patience).until(this::speaker, now -> !now.isEmpty() && !now.equals(nome));
    }

    private void staysFor(Duration time, String nome) {
        await().during(time).atMost(CHANGE).until(() -> speaker().equals(nome));
    }

    private long reservations() throws SQLException {
        return Long.parseLong(query("SELECT count(*) FROM reservas"));
    }

    private String query(String sql) throws SQLException {
        DatabaseUrl url = DatabaseUrl.parse(database.get("DATABASE_URL"));
        try (Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static JsonNode json(byte[] payload) {
        try {
            return ContractJson.mapper().readTree(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log(String process) {
        return Path.of("target", getClass().getSimpleName() + "-" + process + ".log");
    }
}
