package br.com.recarga.platform.mqtt;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** What a connection wants to hear, whether the broker has agreed to all of it, and who is told. */
final class Subscriptions {

    private final Supplier<MqttAsyncClient> client;
    private final Refusals refusals;
    private final Echo echo;
    private final Later later;
    private final long retryDelayMs;
    private final Runnable onAgreed;
    private final Map<String, Integer> wanted = new ConcurrentHashMap<>();
    private volatile IMqttMessageListener listener = (topic, message) -> {};
    private volatile boolean agreed;

    Subscriptions(
            Supplier<MqttAsyncClient> client,
            Refusals refusals,
            Echo echo,
            Later later,
            long retryDelayMs,
            Runnable onAgreed) {
        this.client = client;
        this.refusals = refusals;
        this.echo = echo;
        this.later = later;
        this.retryDelayMs = retryDelayMs;
        this.onAgreed = onAgreed;
        if (echo.topic() != null) {
            wanted.put(echo.topic(), 1);
        }
    }

    void want(List<String> topicFilters, int qos, IMqttMessageListener toBeTold) {
        listener = toBeTold;
        topicFilters.forEach(filter -> wanted.put(filter, qos));
        agreed = false;
    }

    void lost() {
        agreed = false;
    }

    boolean areAgreed() {
        return agreed && client.get().isConnected();
    }

    boolean areCaughtUp() {
        return areAgreed() && echo.isHeard();
    }

    void arrived(String topic, MqttMessage message) throws Exception {
        if (topic.equals(echo.topic())) {
            echo.arrived(message.getPayload());
        } else {
            listener.messageArrived(topic, message);
        }
    }

    /** Asks the broker for everything that is wanted, and again until it agrees or the connection is lost. */
    void ask() {
        if (wanted.isEmpty()) {
            agree();
            return;
        }
        MqttSubscription[] subscriptions = wanted.entrySet().stream()
                .map(filter -> new MqttSubscription(filter.getKey(), filter.getValue()))
                .toArray(MqttSubscription[]::new);
        try {
            client.get().subscribe(subscriptions, null, new Answer(subscriptions), new MqttProperties());
        } catch (MqttException notNow) {
            askAgain();
        }
    }

    private void askAgain() {
        later.in(retryDelayMs, () -> {
            // else every connect asks anyway
            if (client.get().isConnected()) {
                ask();
            }
        });
    }

    private void agree() {
        // before anybody can take it for subscribed
        echo.call();
        agreed = true;
        onAgreed.run();
    }

    private final class Answer implements MqttActionListener {

        private final MqttSubscription[] subscriptions;

        Answer(MqttSubscription[] subscriptions) {
            this.subscriptions = subscriptions;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            tell(token.getReasonCodes());
            if (isRefused(token.getReasonCodes())) {
                askAgain();
            } else {
                agree();
            }
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            askAgain();
        }

        private void tell(int... reasonCodes) {
            refusals.ofSubscriptions(
                    Stream.of(subscriptions).map(MqttSubscription::getTopic).toList(), reasonCodes);
        }

        /** Without its echo a connection can do: it only takes longer to know that it has heard all. */
        private boolean isRefused(int[] reasonCodes) {
            return IntStream.range(0, reasonCodes.length)
                    .filter(i -> !subscriptions[i].getTopic().equals(echo.topic()))
                    .anyMatch(i -> WhyNot.isRefused(reasonCodes[i]));
        }
    }
}
