package br.com.recarga.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.broker.EmbeddedBroker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SilentBrokerTest {

    @Test
    void aBrokerThatAcceptsAndThenSaysNothingIsGivenUpForTheNextOne() throws Exception {
        ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = silent.getLocalPort();
        MqttSettings settings = new MqttSettings(
                "tcp://127.0.0.1:" + port,
                "test",
                "",
                "",
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMillis(100));
        try (MqttConnections connections = new MqttConnections(settings)) {
            connections.subscriber("silent", null).subscribe("a/b", 1);
            // kept open, so that nothing but patience can end the attempt
            try (Socket accepted = silent.accept()) {
                silent.close();
                try (EmbeddedBroker broker = EmbeddedBroker.start(Set.of(port))) {
                    await().atMost(Duration.ofSeconds(15)).until(connections::allSubscribed);
                    assertThat(accepted.isClosed()).isFalse();
                }
            }
        }
    }
}
