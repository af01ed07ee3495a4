package br.com.recarga.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.broker.EmbeddedBroker;
import br.com.recarga.testkit.FreePorts;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
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
            SlowOwner owner = new SlowOwner();
            MqttConnection connection = connections.subscriber("lento", null);
            connection.setCallback(owner);
            connection.subscribe("a", 1);
            await().until(connection::isSubscribed);
            try (Peer peer = Peer.connect(port)) {
                peer.publish("a", "lento");
            }
            owner.arrived.await();

            wire.cut();
            owner.lost.await();

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

    /** Is done with a message only when it has heard that the connection is lost. */
    private static final class SlowOwner implements MqttCallback {

        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch lost = new CountDownLatch(1);

        @Override
        public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
            arrived.countDown();
            lost.await();
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            lost.countDown();
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
