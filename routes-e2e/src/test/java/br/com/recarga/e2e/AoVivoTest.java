package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.local.LocalSettings;
import br.com.recarga.local.SistemaLocal;
import br.com.recarga.testkit.FreePorts;
import br.com.recarga.testkit.ServerSentEvents;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What clients tell their pages while it happens, on the whole system. */
@Tag(Modo.FIO)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AoVivoTest {

    private static final String OPERATOR =
            "Basic " + Base64.getEncoder().encodeToString("operador:segredo".getBytes(StandardCharsets.UTF_8));

    private Broker broker;
    private SistemaLocal sistema;
    private Api server2;
    private List<Integer> clients;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = Modo.broker();
        broker.start();
        List<Integer> ports = FreePorts.find(5);
        sistema = SistemaLocal.start(
                new LocalSettings(
                        broker.port(Broker.ADMIN),
                        ports.subList(0, 3),
                        ports.subList(3, 5),
                        -1,
                        folder,
                        Path.of("../data")),
                broker::conexao,
                "--recarga.operador.senha=segredo");
        patiently().until(sistema::isReady);
        server2 = new Api(ports.get(1));
        clients = ports.subList(3, 5);
        for (int client = 0; client < 2; client++) {
            int which = client;
            // a client looks for its broker every now and then
            patiently().until(() -> saysThatItsBrokerIsThere(which));
        }
    }

    @AfterAll
    void stop() throws Exception {
        sistema.close();
        broker.close();
    }

    @Test
    void aChangeAtAServerIsToldToAllWhoListenAtAnyClient() throws Exception {
        try (ServerSentEvents one = listen(0);
                ServerSentEvents other = listen(0);
                ServerSentEvents elsewhere = listen(1)) {
            maintenance(10, true);
            maintenance(11, true);

            for (ServerSentEvents reader : List.of(one, other, elsewhere)) {
                patiently()
                        .untilAsserted(() -> assertThat(reader.data("posto"))
                                .anyMatch(data -> data.startsWith("{\"id\":10,\"server_id\":\"server2\","))
                                .anyMatch(data -> data.startsWith("{\"id\":11,\"server_id\":\"server2\",")));
                assertThat(reader.data("posto")).allMatch(data -> data.contains("\"em_manutencao\":true"));
                assertThat(reader.data("servidor")).hasSize(3).allMatch(data -> data.contains("\"online\""));
                assertThat(reader.data("broker")).containsExactly("{\"conectado\":true}");
            }
            // who came a moment later may have been told of a later beat of a server
            assertThat(one.data("posto")).isEqualTo(other.data("posto"));
        }
    }

    @Test
    void anOutageOfTheBrokerIsToldAndThenWhatChangedMeanwhileAndNothingElse() throws Exception {
        try (ServerSentEvents reader = listen(0)) {
            broker.stop();
            patiently().until(() -> reader.data("broker").contains("{\"conectado\":false}"));
            maintenance(12, true);
            broker.start();
            patiently().until(() -> reader.data("broker").size() == 3);
            assertThat(reader.data("broker").get(2)).isEqualTo("{\"conectado\":true}");
            patiently().until(() -> !reader.data("posto").isEmpty());

            // a change after it, so that all that the servers say again has been heard
            maintenance(13, true);
            patiently().until(() -> reader.data("posto").stream().anyMatch(data -> data.contains("\"id\":13,")));
            assertThat(reader.data("posto")).hasSize(2).anyMatch(data -> data.contains("\"id\":12,"));
        }
    }

    /** A broker that is killed sends nobody's Last Will. */
    @Test
    void aServerThatDoesNotComeBackWithTheBrokerHasGone() throws Exception {
        try (ServerSentEvents reader = listen(0)) {
            broker.stop();
            patiently().until(() -> reader.data("broker").contains("{\"conectado\":false}"));
            sistema.stopServer(3);
            broker.start();

            patiently()
                    .untilAsserted(() -> assertThat(presence(reader, "server3")).endsWith("offline"));
            assertThat(presence(reader, "server1")).doesNotContain("offline");
        } finally {
            sistema.startServer(3);
        }
        patiently().until(sistema::isReady);
    }

    /** What was told of a server, in order. */
    private static List<String> presence(ServerSentEvents reader, String serverId) {
        return reader.data("servidor").stream()
                .filter(data -> data.contains("\"%s\"".formatted(serverId)))
                .map(data -> data.contains("\"online\"") ? "online" : "offline")
                .toList();
    }

    private boolean saysThatItsBrokerIsThere(int client) throws Exception {
        try (ServerSentEvents reader = listen(client)) {
            return reader.data("broker").get(0).contains("true");
        }
    }

    private ServerSentEvents listen(int client) throws Exception {
        ServerSentEvents reader =
                ServerSentEvents.open(URI.create("http://127.0.0.1:" + clients.get(client) + "/eventos"));
        patiently().until(() -> !reader.data("broker").isEmpty());
        return reader;
    }

    private void maintenance(int postoId, boolean on) {
        assertThat(server2.put(
                                "/pontos/%d/manutencao".formatted(postoId),
                                "{\"em_manutencao\":%s}".formatted(on),
                                "Authorization",
                                OPERATOR)
                        .status())
                .isEqualTo(200);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
