package br.com.recarga.platform.mqtt;

import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Paho's client lacks for a process that has to outlive its broker. It connects in the background and for as long as it
 * takes, has its {@link Subscriptions} asked for after every connect, and its {@link Presence} told once they are agreed to.
 *
 * <p>Nothing here blocks: a subscription is a wish, and {@link #publish} does not wait for the broker's acknowledgement,
 * which promises nothing (a killed broker forgets what it acknowledged) and for which Paho would wait for ever, even on the
 * thread that has to deliver it.
 */
public final class MqttConnection {

    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);
    private static final long CLOSE_TIMEOUT_MS = 1_000;

    private final List<String> brokers;
    private final String clientId;
    private final String label;
    private final MqttConnectionOptions options;
    private final long retryDelayMs;
    private final Later later;
    private final Succession succession;
    private final Presence presence;
    private final Subscriptions subscriptions;
    private final AtomicBoolean attemptPending = new AtomicBoolean();
    private final Refusals refusals;
    /** Why it cannot be made, of each broker. */
    private final Map<String, String> failing = new ConcurrentHashMap<>();

    private final LongAdder connects = new LongAdder();
    /** Which of the brokers is tried; attempts that follow each other change it, and going back, while there is none. */
    private volatile int turn;

    private volatile Line line;

    /**
     * @param brokers as Paho takes them; one that does not let us in, or does not say a word, is not asked again before the others
     * @param label by which the log names it: whoever knows the client id can take the connection over
     * @param sockets makes them; what it is given has to be given each that is still to be connected
     * @param announcement null: nothing
     * @param succession by which other processes have it before and after this one
     * @param echoTopic null if nothing that is retained matters here
     */
    MqttConnection(
            List<String> brokers,
            String clientId,
            String label,
            MqttConnectionOptions options,
            Function<Consumer<Socket>, SocketFactory> sockets,
            Announcement announcement,
            Succession succession,
            String echoTopic,
            ScheduledExecutorService scheduler,
            long retryDelayMs)
            throws MqttException {
        this.brokers = brokers;
        this.clientId = clientId;
        this.label = label;
        this.options = options;
        this.retryDelayMs = retryDelayMs;
        this.later = new Later(scheduler);
        this.line = new Line();
        this.succession = succession;
        this.presence = new Presence(this::client, announcement, succession, later);
        this.refusals = new Refusals(label);
        this.subscriptions = new Subscriptions(
                this::client,
                refusals,
                new Echo(this::client, echoTopic, later),
                later,
                retryDelayMs,
                () -> presence.online(this::isSubscribed));
        options.setSocketFactory(sockets.apply(unconnected -> limitAttempt()));
    }

    /** That of now, or of the next try. */
    String brokerUrl() {
        return brokers.get(turn);
    }

    String clientId() {
        return clientId;
    }

    /** Which of the brokers it is connected to; 0 also if to none, as it is looking for one then. */
    int brokerInUse() {
        return client().isConnected() ? turn : 0;
    }

    /**
     * If it is connected to a later broker, goes to this one, without a word of having gone: where the brokers are one, nobody
     * is to notice.
     */
    synchronized void goBackTo(int broker) {
        if (!later.isClosed() && brokerInUse() > broker) {
            turn = broker;
            line.leave();
        }
    }

    /** Connects in the background; for a connection that only publishes. */
    void open() {
        connectIn(0);
    }

    /** Whether the broker has agreed to every subscription on the present connection. */
    public boolean isSubscribed() {
        return subscriptions.areAgreed();
    }

    /**
     * Whether, besides, it has heard all that the broker had retained when it agreed: what is not known then is not there.
     * Without an echo nothing is taken to be retained.
     */
    public boolean isCaughtUp() {
        return subscriptions.areCaughtUp();
    }

    /** How often the connection has come up. */
    long connects() {
        return connects.sum();
    }

    /**
     * Sends the message; returns before the broker has acknowledged it.
     *
     * @throws MqttException if there is no connection now, if too much waits for its acknowledgement, or if the broker does not
     *     take so large a message
     */
    public void publish(String topic, MqttMessage message) throws MqttException {
        line.publish(topic, message);
    }

    /**
     * Asks for these filters on the present connection and on every later one, and connects if need be; returns at once.
     *
     * @param listener is told of every message, on the one thread that delivers them, until the connection closes
     */
    public void subscribe(List<String> topicFilters, int qos, IMqttMessageListener listener) {
        subscriptions.want(topicFilters, qos, listener);
        if (client().isConnected()) {
            subscriptions.ask();
        } else {
            connectIn(0);
        }
    }

    /** Delivers nothing more, says {@code offline}, disconnects; waits for the broker at most a second for each. */
    public void close() {
        synchronized (this) {
            // from now on no client takes this one's place
            if (!later.close()) {
                return;
            }
        }
        try {
            if (client().isConnected()) {
                presence.leave(CLOSE_TIMEOUT_MS);
            }
        } catch (MqttException e) {
            LOG.debug("MQTT connection {} did not close in good order", label, e);
        }
        subscriptions.lost();
        try {
            client().disconnectForcibly(0, CLOSE_TIMEOUT_MS, false);
            client().close(true);
        } catch (MqttException e) {
            LOG.debug("MQTT connection {} did not close in good order", label, e);
        }
    }

    private void connectIn(long delayMs) {
        if (attemptPending.compareAndSet(false, true)) {
            later.in(delayMs, this::connectNow);
        }
    }

    private synchronized void connectNow() {
        attemptPending.set(false);
        // an attempt that goes on says itself how it ends
        if (later.isClosed() || client().isConnected() || line.attempted) {
            return;
        }
        if (!succession.turn().getAsBoolean()) {
            connectIn(retryDelayMs);
            return;
        }
        try {
            presence.leaveWill(options);
            line = new Line();
            line.connect();
        } catch (MqttException | RuntimeException notNow) {
            line.attempted = false;
            failed(notNow);
            connectIn(retryDelayMs);
        }
    }

    /** A failure is news, and so is another reason for it; that it is still the same one is not. The next try is another broker's. */
    private void failed(Throwable cause) {
        failed(WhyNot.of(cause, TlsSettings.isEncrypted(brokerUrl())));
        LOG.debug("MQTT connection {} failed", label, cause);
    }

    private void failed(String reason) {
        if (!reason.equals(failing.put(brokerUrl(), reason))) {
            LOG.warn("MQTT connection {} cannot be made, trying on: {}", label, reason);
        }
        turn = (turn + 1) % brokers.size();
    }

    /**
     * For the broker's word Paho would wait for ever. The limit counts from when the broker's address is known, not from
     * before: a name server may think for longer, and what is given up meanwhile would come to life beside its successor.
     */
    private void limitAttempt() {
        // once for TCP and once for TLS, which have connected or failed by then, and once for the broker
        long steps = TlsSettings.isEncrypted(brokerUrl()) ? 3 : 2;
        later.in(TimeUnit.SECONDS.toMillis(steps * options.getConnectionTimeout()), line::giveUp);
    }

    private MqttAsyncClient client() {
        return line.client;
    }

    /**
     * One try to connect and what comes of it, with a client that knows nothing of the one before: whatever Paho still had to
     * send on that one, as the acknowledgement of a message whose listener was done with it too late, it would find in the
     * way of CONNECT, and stop sending for good.
     */
    private final class Line implements MqttActionListener, MqttCallback {

        private final MqttAsyncClient client = new MqttAsyncClient(brokerUrl(), clientId, new MemoryPersistence());
        /** Whether it is not known yet what comes of the try. */
        private volatile boolean attempted;

        /** Whether it is us who end it. */
        private volatile boolean leaving;

        /** Null until the broker has agreed to it. */
        private volatile LargestPacket largest;

        Line() throws MqttException {
            client.setCallback(this);
        }

        void connect() throws MqttException {
            attempted = true;
            client.connect(options, null, this);
        }

        void publish(String topic, MqttMessage message) throws MqttException {
            LargestPacket known = largest;
            if (known == null) {
                throw new MqttException(MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED);
            }
            known.require(topic, message);
            client.publish(topic, message);
        }

        @Override
        public void onSuccess(IMqttToken token) {
            // connectComplete goes on
            largest = LargestPacket.of(token.getResponseProperties());
            attempted = false;
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            if (!attempted) {
                // it was given up
                return;
            }
            attempted = false;
            failed(cause);
            connectIn(retryDelayMs);
        }

        void giveUp() {
            if (!attempted) {
                return;
            }
            attempted = false;
            failed("it was accepted but not answered");
            try {
                client.disconnectForcibly(0, 0, false);
            } catch (MqttException e) {
                LOG.debug("MQTT connection {} cannot be given up", label, e);
            }
            connectIn(retryDelayMs);
        }

        void leave() {
            leaving = true;
            subscriptions.lost();
            LOG.info("MQTT connection {} goes back to an earlier broker", label);
            try {
                // what is under way is let through first
                MqttActionListener onward = new MqttActionListener() {
                    @Override
                    public void onSuccess(IMqttToken token) {
                        connectIn(0);
                    }

                    @Override
                    public void onFailure(IMqttToken token, Throwable cause) {
                        connectIn(0);
                    }
                };
                client.disconnect(
                        CLOSE_TIMEOUT_MS, null, onward, MqttReturnCode.RETURN_CODE_SUCCESS, new MqttProperties());
            } catch (MqttException lost) {
                connectIn(0);
            }
        }

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {
            if (line != this) {
                // it was given up, and has a successor
                return;
            }
            failing.clear();
            connects.increment();
            LOG.info("MQTT connection {} is up", label);
            subscriptions.ask();
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            if (line != this) {
                return;
            }
            attempted = false;
            subscriptions.lost();
            if (!later.isClosed() && !leaving) {
                LOG.warn("MQTT connection {} lost: {}", label, why(response));
            }
            connectIn(retryDelayMs);
        }

        /** A broker that ends a connection says so by a number of MQTT 5, section 3.14.2.1; words are its choice. */
        private static String why(MqttDisconnectResponse response) {
            if (response.getException() != null) {
                return String.valueOf(response.getException());
            }
            String reason = response.getReasonString();
            return "the broker ended it with code %d%s"
                    .formatted(response.getReturnCode(), reason == null ? "" : ", " + reason);
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) throws Exception {
            // what comes while it closes, its own offline first of all, is for nobody
            if (line == this && !later.isClosed()) {
                subscriptions.arrived(topic, message);
            }
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            LOG.warn("MQTT connection {}: {}", label, exception.getMessage());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            // the broker's acknowledgement promises nothing, but it can say that nobody will hear it
            refusals.ofPublish(token);
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            // no enhanced authentication
        }
    }
}
