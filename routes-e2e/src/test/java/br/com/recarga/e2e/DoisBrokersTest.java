package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Topics;
import br.com.recarga.e2e.Api.Answer;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.testkit.FreePorts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two servers and a client know two brokers. The first one is killed while they are at work, and comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DoisBrokersTest {

    private static final Duration START = Duration.ofSeconds(120);

    /** For everybody to be at the same broker again. */
    private static final Duration CHANGE = Duration.ofSeconds(60);

    private static final int SOME = 20;

    private static final List<String> SERVERS = List.of("server1", "server2");

    private static final OffsetDateTime FIRST =
            OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).plusDays(10);

    private final AtomicInteger windows = new AtomicInteger();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private Path folder;
    private Api client;

    /** In the order in which everybody tries them. */
    abstract List<? extends Broker> brokers();

    /** Returns when each of them can be done without. */
    abstract void awaitBoth();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        for (Broker broker : brokers()) {
            broker.start();
        }
        awaitBoth();
        List<Integer> ports = FreePorts.find(3);
        for (int n = 1; n <= 2; n++) {
            run(
                    ServerApplication.application(),
                    Ajustes.servidor(
                            user -> conexao(),
                            "server" + n,
                            ports.get(n - 1),
                            folder,
                            // one car makes all the reservations
                            "--recarga.cotas.por-placa=0",
                            "--recarga.cotas.pre-reservas=0",
                            "--recarga.cotas.dias-adiante=0"));
        }
        client = client("client1", ports.get(2));
    }

    /** Wherever they were, and both ways: what is answered is seen there. */
    @BeforeEach
    void everybodyIsAtTheFirst() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (Peer observer = Peer.mqtt5(brokers().get(0))) {
            for (String serverId : SERVERS) {
                observer.listen(
                        Topics.resposta("client1", serverId, Operacao.LISTAR.nivel()), answer -> seen.add(serverId));
            }
            await().atMost(CHANGE).until(() -> {
                awaitAll(client);
                return seen.containsAll(SERVERS);
            });
        }
    }

    @AfterAll
    void stop() throws Exception {
        running.forEach(ConfigurableApplicationContext::close);
        for (Broker broker : brokers()) {
            broker.close();
        }
    }

    @Test
    void theFirstIsKilledWhileDriversReserveAndWhatTheyAreToldIsHowItIs() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger made = new AtomicInteger();
        int before = reservations("server1");
        CompletableFuture<Void> drivers = drivers(over, made);
        await().atMost(CHANGE).until(() -> made.get() >= SOME);

        brokers().get(0).stop();
        try {
            awaitAll(client);
            int then = made.get();
            await().atMost(CHANGE).until(() -> made.get() >= then + SOME);
        } finally {
            over.set(true);
        }
        drivers.join();

        assertThat(reservations("server1")).isEqualTo(before + made.get());
        assertThat(client.get("/servidores").body().toString())
                .contains("\"online\"")
                .doesNotContain("offline");
        backAgain();
    }

    @Test
    void theFirstIsKilledInTheMiddleOfATripAndItIsReservedAtBothOrAtNone() throws Exception {
        int before1 = reservations("server1");
        int before2 = reservations("server2");
        String trip = Reserva.viagem(1_950);
        String key = "viagem-" + getClass().getSimpleName();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        // it goes with its broker
        Peer observer = Peer.mqtt5(brokers().get(0));
        observer.listen(Topics.pedido("server1", "client1", Operacao.PRE_RESERVAR), request -> begun.complete(null));

        CompletableFuture<Answer> asked = client.viagemAsync(trip, "Idempotency-Key", key);
        begun.get(CHANGE.toSeconds(), TimeUnit.SECONDS);
        brokers().get(0).stop();
        asked.join();
        awaitAll(client);

        Answer outcome = await().atMost(CHANGE)
                .until(
                        () -> client.post("/viagens", trip, "Idempotency-Key", key),
                        told -> told.status() == 200 || told.status() == 409);

        int stops = outcome.status() == 200 ? 1 : 0;
        await().atMost(CHANGE).untilAsserted(() -> {
            assertThat(reservations("server1")).isEqualTo(before1 + stops);
            assertThat(reservations("server2")).isEqualTo(before2 + stops);
        });
        backAgain();
    }

    @Test
    void whoComesWhenTheFirstIsBackMeetsThoseWhoWentToTheSecond() throws Exception {
        brokers().get(0).stop();
        awaitAll(client);
        backAgain();

        Api late = client("client2", FreePorts.find(1).get(0));

        awaitAll(late);
        awaitAll(client);
        assertThat(reservar(late, "tarde-" + getClass().getSimpleName()).codigo())
                .isEqualTo("OK");
    }

    private void backAgain() throws Exception {
        brokers().get(0).start();
        awaitBoth();
    }

    /** Until each knows both servers, and each of these answers it. */
    private static void awaitAll(Api asker) {
        await().atMost(START).ignoreExceptions().untilAsserted(() -> {
            for (String serverId : SERVERS) {
                assertThat(asker.get("/postos?server_id=" + serverId).status()).isEqualTo(200);
            }
            assertThat(asker.get("/postos").body().path("sem_resposta")).isEmpty();
        });
    }

    /** One after the other reserves, and asks again with the same key until he is told that it is done. */
    private CompletableFuture<Void> drivers(AtomicBoolean over, AtomicInteger made) {
        return CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                String key = "%s-%d".formatted(getClass().getSimpleName(), made.get());
                OffsetDateTime inicio = inicio();
                await().atMost(CHANGE)
                        .until(() -> reservar(client, key, inicio).codigo().equals("OK"));
                made.incrementAndGet();
            }
        });
    }

    private Answer reservar(Api asker, String key) {
        return reservar(asker, key, inicio());
    }

    private OffsetDateTime inicio() {
        return FIRST.plusMinutes(15L * windows.getAndIncrement());
    }

    private static Answer reservar(Api asker, String key, OffsetDateTime inicio) {
        return asker.reservar("""
                {"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,
                 "taxa_descarga":0.15,"server_id":"server1","posto_id":7,"inicio":"%s","fim":"%s"}""".formatted(inicio, inicio.plusMinutes(15)), "Idempotency-Key", key);
    }

    private int reservations(String serverId) throws SQLException {
        try (Connection connection = Ajustes.aberto(folder.resolve(serverId + ".db"));
                PreparedStatement select =
                        connection.prepareStatement("SELECT count(*) FROM reservas WHERE situacao = 'CONFIRMADA'");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private Api client(String clientId, int port) {
        run(ClientApplication.application(), Ajustes.cliente(user -> conexao(), clientId, port, folder));
        return new Api(port);
    }

    private Stream<String> conexao() {
        return Stream.of("--recarga.mqtt.broker-url=mqtt://"
                + String.join(
                        ",",
                        brokers().stream()
                                .map(broker -> "127.0.0.1:" + broker.port(Broker.ADMIN))
                                .toList()));
    }

    private void run(SpringApplicationBuilder application, String[] settings) {
        running.add(application.registerShutdownHook(false).run(settings));
    }
}
