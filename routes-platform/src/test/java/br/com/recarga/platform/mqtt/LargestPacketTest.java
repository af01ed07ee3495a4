package br.com.recarga.platform.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import br.com.recarga.broker.EmbeddedBroker;
import br.com.recarga.testkit.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A broker ends the connection on which it is sent more than it takes, and all that was under way there is lost. */
@EnabledIf("br.com.recarga.platform.mqtt.ClosedMosquitto#isPossibleOrDemanded")
class LargestPacketTest {

    private static final int LIMIT = 20_000;

    @Test
    void whatTheBrokerDoesNotTakeIsRefusedHereAndTheConnectionStays(@TempDir Path folder) throws Exception {
        try (PlainMosquitto broker = limited(folder);
                MqttConnections connections = connections(broker.port());
                Peer peer = Peer.connect(broker.port())) {
            List<String> heard = peer.hear("a");
            MqttConnection connection = publisher(connections);

            assertThat(refusal(connection, new MqttMessage(new byte[LIMIT])))
                    .isEqualTo(MqttClientException.REASON_CODE_OUTGOING_PACKET_TOO_LARGE);
            connection.publish("a", new MqttMessage("depois".getBytes(UTF_8)));

            await().until(() -> heard.contains("depois"));
            assertThat(connection.connects()).isEqualTo(1);
        }
    }

    /** What is added for its header is not so much that what fits is refused. */
    @Test
    void whatJustFitsIsPublished(@TempDir Path folder) throws Exception {
        try (PlainMosquitto broker = limited(folder);
                MqttConnections connections = connections(broker.port());
                Peer peer = Peer.connect(broker.port())) {
            List<String> heard = peer.hear("a");
            MqttConnection connection = publisher(connections);

            connection.publish("a", new MqttMessage("x".repeat(LIMIT - 200).getBytes(UTF_8)));

            await().until(() -> !heard.isEmpty());
            assertThat(connection.connects()).isEqualTo(1);
        }
    }

    @Test
    void itsPropertiesAndItsTopicCountToo(@TempDir Path folder) throws Exception {
        MqttProperties properties = new MqttProperties();
        properties.setCorrelationData(new byte[LIMIT / 4]);
        properties.setResponseTopic("r".repeat(LIMIT / 4));
        properties.setUserProperties(List.of(new UserProperty("u".repeat(LIMIT / 4), "ã".repeat(LIMIT / 8))));
        try (PlainMosquitto broker = limited(folder);
                MqttConnections connections = connections(broker.port())) {
            MqttConnection connection = publisher(connections);

            assertThat(refusal(connection, new MqttMessage(new byte[1], 1, false, properties)))
                    .isEqualTo(MqttClientException.REASON_CODE_OUTGOING_PACKET_TOO_LARGE);
            assertThat(catchThrowableOfType(
                                    MqttException.class,
                                    () -> connection.publish("t".repeat(LIMIT), new MqttMessage(new byte[1])))
                            .getReasonCode())
                    .isEqualTo(MqttClientException.REASON_CODE_OUTGOING_PACKET_TOO_LARGE);
        }
    }

    @Test
    void routesThatPublishAreToldSo(@TempDir Path folder) throws Exception {
        List<Integer> refused = new CopyOnWriteArrayList<>();
        try (PlainMosquitto broker = limited(folder);
                MqttConnections connections = connections(broker.port());
                CamelContext camel = new DefaultCamelContext();
                Peer peer = Peer.connect(broker.port())) {
            List<String> heard = peer.hear("a");
            camel.addComponent("paho-mqtt5", new ConnectedPahoMqtt5Component(connections));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:a")
                            .onException(MqttException.class)
                            .handled(true)
                            .process(exchange ->
                                    refused.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, MqttException.class)
                                            .getReasonCode()))
                            .end()
                            .to("paho-mqtt5:a");
                }
            });
            camel.start();
            await().until(connections::allSubscribed);

            camel.createProducerTemplate().sendBody("direct:a", new byte[LIMIT]);
            camel.createProducerTemplate().sendBody("direct:a", "depois");

            await().until(() -> heard.contains("depois"));
            assertThat(refused).containsExactly(MqttClientException.REASON_CODE_OUTGOING_PACKET_TOO_LARGE);
        }
    }

    @Test
    void aBrokerThatSaysNoLimitIsSentWhateverThereIs() throws Exception {
        int port = FreePorts.find(1).get(0);
        try (EmbeddedBroker broker = EmbeddedBroker.start(Set.of(port));
                MqttConnections connections = connections(port)) {
            MqttConnection connection = publisher(connections);

            assertThatCode(() -> connection.publish("a", new MqttMessage(new byte[100 * LIMIT])))
                    .doesNotThrowAnyException();
        }
    }

    private static MqttConnection publisher(MqttConnections connections) throws MqttException {
        MqttConnection connection = connections.publisher("publicador");
        await().until(connection::isSubscribed);
        return connection;
    }

    private static int refusal(MqttConnection connection, MqttMessage message) {
        return catchThrowableOfType(MqttException.class, () -> connection.publish("a", message))
                .getReasonCode();
    }

    private static PlainMosquitto limited(Path folder) throws Exception {
        return new PlainMosquitto(folder, "max_packet_size " + LIMIT);
    }

    private static MqttConnections connections(int port) {
        return new MqttConnections(new MqttSettings(
                "tcp://127.0.0.1:" + port,
                "teste",
                "",
                "",
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMillis(500)));
    }
}
