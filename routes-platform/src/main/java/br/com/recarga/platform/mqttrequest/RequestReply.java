package br.com.recarga.platform.mqttrequest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings replies to the requests that wait for them: by MQTT 5 Correlation Data, and for peers that do not echo it by the
 * request's id in the reply's body; never on another topic than the request's reply is awaited on. Each request ends exactly
 * once: with its reply, at the first look after its deadline, or at shutdown.
 *
 * <p>The broker may lose a request or its reply, so a silent request is published again inside its deadline, with the same
 * ids; the message expires with the deadline, so that nothing is done for a caller who has given up.
 */
final class RequestReply implements IMqttMessageListener {

    private static final Logger LOG = LoggerFactory.getLogger(RequestReply.class);

    private final Publisher publisher;
    private final MqttRequestSettings settings;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    /** A reply to a request of this client before its restart must not find one of now. */
    private final String incarnation = UUID.randomUUID() + "-";

    private final AtomicLong sequence = new AtomicLong();
    private final LongAdder repeats = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder lateReplies = new LongAdder();
    private final LongAdder retainedReplies = new LongAdder();
    private final LongAdder unbelievedReplies = new LongAdder();
    private volatile boolean closed;

    RequestReply(Publisher publisher, MqttRequestSettings settings) {
        this.publisher = publisher;
        this.settings = settings;
    }

    /**
     * Publishes a request.
     *
     * @return completes with the reply's body on the thread that delivers replies, or with {@link TimeoutException}
     * @throws RejectedExecutionException if too many requests wait already
     * @throws MqttException if it cannot be published now
     */
    CompletableFuture<byte[]> request(Request asked) throws MqttException {
        if (pending.size() >= settings.maxInFlight()) {
            throw new RejectedExecutionException("too many requests in flight");
        }
        Pending request = new Pending(
                sequence.incrementAndGet(),
                asked,
                asked.correlated() ? asked.replyTopic() : settings.replyTopic().apply(asked.topic()));
        String correlation = incarnation + request.sequence;
        // before publishing: the reply may be faster than the next line
        pending.put(correlation, request);
        try {
            if (closed) {
                throw new MqttException(MqttClientException.REASON_CODE_CLIENT_CLOSED);
            }
            publish(correlation, request);
        } catch (MqttException | RuntimeException e) {
            if (!isFull(e)) {
                pending.remove(correlation);
                throw e;
            }
            // to be tried again with the silent ones, at their next turn
            request.publishedAt = request.since - settings.repeatInterval().toNanos();
        }
        return request.reply.whenComplete((reply, failure) -> {
            pending.remove(correlation);
            if (failure instanceof TimeoutException) {
                timeouts.increment();
            }
        });
    }

    /**
     * Ends every request whose deadline has passed, and publishes every other again that has been silent for the repeat interval
     * and has a second or more left. To be called often; a timer for each request would cost as much as finding its reply.
     */
    void lookAfterWaiting() {
        long now = System.nanoTime();
        pending.forEach((correlation, request) -> {
            Duration remaining = request.remaining(now, settings.timeout());
            if (remaining.isNegative() || remaining.isZero()) {
                request.reply.completeExceptionally(new TimeoutException());
            } else if (request.mayBePublished()
                    && now - request.publishedAt >= settings.repeatInterval().toNanos()
                    && remaining.compareTo(Duration.ofSeconds(1)) >= 0) {
                repeat(correlation, request);
            }
        });
    }

    /** Whatever becomes of it: who called would not look after anybody any more. */
    private void repeat(String correlation, Pending request) {
        try {
            publish(correlation, request);
            repeats.increment();
        } catch (MqttException | RuntimeException | Error notNow) {
            LOG.debug("Request not repeated: {}", notNow.getMessage());
        }
    }

    /**
     * Lets every request end as if its deadline had passed: what was asked may be done, and nobody waits for the answer any
     * longer. From now on none is published.
     */
    void giveUp() {
        closed = true;
        pending.values().forEach(request -> request.reply.completeExceptionally(new TimeoutException()));
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        // the broker had kept it: whatever it answers, it is not what is asked now
        if (message.isRetained()) {
            retainedReplies.increment();
            return;
        }
        String correlation = correlation(message);
        Optional<Pending> request =
                correlation == null ? byRequestId(topic, message) : Optional.ofNullable(pending.get(correlation));
        Optional<Pending> believed = request.filter(waiting -> topic.equals(waiting.replyTopic));
        if (believed.isEmpty() && isForged(request, topic, correlation)) {
            unbelievedReplies.increment();
        } else if (believed.isEmpty() || !believed.get().reply.complete(message.getPayload())) {
            lateReplies.increment();
        }
    }

    /**
     * Whether it would answer a correlated request from another topic, or comes where the reply of one is awaited and does
     * not correlate with anything that was asked.
     */
    private boolean isForged(Optional<Pending> request, String topic, String correlation) {
        if (request.isPresent()) {
            return request.get().asked.correlated();
        }
        boolean late = correlation != null && correlation.startsWith(incarnation);
        return !late
                && pending.values().stream()
                        .anyMatch(waiting -> waiting.asked.correlated() && waiting.replyTopic.equals(topic));
    }

    Duration timeout() {
        return settings.timeout();
    }

    int inFlight() {
        return pending.size();
    }

    long repeats() {
        return repeats.sum();
    }

    long timeouts() {
        return timeouts.sum();
    }

    long lateReplies() {
        return lateReplies.sum();
    }

    long retainedReplies() {
        return retainedReplies.sum();
    }

    long unbelievedReplies() {
        return unbelievedReplies.sum();
    }

    private void publish(String correlation, Pending request) throws MqttException {
        long now = System.nanoTime();
        MqttProperties properties = new MqttProperties();
        properties.setResponseTopic(request.replyTopic);
        properties.setCorrelationData(correlation.getBytes(StandardCharsets.US_ASCII));
        // the wire knows whole seconds only; rounded up, as rounding down would let the broker drop what is still
        // wanted
        properties.setMessageExpiryInterval(
                request.remaining(now, settings.timeout()).plusMillis(999).toSeconds());
        properties.setUserProperties(request.asked.userProperties().entrySet().stream()
                .map(property -> new UserProperty(property.getKey(), property.getValue()))
                .toList());
        publisher.publish(request.asked.topic(), new MqttMessage(request.asked.body(), 1, false, properties));
        request.publishedAt = now;
        request.published = true;
    }

    /** Whether the broker takes no more unacknowledged messages for now. */
    private static boolean isFull(Exception failure) {
        return failure instanceof MqttException e && e.getReasonCode() == MqttClientException.REASON_CODE_MAX_INFLIGHT;
    }

    private static String correlation(MqttMessage message) {
        MqttProperties properties = message.getProperties();
        byte[] correlation = properties == null ? null : properties.getCorrelationData();
        return correlation == null ? null : new String(correlation, StandardCharsets.US_ASCII);
    }

    /** The oldest that waits, if two callers used the same id: their requests were published, and are answered, in order. */
    private Optional<Pending> byRequestId(String topic, MqttMessage message) {
        String requestId = settings.replyId().apply(message.getPayload());
        return pending.values().stream()
                .filter(request -> !request.asked.correlated())
                .filter(request -> request.asked.id().equals(requestId))
                .filter(request -> topic.equals(request.replyTopic))
                .min(Comparator.comparingLong(request -> request.sequence));
    }

    /** Sends a message without waiting. */
    @FunctionalInterface
    interface Publisher {
        void publish(String topic, MqttMessage message) throws MqttException;
    }

    private static final class Pending {

        private final long sequence;
        private final Request asked;
        private final String replyTopic;
        private final CompletableFuture<byte[]> reply = new CompletableFuture<>();
        private final long since = System.nanoTime();
        private volatile long publishedAt = since;
        private volatile boolean published;

        Pending(long sequence, Request asked, String replyTopic) {
            this.sequence = sequence;
            this.asked = asked;
            this.replyTopic = replyTopic;
        }

        boolean mayBePublished() {
            return !asked.once() || !published;
        }

        Duration remaining(long now, Duration timeout) {
            return timeout.minusNanos(now - since);
        }
    }
}
