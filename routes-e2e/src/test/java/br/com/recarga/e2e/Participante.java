package br.com.recarga.e2e;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A user at a closed broker, who tries what he may and what he may not; it shares no code with ours. */
final class Participante implements AutoCloseable {

    private final Mqtt5AsyncClient client;

    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    private Participante(Mqtt5AsyncClient client) {
        this.client = client;
    }

    /** Comes with the user's own password. */
    static Participante entra(Broker broker, String user) {
        return entra(broker, user, broker.senha(user).orElse(null));
    }

    /**
     * Comes with this password, or with neither user nor password if it is null.
     *
     * @throws CompletionException if the broker does not let him in
     */
    static Participante entra(Broker broker, String user, String senha) {
        return entra(broker, user, senha, user + "-" + UUID.randomUUID());
    }

    /**
     * The same by a connection that is called so.
     *
     * @throws CompletionException if the broker does not let him in
     */
    static Participante entra(Broker broker, String user, String senha, String clientId) {
        Mqtt5ClientBuilder builder = antes(broker, user).identifier(clientId).useMqttVersion5();
        if (senha != null) {
            builder.simpleAuth()
                    .username(user)
                    .password(senha.getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        Participante participante = new Participante(builder.buildAsync());
        participante.client.connect().join();
        return participante;
    }

    /** A program on its way to the broker, which has not said yet which version it speaks, nor shown a password. */
    static MqttClientBuilder antes(Broker broker, String user) {
        MqttClientBuilder builder = MqttClient.builder()
                .identifier(user + "-" + UUID.randomUUID())
                .serverHost("127.0.0.1")
                .serverPort(broker.port(user));
        broker.tls(user)
                .ifPresent(tls -> builder.sslConfig(MqttClientSslConfig.builder()
                        .trustManagerFactory(tls.getManagers().getTrustManagerFactory())
                        .build()));
        return builder;
    }

    /** Publishes all of these on one topic, and waits for no answer in between. */
    void inunda(String topic, Stream<String> payloads) {
        CompletableFuture.allOf(payloads.map(payload -> client.publishWith()
                                .topic(topic)
                                .qos(MqttQos.AT_LEAST_ONCE)
                                .payload(payload.getBytes(StandardCharsets.UTF_8))
                                .send())
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** @return whether the broker took it */
    boolean publica(String topic, String payload, boolean retain) {
        return client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retain)
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .send()
                .handle((taken, failure) -> failure == null || !refusal(failure, Mqtt5PubAckException.class))
                .join();
    }

    /** @return whether the broker says that it lets him hear this */
    boolean assina(String filter) {
        return client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(message -> heard.add(
                        message.getTopic() + " " + new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8)))
                .send()
                .handle((granted, failure) -> failure == null || !refusal(failure, Mqtt5SubAckException.class))
                .join();
    }

    /** What its connection is called. */
    String clientId() {
        return client.getConfig().getClientIdentifier().orElseThrow().toString();
    }

    /** What came in, each {@code "topic payload"}. */
    Set<String> heard() {
        return heard;
    }

    boolean isConnected() {
        return client.getState().isConnected();
    }

    /** That it was refused, and not that something else went wrong. */
    private static boolean refusal(Throwable failure, Class<? extends Throwable> refusal) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (!refusal.isInstance(cause)) {
            throw new AssertionError(cause);
        }
        return true;
    }

    @Override
    public void close() {
        if (isConnected()) {
            client.disconnect().join();
        }
    }
}
