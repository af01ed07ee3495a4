package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.testkit.FreePorts;
import br.com.recarga.testkit.ServerSentEvents;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that starts says of nothing that it is not there, and one that is told to end answers whoever it has let in: real
 * processes, a server of which hangs.
 */
@Tag(Modo.FIO)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComecoEFimTest {

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    /** What operators are promised. */
    private static final long END_S = 10;

    private static final int CALLERS = 100;
    private static final OffsetDateTime INICIO =
            OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).plusDays(10);

    private Broker broker;
    private int clientPort;
    private int managementPort;
    private int serverPort;
    private Processo client;
    private Processo server1;
    private Processo server2;
    private Api clientApi;
    private Peer observer;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = Modo.broker();
        broker.start();
        List<Integer> ports = FreePorts.find(4);
        clientPort = ports.get(0);
        managementPort = ports.get(1);
        serverPort = ports.get(2);
        server1 = server("server1", ports.get(3), folder);
        server2 = server("server2", serverPort, folder);
        client = new Processo(
                ClientApplication.class,
                log("client1"),
                Ajustes.cliente(
                        broker::conexao,
                        "client1",
                        clientPort,
                        folder,
                        "--management.server.port=" + managementPort,
                        // longer than a process may take to end
                        "--recarga.prazo=20s"));
        clientApi = new Api(clientPort);
        observer = Peer.mqtt5(broker);
        server1.start();
        server2.start();
        client.start();
        awaitAll();
    }

    @AfterAll
    void stop() throws Exception {
        observer.close();
        client.close();
        server1.close();
        server2.close();
        broker.stop();
    }

    @Test
    void aClientWhoseServerHangsAnswersThoseWhoAreInAndIsGoneInTime() throws Exception {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        for (String topic : List.of(Topics.POSTOS_PRE_RESERVA, Topics.POSTOS_RESERVA)) {
            // of whichever server is asked first
            observer.listen(Modo.topico(topic, "+", "client1"), payload -> asked.add(topic));
        }
        server1.hang();
        try (ServerSentEvents stream =
                        ServerSentEvents.open(URI.create("http://127.0.0.1:" + clientPort + "/eventos"));
                Conexao console = new Conexao(managementPort)) {
            // a request of a console that is not over yet
            console.send("POST /actuator/hawtio/jolokia HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{");
            CompletableFuture<Api.Answer> trip = CompletableFuture.supplyAsync(this::reservarViagem);
            CompletableFuture<Api.Answer> single = CompletableFuture.supplyAsync(() -> reservar("server1", "fim"));
            await().atMost(START).until(() -> asked.size() == 2);

            client.end();

            assertThat(client.hasGoneWithin(END_S)).isTrue();
            assertThat(trip.join().status()).isEqualTo(202);
            assertThat(trip.join().body().path("situacao").asText()).isEqualTo("em_andamento");
            assertThat(single.join().codigo()).isEqualTo("TEMPO_ESGOTADO");
            await().until(stream::ended);
        } finally {
            server1.goOn();
        }
        client.start();
        awaitAll();
        // who was told that it is under way hears how it ended
        await().atMost(RECOVERY).until(() -> reservarViagem().status(), status -> status == 409);
    }

    @Test
    void aClientThatStartsDoesNotSayThatWhatWasReservedIsNotThere() throws Exception {
        assertThat(reservar("server2", "antes").codigo()).isEqualTo("OK");
        client.end();
        assertThat(client.hasGoneWithin(END_S)).isTrue();
        client.start();

        List<Integer> answers = untilOk(() -> clientApi.get("/reservas/antes").status());

        assertThat(answers).containsOnly(503, 200);
    }

    @Test
    void aServerThatStartsDoesNotSayThatItsPathsAreNotThere() throws Exception {
        server2.end();
        assertThat(server2.hasGoneWithin(END_S)).isTrue();
        server2.start();
        Api server = new Api(serverPort);

        List<Integer> answers = untilOk(() -> server.get("/pontos/5").status());

        assertThat(answers).containsOnly(503, 200);
        awaitAll();
    }

    @Test
    void aServerThatEndsAnswersEveryRequestThatIsOnItsWay() throws Exception {
        CountDownLatch allAtIt = new CountDownLatch(CALLERS);
        List<CompletableFuture<Boolean>> callers = IntStream.range(0, CALLERS)
                .mapToObj(i -> {
                    CompletableFuture<Boolean> answered = new CompletableFuture<>();
                    new Thread(() -> answered.complete(isAlwaysAnswered(allAtIt))).start();
                    return answered;
                })
                .toList();
        allAtIt.await();

        server2.end();

        assertThat(server2.hasGoneWithin(END_S)).isTrue();
        assertThat(callers).allMatch(CompletableFuture::join);
        server2.start();
        awaitAll();
    }

    /** Asks again and again, on one connection for as long as it lasts, until it is told to come back later. */
    private boolean isAlwaysAnswered(CountDownLatch atIt) {
        boolean first = true;
        while (true) {
            try (Conexao connection = new Conexao(serverPort)) {
                Conexao.Resposta answer;
                do {
                    answer = connection.get("/status");
                    if (first) {
                        atIt.countDown();
                        first = false;
                    }
                    if (answer == null) {
                        return false;
                    }
                    if (answer.status() == 503) {
                        return true;
                    }
                } while (!answer.last());
            } catch (IOException nobodyListens) {
                return true;
            }
        }
    }

    /** The statuses of all answers up to the first that is fine; while nobody listens there is none. */
    private static List<Integer> untilOk(Status ask) {
        List<Integer> answers = new ArrayList<>();
        await().atMost(START)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    try {
                        answers.add(ask.get());
                    } catch (RuntimeException nobodyListens) {
                        return false;
                    }
                    return answers.contains(200);
                });
        return answers;
    }

    @FunctionalInterface
    private interface Status {
        int get();
    }

    private Api.Answer reservarViagem() {
        return clientApi.post(
                "/viagens",
                """
                {"carro":{"placa":"ABC1D23","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,
                          "taxa_descarga":0.15},
                 "paradas":[{"server_id":"server1","posto_id":5,"inicio":"%s","fim":"%s"},
                            {"server_id":"server2","posto_id":7,"inicio":"%s","fim":"%s"}]}""".formatted(INICIO, INICIO.plusHours(1), INICIO.plusHours(8), INICIO.plusHours(9)),
                "Idempotency-Key",
                "viagem");
    }

    private Api.Answer reservar(String serverId, String key) {
        return clientApi.reservar("""
                {"placa":"XYZ9A88","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,
                 "taxa_descarga":0.15,"server_id":"%s","posto_id":3,"inicio":"%s","fim":"%s"}""".formatted(serverId, INICIO, INICIO.plusHours(1)), "Idempotency-Key", key);
    }

    private void awaitAll() {
        await().atMost(START).ignoreExceptions().until(() -> {
            String known = clientApi.get("/postos").body().path("servidores").toString();
            return known.contains("server1") && known.contains("server2");
        });
    }

    private Processo server(String serverId, int port, Path folder) {
        return new Processo(
                ServerApplication.class, log(serverId), Ajustes.servidor(broker::conexao, serverId, port, folder));
    }

    private static Path log(String process) {
        return Path.of("target", "ComecoEFimTest-" + process + ".log");
    }
}
