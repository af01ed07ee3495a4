package br.com.recarga.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.broker.EmbeddedBroker;
import br.com.recarga.testkit.FreePorts;
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

    private static MqttSettings settings(int port) {
        return new MqttSettings(
                "tcp://127.0.0.1:" + port,
                "teste",
                "",
                "",
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMillis(500));
    }
}
