package br.com.recarga.platform.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.IMqttAsyncClient;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paho's client with what it lacks for a process that has to outlive its broker. It connects in the background and for as
 * long as it takes, subscribes to everything that was asked of it after every connect and again until the broker agrees,
 * knows whether it {@linkplain #isSubscribed() is subscribed}, and announces that.
 *
 * <p>It is an {@link MqttClient} because that is what Camel's consumer and producer take, but nothing here blocks: a
 * subscription is a wish, and {@link #publish(String, MqttMessage)} does not wait for the broker's acknowledgement, which
 * promises nothing (a killed broker forgets what it acknowledged) and for which Paho would wait for ever, even on the
 * thread that has to deliver it.
 */
public final class MqttConnection extends MqttClient {

    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);
    private static final int REFUSED = 0x80;
    private static final String FILTER_SEPARATOR = ",";
    /**
     * Artemis hands a retained message to the subscribers first and retains it then: whoever subscribes in between gets it
     * neither way, and would never know of us.
     */
    private static final long ANNOUNCE_AGAIN_MS = 2_000;

    /** After this long all that was retained has come, even if the broker does not let its echo through. */
    private static final long ECHO_TIMEOUT_MS = 3_000;

    private static final long CLOSE_TIMEOUT_MS = 1_000;

    private final MqttConnectionOptions options;
    private final Announcement announcement;
    /** Null if nothing that is retained matters here. */
    private final String echoTopic;

    private final ScheduledExecutorService scheduler;
    private final long retryDelayMs;
    private final Map<String, Integer> wanted = new ConcurrentHashMap<>();
    private final AtomicBoolean attemptPending = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final LongAdder connects = new LongAdder();
    private MqttCallback owner;
    private volatile Attempt attempt;
    private volatile boolean subscribed;
    private volatile boolean caughtUp;
    private volatile boolean closed;

    MqttConnection(
            String brokerUrl,
            String clientId,
            MqttConnectionOptions options,
            Announcement announcement,
            String echoTopic,
            ScheduledExecutorService scheduler,
            long retryDelayMs)
            throws MqttException {
        super(brokerUrl, clientId, new MemoryPersistence());
        this.options = options;
        this.announcement = announcement;
        this.echoTopic = echoTopic;
        this.scheduler = scheduler;
        this.retryDelayMs = retryDelayMs;
        options.setSocketFactory(new NoDelaySocketFactory(this::limitAttempt));
        setCallback(new Discard());
        if (echoTopic != null) {
            wanted.put(echoTopic, 1);
        }
    }

    /** Connects in the background; for a connection that only publishes. */
    void open() {
        connectIn(0);
    }

    /** Whether the broker has agreed to every subscription on the present connection. */
    public boolean isSubscribed() {
        return subscribed && isConnected();
    }

    /**
     * Whether, besides, its owner has heard all that the broker had retained when it agreed: what is not known then is not
     * there. Without an echo nothing is taken to be retained.
     */
    public boolean isCaughtUp() {
        return isSubscribed() && (echoTopic == null || caughtUp);
    }

    /** How often the connection has come up. */
    long connects() {
        return connects.sum();
    }

    /** Sends the message; returns before the broker has acknowledged it. */
    @Override
    public void publish(String topic, MqttMessage message) throws MqttException {
        aClient.publish(topic, message);
    }

    /**
     * Asks for these filters on the present connection and on every later one, and connects if need be; returns at once.
     *
     * @param topicFilters one, or several separated by commas: Camel's endpoint has a single place for them, and a route
     *     that hears several kinds of messages needs no connection for each
     */
    @Override
    public IMqttToken subscribe(String topicFilters, int qos) {
        for (String topicFilter : split(topicFilters)) {
            wanted.put(topicFilter, qos);
        }
        subscribed = false;
        if (isConnected()) {
            subscribeToAll();
        } else {
            connectIn(0);
        }
        return null;
    }

    /** Takes what {@link #subscribe(String, int)} takes. */
    @Override
    public void unsubscribe(String topicFilters) throws MqttException {
        super.unsubscribe(split(topicFilters));
    }

    private static String[] split(String topicFilters) {
        return topicFilters.split(FILTER_SEPARATOR);
    }

    @Override
    public void setCallback(MqttCallback callback) {
        owner = callback;
        super.setCallback(new Lifecycle(aClient, callback));
    }

    /** Says {@code offline}, disconnects and ends all attempts; waits for the broker at most a second for each. */
    @Override
    public void close() throws MqttException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (isConnected()) {
                if (announcement != null) {
                    announce(announcement.offline().get()).waitForCompletion(CLOSE_TIMEOUT_MS);
                }
                aClient.disconnect(0).waitForCompletion(CLOSE_TIMEOUT_MS);
            }
        } catch (MqttException e) {
            LOG.debug("MQTT connection {} did not close in good order", getClientId(), e);
        } finally {
            subscribed = false;
            aClient.disconnectForcibly(0, CLOSE_TIMEOUT_MS, false);
            super.close(true);
        }
    }

    private void connectIn(long delayMs) {
        if (!closed && attemptPending.compareAndSet(false, true)) {
            try {
                scheduler.schedule(this::connectNow, delayMs, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException shutDown) {
                attemptPending.set(false);
            }
        }
    }

    private void connectNow() {
        attemptPending.set(false);
        // an attempt that goes on says itself how it ends
        if (closed || isConnected() || attempt != null && !attempt.over) {
            return;
        }
        boolean first = attempt == null;
        attempt = new Attempt();
        try {
            if (announcement != null) {
                MqttMessage will = new MqttMessage(announcement.offline().get(), 1, true, new MqttProperties());
                options.setWill(announcement.topic(), will);
            }
            if (!first) {
                beginAnew();
            }
            aClient.connect(options, null, attempt);
        } catch (MqttException | RuntimeException notNow) {
            attempt.over = true;
            LOG.debug("MQTT connection {} cannot connect yet", getClientId(), notNow);
            connectIn(retryDelayMs);
        }
    }

    /**
     * With a client that knows nothing of the connection before: whatever Paho still had to send on that one, as the
     * acknowledgement of a message whose owner was done with it too late, it would find in the way of CONNECT, and stop
     * sending for good.
     */
    private void beginAnew() throws MqttException {
        aClient = new MqttAsyncClient(getServerURI(), getClientId(), new MemoryPersistence());
        setCallback(owner);
    }

    /**
     * For the broker's word Paho would wait for ever. The limit counts from when the broker's address is known, not from
     * before: a name server may think for longer, and what is given up meanwhile would come to life beside its successor.
     */
    private void limitAttempt() {
        try {
            // once for TCP, which has connected or failed by then, and once for the broker
            scheduler.schedule(attempt::giveUp, 2L * options.getConnectionTimeout(), TimeUnit.SECONDS);
        } catch (RejectedExecutionException shutDown) {
            LOG.debug("MQTT connection {} is closing", getClientId());
        }
    }

    private void subscribeToAll() {
        if (wanted.isEmpty()) {
            onSubscribed();
            return;
        }
        MqttSubscription[] subscriptions = wanted.entrySet().stream()
                .map(filter -> new MqttSubscription(filter.getKey(), filter.getValue()))
                .toArray(MqttSubscription[]::new);
        try {
            aClient.subscribe(
                    subscriptions,
                    null,
                    new MqttActionListener() {
                        @Override
                        public void onSuccess(IMqttToken token) {
                            if (isRefused(subscriptions, token.getReasonCodes())) {
                                LOG.warn("The broker refused a subscription of {}", getClientId());
                                subscribeAgainLater();
                            } else {
                                onSubscribed();
                            }
                        }

                        @Override
                        public void onFailure(IMqttToken token, Throwable cause) {
                            subscribeAgainLater();
                        }
                    },
                    new MqttProperties());
        } catch (MqttException notNow) {
            subscribeAgainLater();
        }
    }

    /** Without its echo a connection can do: it only takes longer to know that it has heard all. */
    private boolean isRefused(MqttSubscription[] subscriptions, int[] reasonCodes) {
        return IntStream.range(0, reasonCodes.length)
                .filter(i -> !subscriptions[i].getTopic().equals(echoTopic))
                .anyMatch(i -> reasonCodes[i] >= REFUSED);
    }

    private void subscribeAgainLater() {
        try {
            scheduler.schedule(
                    () -> {
                        if (!closed && isConnected()) {
                            subscribeToAll();
                        }
                    },
                    retryDelayMs,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shutDown) {
            LOG.debug("MQTT connection {} is closing", getClientId());
        }
    }

    private void onSubscribed() {
        // before anybody can take it for subscribed
        caughtUp = false;
        subscribed = true;
        if (echoTopic != null) {
            callOut();
        }
        if (announcement != null) {
            announceOnline();
            try {
                scheduler.schedule(this::announceOnline, ANNOUNCE_AGAIN_MS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException shutDown) {
                LOG.debug("MQTT connection {} is closing", getClientId());
            }
        }
    }

    /**
     * The broker has begun to send what it had retained before it agreed to the subscription, and keeps the order: what is
     * published now comes back after all of that.
     */
    private void callOut() {
        long connection = connects();
        try {
            // first, as a broker that takes no echo may be one to which it cannot even be published
            scheduler.schedule(
                    () -> {
                        if (connects() == connection) {
                            caughtUp = true;
                        }
                    },
                    ECHO_TIMEOUT_MS,
                    TimeUnit.MILLISECONDS);
            aClient.publish(echoTopic, echo(), 1, false);
        } catch (MqttException | RejectedExecutionException lost) {
            LOG.debug("MQTT connection {} was lost before it could hear its echo", getClientId(), lost);
        }
    }

    /** Of this connection and no other, also of a process that has the same name. */
    private byte[] echo() {
        return (getClientId() + "/" + connects()).getBytes(StandardCharsets.UTF_8);
    }

    private void announceOnline() {
        if (closed || !isSubscribed()) {
            return;
        }
        byte[] online = announcement.online().get();
        if (online == null) {
            return;
        }
        try {
            announce(online);
        } catch (MqttException lost) {
            LOG.debug("MQTT connection {} was lost before it could announce itself", getClientId(), lost);
        }
    }

    private IMqttToken announce(byte[] status) throws MqttException {
        return aClient.publish(announcement.topic(), status, 1, true);
    }

    /** One try to connect. */
    private final class Attempt implements MqttActionListener {

        private volatile boolean over;

        @Override
        public void onSuccess(IMqttToken token) {
            // the callback's connectComplete goes on
            over = true;
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            over = true;
            reportFailure(cause);
            connectIn(retryDelayMs);
        }

        void giveUp() {
            if (over || closed) {
                return;
            }
            over = true;
            LOG.warn("MQTT connection {} was accepted but not answered", getClientId());
            try {
                aClient.disconnectForcibly(0, 0, false);
            } catch (MqttException e) {
                LOG.debug("MQTT connection {} cannot be given up", getClientId(), e);
            }
            connectIn(retryDelayMs);
        }
    }

    /** The first failure of a series is news; those that follow are not. */
    private void reportFailure(Throwable cause) {
        if (failing.compareAndSet(false, true)) {
            LOG.warn("MQTT connection {} cannot be made, trying on: {}", getClientId(), cause.toString());
        } else {
            LOG.debug("MQTT connection {} still cannot be made", getClientId(), cause);
        }
    }

    private static String reason(MqttDisconnectResponse response) {
        return response.getReasonString() == null
                ? String.valueOf(response.getException())
                : response.getReasonString();
    }

    /** Keeps the connection's own books before the owner's callback hears of anything. */
    private final class Lifecycle implements MqttCallback {

        private final IMqttAsyncClient client;
        private final MqttCallback owner;

        Lifecycle(IMqttAsyncClient client, MqttCallback owner) {
            this.client = client;
            this.owner = owner;
        }

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {
            failing.set(false);
            connects.increment();
            // what was heard on the connection before says nothing of this one
            caughtUp = false;
            LOG.info("MQTT connection {} is up", getClientId());
            // the owner is not told: Camel's consumer would subscribe once more, and only once
            subscribeToAll();
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            if (client != aClient) {
                // it was given up, and has a successor
                return;
            }
            subscribed = false;
            attempt.over = true;
            if (!closed) {
                LOG.warn("MQTT connection {} lost: {}", getClientId(), reason(response));
            }
            owner.disconnected(response);
            connectIn(retryDelayMs);
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) throws Exception {
            if (!topic.equals(echoTopic)) {
                owner.messageArrived(topic, message);
            } else if (Arrays.equals(message.getPayload(), echo())) {
                caughtUp = true;
            }
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            owner.deliveryComplete(token);
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            LOG.warn("MQTT connection {}: {}", getClientId(), exception.getMessage());
            owner.mqttErrorOccurred(exception);
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            owner.authPacketArrived(reasonCode, properties);
        }
    }

    /** The owner of a connection that only publishes. */
    private static final class Discard implements MqttCallback {

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void messageArrived(String topic, MqttMessage message) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
