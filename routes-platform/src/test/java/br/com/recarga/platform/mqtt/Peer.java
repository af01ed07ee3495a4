package br.com.recarga.platform.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.datatypes.MqttTopic;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A peer in MQTT 5 that shares no code with ours. */
public final class Peer implements AutoCloseable {

    private static final long TIMEOUT_S = 10;

    private final Mqtt5AsyncClient client;

    private Peer(Mqtt5AsyncClient client) {
        this.client = client;
    }

    public static Peer connect(int port) {
        Mqtt5AsyncClient client = Mqtt5Client.builder()
                .identifier("peer-" + UUID.randomUUID())
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildAsync();
        done(client.connect());
        return new Peer(client);
    }

    /** Returns when the broker has agreed. */
    public Peer on(String topicFilter, Consumer<Mqtt5Publish> handler) {
        done(client.subscribeWith()
                .topicFilter(topicFilter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(handler)
                .send());
        return this;
    }

    /** The texts that arrive here, from now on. */
    public List<String> hear(String topicFilter) {
        List<String> heard = new CopyOnWriteArrayList<>();
        on(topicFilter, message -> heard.add(text(message)));
        return heard;
    }

    /** Returns when the broker has it. */
    public void publish(String topic, String body) {
        done(client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(body.getBytes(UTF_8))
                .send());
    }

    /** Returns when the broker has it, for all who come later too. */
    public void publishRetained(String topic, String body) {
        done(client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .payload(body.getBytes(UTF_8))
                .send());
    }

    /** Answers where and as the request asks for it; does not wait. */
    public void reply(Mqtt5Publish request, String body) {
        MqttTopic topic = request.getResponseTopic().orElseThrow();
        ByteBuffer correlation = request.getCorrelationData().orElseThrow();
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .correlationData(correlation)
                .payload(body.getBytes(UTF_8))
                .send();
    }

    public static String text(Mqtt5Publish message) {
        return new String(message.getPayloadAsBytes(), UTF_8);
    }

    @Override
    public void close() {
        client.disconnect();
    }

    private static void done(CompletableFuture<?> operation) {
        operation.orTimeout(TIMEOUT_S, TimeUnit.SECONDS).join();
    }
}
