package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.testkit.FreePorts;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Processes are killed and replies are lost or doubled at each step of a trip's protocol. When all has healed, the trip is
 * reserved at every operator or at none, and the driver is told which.
 */
@Tag(Modo.FIO)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ViagemComQuedasTest {

    /** What is promised after the last fault has healed. */
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    private static final Duration START = Duration.ofSeconds(120);
    private static final OffsetDateTime FIRST =
            OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).plusDays(10);

    private final AtomicInteger trips = new AtomicInteger();
    private final AtomicReference<Armadilha> armed = new AtomicReference<>();
    private final List<Path> databases = new ArrayList<>();
    private Broker broker;
    private Intermediario network;
    private Processo client;
    private Processo server1;
    private Processo server2;
    private Api clientApi;
    private Peer observer;

    abstract Broker broker() throws Exception;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = broker();
        broker.start();
        network = new Intermediario(broker);
        network.start();
        List<Integer> ports = FreePorts.find(3);
        server1 = server("server1", ports.get(0), network::conexao, folder);
        server2 = server("server2", ports.get(1), broker::conexao, folder);
        client = new Processo(
                ClientApplication.class,
                log("client1"),
                Ajustes.cliente(broker::conexao, "client1", ports.get(2), folder, "--recarga.prazo=3s"));
        clientApi = new Api(ports.get(2));
        server1.start();
        server2.start();
        client.start();
        observer = Peer.mqtt5(broker);
        for (String topic : List.of(
                "server/postos/pre_reserva",
                "client/client1/postos/pre_reserva/response",
                "server/postos/confirmacao",
                "client/client1/postos/confirmacao/response",
                "server/postos/cancelamento",
                "client/client1/postos/cancelamento/response")) {
            observer.listen(Modo.topico(topic, "server1", "client1"), payload -> spring(topic, payload));
        }
        awaitAll();
    }

    @AfterAll
    void stop() throws Exception {
        observer.close();
        client.close();
        server1.close();
        server2.close();
        network.close();
        broker.stop();
    }

    @ParameterizedTest(name = "{1} is killed when server1 is seen in {0}")
    @CsvSource({
        "server/postos/pre_reserva, client",
        "client/client1/postos/pre_reserva/response, client",
        "server/postos/confirmacao, client",
        "client/client1/postos/confirmacao/response, client",
        "server/postos/pre_reserva, server",
        "client/client1/postos/pre_reserva/response, server",
        "server/postos/confirmacao, server",
        "client/client1/postos/confirmacao/response, server"
    })
    void allOrNothing(String topic, String victim) throws Exception {
        Processo killed = victim.equals("client") ? client : server1;
        OffsetDateTime inicio = nextTrip();
        String key = key(inicio);
        armed.set(new Armadilha(topic, killed));

        CompletableFuture<Api.Answer> answer = CompletableFuture.supplyAsync(() -> reservar(key, inicio));
        await().atMost(START).until(() -> !killed.isAlive());
        killed.start();
        awaitAll();

        await().atMost(RECOVERY).untilAsserted(() -> assertThat(certain(inicio)).isIn(0, 2));
        if (victim.equals("server")) {
            // the caller was there all the time: what it was told is how it is
            Api.Answer told = answer.join();
            assertThat(told.status()).isIn(200, 202, 409);
            if (told.status() != 202) {
                assertThat(certain(inicio)).isEqualTo(told.status() == 200 ? 2 : 0);
            }
        }
        // whoever asks again with the same key learns the outcome
        Api.Answer outcome = await().atMost(RECOVERY).until(() -> reservar(key, inicio), told -> told.status() != 202);
        assertThat(certain(inicio)).isEqualTo(outcome.status() == 200 ? 2 : 0);
    }

    @ParameterizedTest(name = "{1} is killed when server1 is seen in {0}, of a trip that is to be {2}")
    @CsvSource({
        "server/postos/cancelamento, client, cancelada",
        "client/client1/postos/cancelamento/response, client, cancelada",
        "server/postos/cancelamento, server, cancelada",
        "client/client1/postos/cancelamento/response, server, cancelada",
        "server/postos/cancelamento, client, recusada",
        "client/client1/postos/cancelamento/response, client, recusada",
        "server/postos/cancelamento, server, recusada",
        "client/client1/postos/cancelamento/response, server, recusada"
    })
    void nothingIsLeftOfWhatIsUndone(String topic, String victim, String end) throws Exception {
        Processo killed = victim.equals("client") ? client : server1;
        OffsetDateTime inicio = nextTrip();
        String key = key(inicio);
        Runnable undone;
        if (end.equals("cancelada")) {
            JsonNode reserved = reservar(key, inicio).body();
            undone = () -> cancelar(reserved);
        } else {
            takeSecondStop(inicio);
            undone = () -> reservar(key, inicio);
        }
        armed.set(new Armadilha(topic, killed));

        CompletableFuture<Void> answer = CompletableFuture.runAsync(undone);
        await().atMost(START).until(() -> !killed.isAlive());
        killed.start();
        awaitAll();

        await().atMost(RECOVERY).untilAsserted(() -> assertThat(certain(inicio)).isZero());
        Api.Answer outcome = await().atMost(RECOVERY)
                .until(
                        () -> reservar(key, inicio),
                        told -> told.body().path("situacao").asText().equals(end));
        assertThat(outcome.body().path("aguardando").isMissingNode()).isTrue();
        // of a client that was killed, nobody gets an answer
        answer.handle((told, failure) -> null).join();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "client/client1/postos/pre_reserva/response, PERDE, confirmada",
        "client/client1/postos/pre_reserva/response, DUPLICA, confirmada",
        "client/client1/postos/pre_reserva/response, CALA, recusada",
        "client/client1/postos/confirmacao/response, PERDE, confirmada",
        "client/client1/postos/confirmacao/response, DUPLICA, confirmada",
        "client/client1/postos/confirmacao/response, CALA, confirmada",
        "client/client1/postos/cancelamento/response, PERDE, cancelada",
        "client/client1/postos/cancelamento/response, DUPLICA, cancelada",
        "client/client1/postos/cancelamento/response, CALA, cancelada"
    })
    void aReplyMayBeLostOrComeTwice(String topic, Intermediario.Falha falha, String end) throws IOException {
        OffsetDateTime inicio = nextTrip();
        String key = key(inicio);
        JsonNode reserved = end.equals("cancelada") ? reservar(key, inicio).body() : null;
        network.arm(Modo.topico(topic, "server1", "client1"), falha);

        Api.Answer told = reserved == null ? reservar(key, inicio) : cancelar(reserved);

        // what is told is how it is, also while it is not over
        assertThat(network.done()).isPositive();
        String situacao = told.body().path("situacao").asText();
        if (falha == Intermediario.Falha.CALA && !end.equals("recusada")) {
            assertThat(told.status()).isEqualTo(202);
            assertThat(told.body().path("aguardando")).hasToString("[\"server1\"]");
        } else {
            assertThat(situacao).isEqualTo(end);
            assertThat(certain(inicio)).isEqualTo(end.equals("confirmada") ? 2 : 0);
        }
        network.heal();
        await().atMost(RECOVERY)
                .until(() ->
                        reservar(key, inicio).body().path("situacao").asText().equals(end));
        assertThat(certain(inicio)).isEqualTo(end.equals("confirmada") ? 2 : 0);
    }

    private OffsetDateTime nextTrip() {
        return FIRST.plusHours(4L * trips.incrementAndGet());
    }

    private static String key(OffsetDateTime inicio) {
        return "viagem-" + inicio.toEpochSecond();
    }

    private Api.Answer cancelar(JsonNode viagem) {
        return clientApi.delete(
                "/viagens/" + viagem.path("viagem_id").asText(),
                viagem.path("codigo_reserva").asText());
    }

    /** So that the trip cannot be held there; not from the same minute on, as the trip's own stop is looked for by that. */
    private void takeSecondStop(OffsetDateTime inicio) {
        Api.Answer taken =
                clientApi.reservar("""
                {"placa":"XYZ9A88","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,
                 "taxa_descarga":0.15,"server_id":"server2","posto_id":7,"inicio":"%s","fim":"%s"}""".formatted(inicio.plusMinutes(14 * 60 + 30), inicio.plusMinutes(15 * 60 + 30)));
        assertThat(taken.codigo()).isEqualTo("OK");
    }

    private Api.Answer reservar(String key, OffsetDateTime inicio) {
        String body = """
                {"carro":{"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,
                          "taxa_descarga":0.15},
                 "paradas":[{"server_id":"server1","posto_id":5,"inicio":"%s","fim":"%s"},
                            {"server_id":"server2","posto_id":7,"inicio":"%s","fim":"%s"}]}""".formatted(inicio, inicio.plusHours(1), inicio.plusHours(14), inicio.plusHours(15));
        return clientApi.post("/viagens", body, "Idempotency-Key", key);
    }

    /** How many of the two stops are reserved for sure; -1 while one is only held. */
    private int certain(OffsetDateTime inicio) {
        int certain = 0;
        for (int i = 0; i < 2; i++) {
            for (String situacao : states(databases.get(i), inicio.plusHours(14L * i))) {
                if (situacao.equals("PRE_RESERVADA")) {
                    return -1;
                }
                if (situacao.equals("CONFIRMADA")) {
                    certain++;
                }
            }
        }
        return certain;
    }

    private static List<String> states(Path database, OffsetDateTime inicio) {
        List<String> states = new ArrayList<>();
        try (Connection connection = Ajustes.aberto(database);
                PreparedStatement select =
                        connection.prepareStatement("SELECT situacao FROM reservas WHERE inicio = ?")) {
            select.setString(1, inicio.toInstant().toString());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    states.add(rows.getString(1));
                }
            }
            return states;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void spring(String topic, byte[] payload) {
        Armadilha trap = armed.get();
        if (trap != null
                && trap.topic().equals(topic)
                && json(payload).path("server_id").asText().equals("server1")
                && armed.compareAndSet(trap, null)) {
            trap.victim().kill();
        }
    }

    private void awaitAll() {
        await().atMost(START).ignoreExceptions().until(() -> {
            String known = clientApi.get("/postos").body().path("servidores").toString();
            return known.contains("server1") && known.contains("server2");
        });
    }

    private Processo server(String serverId, int port, Function<String, Stream<String>> conexao, Path folder) {
        databases.add(folder.resolve(serverId + ".db"));
        return new Processo(
                ServerApplication.class,
                log(serverId),
                Ajustes.servidor(
                        conexao,
                        serverId,
                        port,
                        folder,
                        // one car makes all the trips
                        "--recarga.cotas.por-placa=0",
                        "--recarga.cotas.pre-reservas=0",
                        "--recarga.cotas.dias-adiante=0"));
    }

    private Path log(String process) {
        return Path.of("target", getClass().getSimpleName() + "-" + process + ".log");
    }

    private static JsonNode json(byte[] payload) {
        try {
            return ContractJson.mapper().readTree(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the victim when server1 is first seen on the topic. */
    private record Armadilha(String topic, Processo victim) {}
}
