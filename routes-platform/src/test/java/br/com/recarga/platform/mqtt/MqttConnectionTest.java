package br.com.recarga.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.broker.EmbeddedBroker;
import br.com.recarga.platform.LoggedWarnings;
import br.com.recarga.testkit.FreePorts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class MqttConnectionTest {

    private final int port = FreePorts.find(1).get(0);

    /**
     * Paho keeps the acknowledgement, finds it in the way of the next CONNECT, and stops sending for good: as when a broker
     * goes whose last words were Last Wills.
     */
    @Test
    void whatIsAcknowledgedAfterTheLineWasCutDoesNotHinderTheNextConnection() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Set.of(port));
                Wire wire = new Wire(port);
                MqttConnections connections = new MqttConnections(settings(wire.port()))) {
            CountDownLatch arrived = new CountDownLatch(1);
            CountDownLatch lost = new CountDownLatch(1);
            MqttConnection connection = connections.subscriber("lento");
            connection.subscribe(List.of("a"), 1, (topic, message) -> {
                arrived.countDown();
                lost.await();
            });
            await().until(connection::isSubscribed);
            try (Peer peer = Peer.connect(port)) {
                peer.publish("a", "lento");
            }
            arrived.await();

            wire.cut();
            await().until(() -> !connection.isSubscribed());
            lost.countDown();

            await().until(connection::isSubscribed);
            assertThat(wire.accepted()).isEqualTo(2);
        }
    }

    /** Paho waits for ever for a thread of its own that has ended sooner than expected. */
    @Test
    void aBrokerThatHangsUpAtOnceLeavesNoThreadBehindAtEachAttempt() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                MqttConnections connections = new MqttConnections(settings(rude.getLocalPort(), "apressado"))) {
            connections.subscriber("pedidos").subscribe(List.of("a"), 1, (topic, message) -> {});
            for (int i = 0; i < 5; i++) {
                rude.accept().close();
            }

            // that of an attempt that goes on, at most
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().contains("apressado-pedidos"))
                            .count()
                    <= 1);
        }
    }

    /** A broker lets whoever comes by the same client id take a connection over. */
    @Test
    void nobodyCanTellAClientIdFromWhatIsSaidOfAConnection() throws Exception {
        try (MqttConnections anonymous = new MqttConnections(settings(port));
                MqttConnections party = new MqttConnections(settings(port, "s.server1"))) {
            String id = anonymous.subscriber("pedidos").clientId();

            assertThat(id).matches("teste-pedidos-[-0-9a-f]{36}");
            assertThat(anonymous.subscriber("pedidos").clientId()).isNotEqualTo(id);
            assertThat(party.subscriber("pedidos").clientId()).matches("s.server1-pedidos-[-0-9a-f]{36}");
        }
    }

    @Test
    void aSubscriptionThatIsRefusedIsToldOnce() throws Exception {
        try (LoggedWarnings warnings = new LoggedWarnings(Refusals.class);
                RefusingBroker refusing = new RefusingBroker(3);
                MqttConnections connections = new MqttConnections(settings(refusing.port()))) {
            connections.subscriber("pedidos").subscribe(List.of("a/+", "b"), 1, (topic, message) -> {});

            await().until(connections::allSubscribed);

            assertThat(warnings.lines())
                    .singleElement()
                    .asString()
                    .contains("teste-pedidos", "a/+: Not authorized (0x87), b: Not authorized (0x87)");
        }
    }

    private static MqttSettings settings(int port) {
        return settings(port, "");
    }

    private static MqttSettings settings(int port, String user) {
        return new MqttSettings(
                "tcp://127.0.0.1:" + port,
                "teste",
                user,
                "",
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMillis(500));
    }
}
