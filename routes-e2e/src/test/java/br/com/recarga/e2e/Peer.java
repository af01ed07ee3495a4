package br.com.recarga.e2e;

import br.com.recarga.contract.ContractJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** A plain MQTT program that knows only the original messages; it shares no code with ours. */
abstract class Peer implements AutoCloseable {

    private static final long PATIENCE_S = 10;

    private final Map<String, BlockingQueue<JsonNode>> received = new ConcurrentHashMap<>();

    static Peer mqtt3(Broker broker, String user) {
        return new Mqtt3(broker, user);
    }

    static Peer mqtt5(Broker broker, String user) {
        return new Mqtt5(broker, user);
    }

    /** Who looks on, and may. */
    static Peer mqtt5(Broker broker) {
        return mqtt5(broker, Broker.ADMIN);
    }

    abstract int version();

    abstract void publish(String topic, String payload);

    abstract void publishRetained(String topic, String payload);

    abstract void listen(String topic, Consumer<byte[]> consumer);

    @Override
    public abstract void close();

    void subscribe(String topic) {
        BlockingQueue<JsonNode> messages = received.computeIfAbsent(topic, key -> new LinkedBlockingQueue<>());
        listen(topic, payload -> messages.add(json(payload)));
    }

    /** The next message on a topic that was subscribed to. */
    JsonNode received(String topic) {
        JsonNode message = received(topic, PATIENCE_S);
        if (message == null) {
            throw new AssertionError("nothing came on " + topic);
        }
        return message;
    }

    /** The same; null if none comes in so many seconds. */
    JsonNode received(String topic, long seconds) {
        try {
            return received.get(topic).poll(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Answers like a server: every request that names it, on the topic that follows from the body. */
    void answer(
            String topic, String serverId, Function<JsonNode, String> replyTopic, Function<JsonNode, String> reply) {
        listen(topic, payload -> {
            JsonNode request = json(payload);
            if (request.path("server_id").asText().equals(serverId)) {
                publish(replyTopic.apply(request), reply.apply(request));
            }
        });
    }

    private static JsonNode json(byte[] payload) {
        try {
            return ContractJson.mapper().readTree(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Mqtt3 extends Peer {

        private final Mqtt3BlockingClient client;

        Mqtt3(Broker broker, String user) {
            Mqtt3ClientBuilder builder = Participante.antes(broker, user).useMqttVersion3();
            broker.senha(user)
                    .ifPresent(senha -> builder.simpleAuth()
                            .username(user)
                            .password(senha.getBytes(StandardCharsets.UTF_8))
                            .applySimpleAuth());
            client = builder.buildBlocking();
            client.connect();
        }

        @Override
        int version() {
            return 3;
        }

        @Override
        void publish(String topic, String payload) {
            // not the blocking way: an answer is published from the thread that brought the request
            client.toAsync()
                    .publishWith()
                    .topic(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(payload.getBytes(StandardCharsets.UTF_8))
                    .send();
        }

        @Override
        void publishRetained(String topic, String payload) {
            client.publishWith()
                    .topic(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .retain(true)
                    .payload(payload.getBytes(StandardCharsets.UTF_8))
                    .send();
        }

        @Override
        void listen(String topic, Consumer<byte[]> consumer) {
            client.toAsync()
                    .subscribeWith()
                    .topicFilter(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .callback(message -> consumer.accept(message.getPayloadAsBytes()))
                    .send()
                    .join();
        }

        @Override
        public void close() {
            client.disconnect();
        }
    }

    private static final class Mqtt5 extends Peer {

        private final Mqtt5BlockingClient client;

        Mqtt5(Broker broker, String user) {
            Mqtt5ClientBuilder builder = Participante.antes(broker, user).useMqttVersion5();
            broker.senha(user)
                    .ifPresent(senha -> builder.simpleAuth()
                            .username(user)
                            .password(senha.getBytes(StandardCharsets.UTF_8))
                            .applySimpleAuth());
            client = builder.buildBlocking();
            client.connect();
        }

        @Override
        int version() {
            return 5;
        }

        @Override
        void publish(String topic, String payload) {
            client.toAsync()
                    .publishWith()
                    .topic(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(payload.getBytes(StandardCharsets.UTF_8))
                    .send();
        }

        @Override
        void publishRetained(String topic, String payload) {
            client.publishWith()
                    .topic(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .retain(true)
                    .payload(payload.getBytes(StandardCharsets.UTF_8))
                    .send();
        }

        @Override
        void listen(String topic, Consumer<byte[]> consumer) {
            client.toAsync()
                    .subscribeWith()
                    .topicFilter(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .callback(message -> consumer.accept(message.getPayloadAsBytes()))
                    .send()
                    .join();
        }

        @Override
        public void close() {
            client.disconnect();
        }
    }
}
