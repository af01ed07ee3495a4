package br.com.recarga.platform.mqttrequest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.recarga.contract.Envelope;
import br.com.recarga.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;

class RequestReplyTest {

    private static final String TOPIC = Topics.POSTOS_RESERVA;
    private static final String REPLY_TOPIC = "client/c1/postos/reserva/response";
    private static final String OWN = "servers/server1/pedidos/c1/reservar";
    private static final String OWN_REPLY = "clients/c1/respostas/server1/reservar";
    private static final String OWN_REPLY_2 = "clients/c1/respostas/server2/reservar";
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FakeBroker broker = new FakeBroker();
    private final RequestReply requestReply = requestReply(LONG, LONG, 10);

    @Test
    void aRequestSaysWhereAndHowItWantsItsReply() throws Exception {
        requestReply.request(asked(TOPIC, "r1", bytes("pedido")));

        Published request = broker.published.get(0);
        assertThat(request.topic).isEqualTo(TOPIC);
        assertThat(request.message.getPayload()).isEqualTo(bytes("pedido"));
        assertThat(request.message.getQos()).isEqualTo(1);
        assertThat(request.message.isRetained()).isFalse();
        assertThat(request.message.getProperties().getResponseTopic()).isEqualTo(REPLY_TOPIC);
        assertThat(request.message.getProperties().getMessageExpiryInterval()).isEqualTo(60);
        assertThat(request.message.getProperties().getCorrelationData()).isNotEmpty();
    }

    @Test
    void aReplyIsFoundByItsCorrelationData() throws Exception {
        CompletableFuture<byte[]> first = requestReply.request(asked(TOPIC, "r1", bytes("1")));
        CompletableFuture<byte[]> second = requestReply.request(asked(TOPIC, "r2", bytes("2")));

        reply(REPLY_TOPIC, broker.correlation(1), "resposta 2");
        reply(REPLY_TOPIC, broker.correlation(0), "resposta 1");

        assertThat(textOf(first)).isEqualTo("resposta 1");
        assertThat(textOf(second)).isEqualTo("resposta 2");
        assertThat(requestReply.inFlight()).isZero();
        assertThat(requestReply.lateReplies()).isZero();
    }

    @Test
    void aReplyThatTheBrokerHadKeptIsNone() throws Exception {
        CompletableFuture<byte[]> waiting = requestReply.request(asked(TOPIC, "r1", bytes("1")));
        MqttMessage kept = new MqttMessage(bytes("{\"request_id\":\"r1\"}"));
        kept.setRetained(true);

        requestReply.messageArrived(REPLY_TOPIC, kept);

        assertThat(waiting).isNotDone();
        assertThat(requestReply.retainedReplies()).isEqualTo(1);
        assertThat(requestReply.lateReplies()).isZero();
    }

    @Test
    void correlationDataCountsMoreThanTheIdInTheBody() throws Exception {
        CompletableFuture<byte[]> first = requestReply.request(asked(TOPIC, "r1", bytes("1")));
        CompletableFuture<byte[]> second = requestReply.request(asked(TOPIC, "r2", bytes("2")));

        reply(REPLY_TOPIC, broker.correlation(0), "{\"request_id\":\"r2\"}");

        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
    }

    @Test
    void noTwoRequestsCorrelateAlikeNotEvenThoseOfAnotherIncarnation() throws Exception {
        RequestReply afterRestart = requestReply(LONG, LONG, 10);
        for (int i = 0; i < 5; i++) {
            requestReply.request(asked(TOPIC, "r1", bytes("x")));
            afterRestart.request(asked(TOPIC, "r1", bytes("x")));
        }

        Set<String> correlations = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            correlations.add(new String(broker.correlation(i), US_ASCII));
        }
        assertThat(correlations).hasSize(10);
    }

    @Test
    void withoutCorrelationDataAReplyIsFoundByTheIdInItsBody() throws Exception {
        CompletableFuture<byte[]> first = requestReply.request(asked(TOPIC, "r1", bytes("1")));
        CompletableFuture<byte[]> second = requestReply.request(asked(TOPIC, "r2", bytes("2")));

        reply(REPLY_TOPIC, null, "{\"request_id\":\"r2\"}");

        assertThat(textOf(second)).isEqualTo("{\"request_id\":\"r2\"}");
        assertThat(first).isNotDone();
    }

    @Test
    void aPeerWithoutPropertiesIsUnderstood() throws Exception {
        CompletableFuture<byte[]> waiting = requestReply.request(asked(TOPIC, "r1", bytes("1")));

        requestReply.messageArrived(REPLY_TOPIC, new MqttMessage(bytes("{\"request_id\":\"r1\"}"), 1, false, null));

        assertThat(waiting).isCompleted();
    }

    @Test
    void ofTwoRequestsWithOneIdTheOldestIsAnsweredFirst() throws Exception {
        CompletableFuture<byte[]> oldest = requestReply.request(asked(TOPIC, "r1", bytes("1")));
        CompletableFuture<byte[]> youngest = requestReply.request(asked(TOPIC, "r1", bytes("2")));

        reply(REPLY_TOPIC, null, "{\"request_id\":\"r1\",\"n\":1}");
        assertThat(textOf(oldest)).isEqualTo("{\"request_id\":\"r1\",\"n\":1}");
        assertThat(youngest).isNotDone();

        reply(REPLY_TOPIC, null, "{\"request_id\":\"r1\",\"n\":2}");
        assertThat(textOf(youngest)).isEqualTo("{\"request_id\":\"r1\",\"n\":2}");
    }

    @Test
    void ofTwoRequestsWithOneIdTheOneOfTheRepliesTopicIsAnswered() throws Exception {
        CompletableFuture<byte[]> listing = requestReply.request(asked(Topics.POSTOS_REQUEST, "r1", bytes("1")));
        CompletableFuture<byte[]> reservation = requestReply.request(asked(TOPIC, "r1", bytes("2")));

        reply(REPLY_TOPIC, null, "{\"request_id\":\"r1\"}");

        assertThat(reservation).isCompleted();
        assertThat(listing).isNotDone();
    }

    @Test
    void aReplyOnAnotherTopicIsIgnored() throws Exception {
        CompletableFuture<byte[]> waiting = requestReply.request(asked(TOPIC, "r1", bytes("1")));

        reply("client/c1/postos/response", broker.correlation(0), "{\"request_id\":\"r1\"}");
        reply("client/c1/postos/response", null, "{\"request_id\":\"r1\"}");
        reply("client/c2/postos/reserva/response", broker.correlation(0), "{\"request_id\":\"r1\"}");

        assertThat(waiting).isNotDone();
        assertThat(requestReply.lateReplies()).isEqualTo(3);
    }

    @Test
    void anUnknownCorrelationIsNotTakenForTheRequestOfTheSameId() throws Exception {
        CompletableFuture<byte[]> waiting = requestReply.request(asked(TOPIC, "r1", bytes("1")));

        reply(REPLY_TOPIC, bytes("de outro"), "{\"request_id\":\"r1\"}");

        assertThat(waiting).isNotDone();
        assertThat(requestReply.lateReplies()).isEqualTo(1);
    }

    @Test
    void aReplyThatSaysNothingOfItsRequestIsIgnored() throws Exception {
        CompletableFuture<byte[]> waiting = requestReply.request(asked(TOPIC, "r1", bytes("1")));

        reply(REPLY_TOPIC, null, "{}");
        reply(REPLY_TOPIC, null, "");
        reply(REPLY_TOPIC, null, "lixo");

        assertThat(waiting).isNotDone();
        assertThat(requestReply.lateReplies()).isEqualTo(3);
    }

    @Test
    void aSecondReplyIsCountedAndOtherwiseIgnored() throws Exception {
        CompletableFuture<byte[]> waiting = requestReply.request(asked(TOPIC, "r1", bytes("1")));

        reply(REPLY_TOPIC, broker.correlation(0), "primeira");
        reply(REPLY_TOPIC, broker.correlation(0), "segunda");
        reply(REPLY_TOPIC, null, "{\"request_id\":\"r1\"}");

        assertThat(textOf(waiting)).isEqualTo("primeira");
        assertThat(requestReply.lateReplies()).isEqualTo(2);
    }

    @Test
    void aRequestEndsAtItsDeadline() throws Exception {
        RequestReply impatient = requestReply(Duration.ofMillis(20), LONG, 10);
        CompletableFuture<byte[]> waiting = impatient.request(asked(TOPIC, "r1", bytes("1")));

        awaitEnd(impatient, waiting);
        assertThatThrownBy(waiting::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TimeoutException.class);
        assertThat(impatient.timeouts()).isEqualTo(1);
        assertThat(impatient.inFlight()).isZero();
    }

    @Test
    void aReplyAfterTheDeadlineIsLate() throws Exception {
        RequestReply impatient = requestReply(Duration.ofMillis(20), LONG, 10);
        CompletableFuture<byte[]> waiting = impatient.request(asked(TOPIC, "r1", bytes("1")));
        awaitEnd(impatient, waiting);

        impatient.messageArrived(REPLY_TOPIC, message(broker.correlation(0), "tarde"));

        assertThat(impatient.lateReplies()).isEqualTo(1);
        assertThat(waiting).isCompletedExceptionally();
    }

    @Test
    void anAnsweredRequestIsNoTimeout() throws Exception {
        RequestReply impatient = requestReply(Duration.ofMillis(50), LONG, 10);
        CompletableFuture<byte[]> answered = impatient.request(asked(TOPIC, "r1", bytes("1")));
        impatient.messageArrived(REPLY_TOPIC, message(broker.correlation(0), "já"));
        CompletableFuture<byte[]> silent = impatient.request(asked(TOPIC, "r2", bytes("2")));

        awaitEnd(impatient, silent);

        assertThat(textOf(answered)).isEqualTo("já");
        assertThat(impatient.timeouts()).isEqualTo(1);
    }

    @Test
    void aSilentRequestIsRepeatedWithTheSameIdsAndAShorterLife() throws Exception {
        RequestReply repeating = requestReply(Duration.ofSeconds(10), Duration.ZERO, 10);
        CompletableFuture<byte[]> waiting = repeating.request(asked(TOPIC, "r1", bytes("pedido")));

        await().until(() -> {
            repeating.lookAfterWaiting();
            return broker.last().expiry() < broker.published.get(0).expiry();
        });

        Published first = broker.published.get(0);
        assertThat(broker.published).allSatisfy(copy -> {
            assertThat(copy.topic).isEqualTo(first.topic);
            assertThat(copy.message.getPayload()).isEqualTo(first.message.getPayload());
            assertThat(copy.message.getQos()).isEqualTo(1);
            assertThat(copy.correlation()).isEqualTo(first.correlation());
            assertThat(copy.message.getProperties().getResponseTopic()).isEqualTo(REPLY_TOPIC);
        });
        assertThat(repeating.repeats()).isEqualTo(broker.published.size() - 1);
        assertThat(waiting).isNotDone();
        assertThat(repeating.inFlight()).isEqualTo(1);
    }

    @Test
    void aRequestIsNotRepeatedBeforeItsSilenceHasLastedLongEnough() throws Exception {
        requestReply.request(asked(TOPIC, "r1", bytes("1")));

        requestReply.lookAfterWaiting();

        assertThat(broker.published).hasSize(1);
        assertThat(requestReply.repeats()).isZero();
    }

    @Test
    void aRequestThatIsAboutToEndIsNotRepeated() throws Exception {
        RequestReply lastSecond = requestReply(Duration.ofSeconds(1), Duration.ZERO, 10);
        lastSecond.request(asked(TOPIC, "r1", bytes("1")));

        lastSecond.lookAfterWaiting();

        assertThat(broker.published).hasSize(1);
    }

    @Test
    void anAnsweredRequestIsNotRepeated() throws Exception {
        RequestReply repeating = requestReply(LONG, Duration.ZERO, 10);
        repeating.request(asked(TOPIC, "r1", bytes("1")));
        repeating.messageArrived(REPLY_TOPIC, message(broker.correlation(0), "já"));

        repeating.lookAfterWaiting();

        assertThat(broker.published).hasSize(1);
    }

    @Test
    void aBrokerThatIsAwayDoesNotEndWhatCanStillBeRepeated() throws Exception {
        RequestReply repeating = requestReply(LONG, Duration.ZERO, 10);
        CompletableFuture<byte[]> first = repeating.request(asked(TOPIC, "r1", bytes("1")));
        CompletableFuture<byte[]> second = repeating.request(asked(TOPIC, "r2", bytes("2")));

        broker.away = true;
        repeating.lookAfterWaiting();
        assertThat(repeating.repeats()).isZero();
        broker.away = false;
        repeating.lookAfterWaiting();

        assertThat(repeating.repeats()).isEqualTo(2);
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
    }

    @Test
    void tooManyRequestsAreRefusedUntilOneIsAnswered() throws Exception {
        RequestReply two = requestReply(LONG, LONG, 2);
        two.request(asked(TOPIC, "r1", bytes("1")));
        two.request(asked(TOPIC, "r2", bytes("2")));

        assertThatThrownBy(() -> two.request(asked(TOPIC, "r3", bytes("3"))))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(broker.published).hasSize(2);

        two.messageArrived(REPLY_TOPIC, message(broker.correlation(0), "já"));
        assertThat(two.request(asked(TOPIC, "r3", bytes("3")))).isNotDone();
    }

    @Test
    void whatCouldNotBePublishedDoesNotWait() {
        broker.away = true;

        assertThatThrownBy(() -> requestReply.request(asked(TOPIC, "r1", bytes("1"))))
                .isInstanceOf(MqttException.class);
        assertThat(requestReply.inFlight()).isZero();
    }

    @Test
    void whatCouldNotBePublishedForAnyOtherReasonDoesNotWaitEither() {
        RequestReply broken = new RequestReply(
                (topic, message) -> {
                    throw new IllegalArgumentException("topic");
                },
                settings(LONG, LONG, 10));

        assertThatThrownBy(() -> broken.request(asked(TOPIC, "r1", bytes("1"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(broken.inFlight()).isZero();
    }

    /** It would not take it later either. */
    @Test
    void whatTheBrokerDoesNotTakeIsRefusedAtOnceAndNotWaitedFor() {
        RequestReply limited = new RequestReply(
                (topic, message) -> {
                    throw new MqttException(MqttClientException.REASON_CODE_OUTGOING_PACKET_TOO_LARGE);
                },
                settings(LONG, LONG, 10));

        assertThatThrownBy(() -> limited.request(asked(TOPIC, "r1", bytes("1"))))
                .isInstanceOf(MqttException.class);
        assertThat(limited.inFlight()).isZero();
    }

    @Test
    void whatTheBrokerHasNoRoomForYetIsPublishedAtTheNextTurn() throws Exception {
        List<String> published = new ArrayList<>();
        AtomicBoolean full = new AtomicBoolean(true);
        RequestReply patient = new RequestReply(
                (topic, message) -> {
                    if (full.get()) {
                        throw new MqttException(MqttClientException.REASON_CODE_MAX_INFLIGHT);
                    }
                    published.add(topic);
                },
                settings(LONG, LONG, 10));

        CompletableFuture<byte[]> waiting = patient.request(asked(TOPIC, "r1", bytes("1")));
        patient.lookAfterWaiting();
        full.set(false);
        patient.lookAfterWaiting();

        assertThat(published).containsExactly(TOPIC);
        assertThat(waiting).isNotDone();
        assertThat(patient.inFlight()).isOne();
    }

    @Test
    void whatGoesWrongWithOneDoesNotKeepTheOthersFromTheirEnd() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        RequestReply impatient = new RequestReply(
                (topic, message) -> {
                    if (broken.get()) {
                        throw new LinkageError("a fault");
                    }
                },
                settings(Duration.ofMillis(1_100), Duration.ZERO, 10));
        List<CompletableFuture<byte[]>> waiting = List.of(
                impatient.request(asked(TOPIC, "r1", bytes("1"))), impatient.request(asked(TOPIC, "r2", bytes("2"))));
        broken.set(true);

        impatient.lookAfterWaiting();

        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        waiting.forEach(request -> awaitEnd(impatient, request));
    }

    @Test
    void aReplyThatIsFasterThanThePublisherFindsItsRequest() throws Exception {
        RequestReply[] itself = new RequestReply[1];
        itself[0] = new RequestReply(
                (topic, message) -> itself[0].messageArrived(
                        REPLY_TOPIC, message(message.getProperties().getCorrelationData(), "já")),
                settings(LONG, LONG, 10));

        CompletableFuture<byte[]> waiting = itself[0].request(asked(TOPIC, "r1", bytes("1")));

        assertThat(textOf(waiting)).isEqualTo("já");
        assertThat(itself[0].inFlight()).isZero();
    }

    @Test
    void atTheEndEveryRequestThatWaitsIsAsUncertainAsAfterItsDeadline() throws Exception {
        CompletableFuture<byte[]> first = requestReply.request(asked(TOPIC, "r1", bytes("1")));
        CompletableFuture<byte[]> second = requestReply.request(asked(TOPIC, "r2", bytes("2")));

        requestReply.giveUp();

        assertThat(List.of(first, second))
                .allSatisfy(request -> assertThatThrownBy(request::get).cause().isInstanceOf(TimeoutException.class));
        assertThat(requestReply.inFlight()).isZero();
    }

    @Test
    void afterTheEndNothingIsPublishedAnyMore() throws Exception {
        requestReply.giveUp();

        assertThatThrownBy(() -> requestReply.request(asked(TOPIC, "r1", bytes("1"))))
                .isInstanceOfSatisfying(
                        MqttException.class,
                        closed -> assertThat(closed.getReasonCode())
                                .isEqualTo(MqttClientException.REASON_CODE_CLIENT_CLOSED));
        assertThat(broker.published).isEmpty();
        assertThat(requestReply.inFlight()).isZero();
    }

    @Test
    void ofTwoHundredForgedRepliesToARequestOnAnOwnTopicNoneIsBelieved() throws Exception {
        CompletableFuture<byte[]> waiting = requestReply.request(own("r1"));
        CompletableFuture<byte[]> atAnother = requestReply.request(
                new Request(OWN.replace("server1", "server2"), OWN_REPLY_2, "r1", bytes("2"), false, Map.of()));
        byte[] correlation = broker.correlation(0);

        for (int i = 0; i < 40; i++) {
            String forged = "{\"request_id\":\"r1\",\"status\":\"sucesso\",\"n\":%d}".formatted(i);
            // where it is awaited, by who does not know with what
            reply(OWN_REPLY, null, forged);
            reply(OWN_REPLY, bytes("x-" + i), forged);
            // by who knows, but is another server, or speaks to another client, or on the shared topics
            reply(OWN_REPLY_2, correlation, forged);
            reply("clients/c2/respostas/server1/reservar", correlation, forged);
            reply(REPLY_TOPIC, correlation, forged);
        }

        assertThat(waiting).isNotDone();
        assertThat(atAnother).isNotDone();
        assertThat(requestReply.unbelievedReplies()).isEqualTo(200);
        reply(OWN_REPLY, correlation, "verdade");
        assertThat(textOf(waiting)).isEqualTo("verdade");
    }

    @Test
    void aRequestOnAnOwnTopicNamesItsReplyTopic() throws Exception {
        requestReply.request(own("r1"));

        assertThat(broker.published.get(0).topic).isEqualTo(OWN);
        assertThat(broker.published.get(0).message.getProperties().getResponseTopic())
                .isEqualTo(OWN_REPLY);
    }

    @Test
    void aSecondReplyOnAnOwnTopicIsLateAndNotForged() throws Exception {
        CompletableFuture<byte[]> first = requestReply.request(own("r1"));
        requestReply.request(own("r2"));

        reply(OWN_REPLY, broker.correlation(0), "primeira");
        reply(OWN_REPLY, broker.correlation(0), "segunda");

        assertThat(textOf(first)).isEqualTo("primeira");
        assertThat(requestReply.lateReplies()).isEqualTo(1);
        assertThat(requestReply.unbelievedReplies()).isZero();
    }

    private static Request own(String id) {
        return new Request(OWN, OWN_REPLY, id, bytes("1"), false, Map.of());
    }

    private static Request asked(String topic, String id, byte[] body) {
        return new Request(topic, null, id, body, false, Map.of());
    }

    private static void awaitEnd(RequestReply requests, CompletableFuture<?> request) {
        await().until(() -> {
            requests.lookAfterWaiting();
            return request.isDone();
        });
    }

    private RequestReply requestReply(Duration timeout, Duration repeatInterval, int maxInFlight) {
        return new RequestReply(broker, settings(timeout, repeatInterval, maxInFlight));
    }

    private static MqttRequestSettings settings(Duration timeout, Duration repeatInterval, int maxInFlight) {
        return new MqttRequestSettings(
                "pedidos",
                Topics.repliesOf("c1"),
                topic -> Topics.replyTo(topic, "c1"),
                reply -> Envelope.read(reply).requestId(),
                timeout,
                repeatInterval,
                maxInFlight);
    }

    private void reply(String topic, byte[] correlation, String body) {
        requestReply.messageArrived(topic, message(correlation, body));
    }

    private static MqttMessage message(byte[] correlation, String body) {
        MqttProperties properties = new MqttProperties();
        if (correlation != null) {
            properties.setCorrelationData(correlation);
        }
        return new MqttMessage(bytes(body), 1, false, properties);
    }

    /** Of a reply that has arrived. */
    private static String textOf(CompletableFuture<byte[]> reply) {
        assertThat(reply).isCompleted();
        return new String(reply.join(), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private record Published(String topic, MqttMessage message) {

        byte[] correlation() {
            return message.getProperties().getCorrelationData();
        }

        long expiry() {
            return message.getProperties().getMessageExpiryInterval();
        }
    }

    /** Keeps what is published, unless it is away. */
    private static final class FakeBroker implements RequestReply.Publisher {

        private final List<Published> published = new CopyOnWriteArrayList<>();
        private boolean away;

        @Override
        public void publish(String topic, MqttMessage message) throws MqttException {
            if (away) {
                throw new MqttException(MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED);
            }
            published.add(new Published(topic, message));
        }

        byte[] correlation(int index) {
            return published.get(index).correlation();
        }

        Published last() {
            return published.get(published.size() - 1);
        }
    }
}
