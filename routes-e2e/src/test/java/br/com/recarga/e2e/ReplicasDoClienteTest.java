package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.testkit.FreePorts;
import br.com.recarga.testkit.OnPostgresql;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processes are one client, with one log of trips on PostgreSQL: what one leaves in the middle of a trip, the other takes to its end. */
@Tag(Modo.FIO)
@EnabledIf("br.com.recarga.e2e.SistemaEmMosquittoTest#installedOrRequired")
@DisabledIfSystemProperty(
        named = "os.arch",
        matches = "aarch64",
        disabledReason = "there is no PostgreSQL to bring along")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasDoClienteTest {

    private static final Duration START = Duration.ofSeconds(120);

    /** For the other one to notice, and for one try that it makes too early. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(20);

    private static final OffsetDateTime FIRST =
            OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).plusDays(10);

    private final AtomicInteger trips = new AtomicInteger();
    private final AtomicReference<Armadilha> armed = new AtomicReference<>();
    private final List<Processo> servers = new ArrayList<>();
    private Map<String, String> database;
    private Broker broker;
    private Processo first;
    private Processo second;
    private Api atFirst;
    private Api atSecond;
    private Peer observer;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = Modo.mosquitto();
        broker.start();
        database = OnPostgresql.database(getClass().getSimpleName());
        List<Integer> ports = FreePorts.find(4);
        for (int n = 1; n <= 2; n++) {
            Processo server = new Processo(
                    ServerApplication.class,
                    log("server" + n),
                    Ajustes.servidor(
                            broker::conexao,
                            "server" + n,
                            ports.get(n - 1),
                            folder,
                            // one car makes all the trips
                            "--recarga.cotas.por-placa=0",
                            "--recarga.cotas.pre-reservas=0",
                            "--recarga.cotas.dias-adiante=0"));
            servers.add(server);
            server.start();
        }
        first = client("a", ports.get(2), database);
        second = client("b", ports.get(3), database);
        atFirst = new Api(ports.get(2));
        atSecond = new Api(ports.get(3));
        observer = Peer.mqtt5(broker);
        for (String topic : List.of("server/postos/pre_reserva", "server/postos/confirmacao")) {
            observer.listen(Modo.topico(topic, "server1", "client1"), request -> spring(topic));
        }
        first.start();
        second.start();
    }

    @BeforeEach
    void bothServe() throws Exception {
        if (!first.isAlive()) {
            first.start();
        }
        for (Api api : List.of(atFirst, atSecond)) {
            await().atMost(START).ignoreExceptions().until(() -> {
                String known = api.get("/postos").body().path("servidores").toString();
                return known.contains("server1") && known.contains("server2");
            });
        }
    }

    @AfterAll
    void stop() throws Exception {
        observer.close();
        first.close();
        second.close();
        for (Processo server : servers) {
            server.close();
        }
        broker.stop();
    }

    @Test
    void atWhicheverATripIsReservedTheOtherKnowsItAndCanUndoIt() {
        OffsetDateTime inicio = nextTrip();
        Api.Answer reserved = reservar(atFirst, inicio);

        assertThat(reserved.status()).isEqualTo(200);
        assertThat(reservar(atSecond, inicio).body().path("viagem_id"))
                .isEqualTo(reserved.body().path("viagem_id"));
        assertThat(cancelar(atSecond, reserved.body()).body().path("situacao").asText())
                .isEqualTo("cancelada");
        assertThat(situacao(atFirst, inicio)).isEqualTo("cancelada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server/postos/pre_reserva", "server/postos/confirmacao"})
    void whatOneLeavesWhenItIsKilledTheOtherTakesToItsEnd(String topic) throws Exception {
        OffsetDateTime inicio = nextTrip();
        armed.set(new Armadilha(topic, Processo::kill));
        CompletableFuture<Api.Answer> answer = CompletableFuture.supplyAsync(() -> reservar(atFirst, inicio));
        await().atMost(START).until(() -> !first.isAlive());

        String end = ended(atSecond, inicio);

        // one that was not decided when its process was killed is undone
        assertThat(end).isEqualTo(topic.endsWith("confirmacao") ? "confirmada" : "recusada");
        answer.handle((told, failure) -> null).join();
    }

    @Test
    void whatOneLeavesWhenItHangsIsOverWhenItGoesOn() throws Exception {
        OffsetDateTime inicio = nextTrip();
        // so that it cannot have decided before it hangs
        servers.get(1).hang();
        CompletableFuture<Void> hung = new CompletableFuture<>();
        armed.set(new Armadilha("server/postos/pre_reserva", process -> {
            process.hang();
            hung.complete(null);
        }));
        CompletableFuture<Api.Answer> answer = CompletableFuture.supplyAsync(() -> reservar(atFirst, inicio));
        hung.get(START.toSeconds(), TimeUnit.SECONDS);

        await().atMost(TAKEN_OVER).until(() -> owners().contains("b"));
        servers.get(1).goOn();
        String end = ended(atSecond, inicio);
        first.goOn();

        assertThat(end).isEqualTo("recusada");
        // whoever waited there is told how it is
        assertThat(answer.join().body().path("situacao").asText()).isEqualTo("recusada");
        assertThat(situacao(atSecond, inicio)).isEqualTo("recusada");
        assertThat(situacao(atFirst, inicio)).isEqualTo("recusada");
    }

    /** Of the sagas that have not ended. */
    private List<String> owners() throws SQLException {
        DatabaseUrl url = DatabaseUrl.parse(database.get("DATABASE_URL"));
        List<String> owners = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT dono FROM sagas WHERE situacao NOT IN ('CONCLUIDA', 'COMPENSADA')")) {
            while (rows.next()) {
                owners.add(rows.getString(1));
            }
        }
        return owners;
    }

    /** How a trip ends for those who ask the other one for it, which says nothing else before. */
    private String ended(Api api, OffsetDateTime inicio) {
        return await().atMost(TAKEN_OVER)
                .until(() -> situacao(api, inicio), situacao -> !situacao.equals("em_andamento"));
    }

    private String situacao(Api api, OffsetDateTime inicio) {
        return reservar(api, inicio).body().path("situacao").asText();
    }

    private OffsetDateTime nextTrip() {
        return FIRST.plusHours(4L * trips.incrementAndGet());
    }

    private static Api.Answer cancelar(Api api, JsonNode viagem) {
        return api.delete(
                "/viagens/" + viagem.path("viagem_id").asText(),
                viagem.path("codigo_reserva").asText());
    }

    private static Api.Answer reservar(Api api, OffsetDateTime inicio) {
        String body = """
                {"carro":{"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,
                          "taxa_descarga":0.15},
                 "paradas":[{"server_id":"server1","posto_id":5,"inicio":"%s","fim":"%s"},
                            {"server_id":"server2","posto_id":7,"inicio":"%s","fim":"%s"}]}""".formatted(inicio, inicio.plusHours(1), inicio.plusHours(14), inicio.plusHours(15));
        return api.post("/viagens", body, "Idempotency-Key", "viagem-" + inicio.toEpochSecond());
    }

    private void spring(String topic) {
        Armadilha trap = armed.get();
        if (trap != null && trap.topic().equals(topic) && armed.compareAndSet(trap, null)) {
            try {
                trap.fault().on(first);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Processo client(String nome, int port, Map<String, String> database) {
        return new Processo(
                ClientApplication.class,
                log("client-" + nome),
                Ajustes.replicaDoCliente(broker::conexao, "client1", nome, port, database, "--recarga.prazo=3s"));
    }

    private static Path log(String process) {
        return Path.of("target", "ReplicasDoClienteTest-" + process + ".log");
    }

    /** What happens to the first client when server1 is asked on this topic. */
    private record Armadilha(String topic, Fault fault) {}

    private interface Fault {
        void on(Processo process) throws Exception;
    }
}
