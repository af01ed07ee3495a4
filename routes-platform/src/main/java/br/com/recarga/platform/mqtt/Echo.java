package br.com.recarga.platform.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By which a connection notices that it has heard all that was retained: the broker has begun to send that before it agreed
 * to the subscription, and keeps the order, so what is published then comes back after all of it.
 */
final class Echo {

    private static final Logger LOG = LoggerFactory.getLogger(Echo.class);

    /** After this long all that was retained has come, even if the broker does not let the echo through. */
    private static final long TIMEOUT_MS = 3_000;

    private final Supplier<MqttAsyncClient> client;
    private final String topic;
    private final Later later;
    /** Anybody may hear it, and the client id is nobody else's business. */
    private final String own = UUID.randomUUID().toString();

    private final AtomicLong calls = new AtomicLong();
    private volatile boolean heard;

    /** @param topic of one's own; null if nothing that is retained matters: then there is nothing to wait for */
    Echo(Supplier<MqttAsyncClient> client, String topic, Later later) {
        this.client = client;
        this.topic = topic;
        this.later = later;
    }

    String topic() {
        return topic;
    }

    /** Whether the last call has come back. */
    boolean isHeard() {
        return topic == null || heard;
    }

    void call() {
        if (topic == null) {
            return;
        }
        heard = false;
        long call = calls.incrementAndGet();
        // first, as a broker that takes no echo may be one to which it cannot even be published
        later.in(TIMEOUT_MS, () -> {
            if (calls.get() == call) {
                heard = true;
            }
        });
        try {
            client.get().publish(topic, word(), 1, false);
        } catch (MqttException lost) {
            LOG.debug(
                    "MQTT connection {} was lost before it could hear its echo",
                    client.get().getClientId(),
                    lost);
        }
    }

    void arrived(byte[] payload) {
        if (Arrays.equals(payload, word())) {
            heard = true;
        }
    }

    /** Of this call and no other, also of a process that has the same name. */
    private byte[] word() {
        return (own + "/" + calls).getBytes(UTF_8);
    }
}
