package br.com.recarga.platform.mqttrequest;

import static br.com.recarga.platform.mqttrequest.MqttRequestComponent.mqttRequest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.recarga.broker.EmbeddedBroker;
import br.com.recarga.contract.Envelope;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.platform.mqtt.MqttSettings;
import br.com.recarga.platform.mqtt.Peer;
import br.com.recarga.testkit.FreePorts;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.NoSuchHeaderException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MqttRequestComponentTest {

    private static final String TOPIC = Topics.POSTOS_RESERVA;
    private static final String REPLY_TOPIC = "client/c1/postos/reserva/response";
    private static final Duration LONG = Duration.ofSeconds(50);

    private final int port = FreePorts.find(1).get(0);
    private final CamelContext context = new DefaultCamelContext();
    private final MqttConnections connections = new MqttConnections(new MqttSettings(
            "tcp://127.0.0.1:" + port,
            "c1",
            "",
            "",
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofMillis(50)));
    private EmbeddedBroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = EmbeddedBroker.start(Set.of(port));
    }

    @AfterEach
    void stopAll() throws Exception {
        context.stop();
        connections.close();
        broker.close();
    }

    @Test
    void theReplyComesBackAsTheBody() throws Exception {
        start(LONG, LONG);
        try (Peer server = Peer.connect(port)) {
            server.on(TOPIC, request -> server.reply(request, "resposta a " + Peer.text(request)));

            Exchange exchange = request("r1", "pedido").get(10, TimeUnit.SECONDS);

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody()).isEqualTo("resposta a pedido".getBytes(UTF_8));
        }
    }

    @Test
    void aRouteWaitsForTheReplyInTheMiddle() throws Exception {
        start(LONG, LONG);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:reservar")
                        .setHeader(MqttRequestComponent.REQUEST_ID, simple("${body}"))
                        .to(ExchangePattern.InOut, mqttRequest(TOPIC))
                        .convertBodyTo(String.class)
                        .transform(body().append("!"));
            }
        });
        try (Peer server = Peer.connect(port)) {
            server.on(TOPIC, request -> server.reply(request, "feito"));

            assertThat(context.createProducerTemplate().requestBody("direct:reservar", "r1"))
                    .isEqualTo("feito!");
        }
    }

    @Test
    void whatARequestBringsAlongReachesItsServer() throws Exception {
        start(LONG, LONG);
        try (Peer server = Peer.connect(port)) {
            server.on(
                    TOPIC,
                    request -> server.reply(
                            request, request.getUserProperties().asList().toString()));

            Exchange exchange = context.createProducerTemplate()
                    .asyncSend(mqttRequest(TOPIC), asked -> {
                        asked.setPattern(ExchangePattern.InOut);
                        asked.getMessage().setHeader(MqttRequestComponent.REQUEST_ID, "r1");
                        asked.setProperty(MqttRequestComponent.USER_PROPERTIES, Map.of("traceparent", "00-1-2-01"));
                        // as a caller over HTTP might send it
                        asked.getMessage().setHeader(MqttRequestComponent.USER_PROPERTIES, "x");
                        asked.getMessage().setBody("pedido".getBytes(UTF_8));
                    })
                    .get(10, TimeUnit.SECONDS);

            assertThat(exchange.getMessage().getBody(String.class)).contains("traceparent", "00-1-2-01");
        }
    }

    @Test
    void fiveHundredRequestsAtOnceAreNotCrossed() throws Exception {
        int requests = 500;
        start(LONG, LONG);
        List<Mqtt5Publish> arrived = Collections.synchronizedList(new ArrayList<>());
        try (Peer server = Peer.connect(port)) {
            server.on(TOPIC, request -> {
                arrived.add(request);
                // all of them wait at once, and are answered in another order than they came
                if (arrived.size() == requests) {
                    Collections.shuffle(arrived, new Random(20261122));
                    arrived.forEach(one -> server.reply(one, "resposta a " + Peer.text(one)));
                }
            });

            List<CompletableFuture<Exchange>> exchanges = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                exchanges.add(request("mesmo-id", "pedido " + i));
            }

            for (int i = 0; i < requests; i++) {
                Exchange exchange = exchanges.get(i).get(20, TimeUnit.SECONDS);
                assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("resposta a pedido " + i);
            }
        }
        assertThat(endpoint().getInFlight()).isZero();
        assertThat(endpoint().getLateReplies()).isZero();
    }

    @Test
    void aPeerThatMissedTheFirstCopyAnswersTheRepetition() throws Exception {
        start(LONG, Duration.ofMillis(200));
        List<Mqtt5Publish> copies = new CopyOnWriteArrayList<>();
        try (Peer server = Peer.connect(port)) {
            server.on(TOPIC, request -> {
                copies.add(request);
                if (copies.size() == 2) {
                    server.reply(request, "na segunda");
                }
            });

            Exchange exchange = request("r1", "pedido").get(20, TimeUnit.SECONDS);

            assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("na segunda");
            Mqtt5Publish first = copies.get(0);
            Mqtt5Publish second = copies.get(1);
            assertThat(second.getPayloadAsBytes()).isEqualTo(first.getPayloadAsBytes());
            assertThat(second.getCorrelationData()).isEqualTo(first.getCorrelationData());
            assertThat(second.getResponseTopic()).isEqualTo(first.getResponseTopic());
            assertThat(second.getMessageExpiryInterval().getAsLong())
                    .isPositive()
                    .isLessThanOrEqualTo(first.getMessageExpiryInterval().getAsLong());
            assertThat(endpoint().getRepeats()).isPositive();
        }
    }

    @Test
    void aPeerThatAnswersBothCopiesIsHeardOnce() throws Exception {
        start(LONG, Duration.ofMillis(200));
        List<Mqtt5Publish> copies = new CopyOnWriteArrayList<>();
        try (Peer server = Peer.connect(port)) {
            server.on(TOPIC, request -> {
                copies.add(request);
                if (copies.size() == 2) {
                    copies.forEach(copy -> server.reply(copy, "resposta"));
                }
            });

            Exchange exchange = request("r1", "pedido").get(20, TimeUnit.SECONDS);

            assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("resposta");
            await().until(() -> endpoint().getLateReplies() == 1);
        }
    }

    @Test
    void aPeerInMqtt311IsUnderstoodByTheIdInItsReply() throws Exception {
        start(LONG, LONG);
        Mqtt3AsyncClient old = Mqtt3Client.builder()
                .identifier("antigo")
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildAsync();
        old.connect().get(10, TimeUnit.SECONDS);
        old.subscribeWith()
                .topicFilter(TOPIC)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(request -> old.publishWith()
                        .topic(REPLY_TOPIC)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(request.getPayloadAsBytes())
                        .send())
                .send()
                .get(10, TimeUnit.SECONDS);

        String first = "{\"client_id\":\"c1\",\"request_id\":\"r1\",\"n\":1}";
        String second = "{\"client_id\":\"c1\",\"request_id\":\"r2\",\"n\":2}";
        CompletableFuture<Exchange> one = request("r1", first);
        CompletableFuture<Exchange> other = request("r2", second);

        assertThat(one.get(10, TimeUnit.SECONDS).getMessage().getBody(String.class))
                .isEqualTo(first);
        assertThat(other.get(10, TimeUnit.SECONDS).getMessage().getBody(String.class))
                .isEqualTo(second);
        old.disconnect();
    }

    @Test
    void aDeadlineThatPassesIsCamelsTimeout() throws Exception {
        start(Duration.ofSeconds(1), LONG);

        Exchange exchange = request("r1", "ninguém ouve").get(10, TimeUnit.SECONDS);

        assertThat(exchange.getException()).isInstanceOf(ExchangeTimedOutException.class);
        assertThat(endpoint().getTimeouts()).isEqualTo(1);
        assertThat(endpoint().getInFlight()).isZero();
    }

    @Test
    void aRequestThatOutlivesItsBrokerIsRepeatedAndAnswered() throws Exception {
        start(LONG, Duration.ofMillis(200));
        CompletableFuture<Exchange> waiting = request("r1", "pedido");
        broker.close();
        await().until(() -> !connections.allSubscribed());

        broker = EmbeddedBroker.start(Set.of(port));
        try (Peer server = Peer.connect(port)) {
            server.on(TOPIC, request -> server.reply(request, "depois de tudo"));

            assertThat(waiting.get(20, TimeUnit.SECONDS).getMessage().getBody(String.class))
                    .isEqualTo("depois de tudo");
        }
    }

    @Test
    void whileTheBrokerIsAwayARequestFailsAtOnce() throws Exception {
        start(LONG, LONG);
        broker.close();
        await().until(() -> !connections.allSubscribed());

        Exchange exchange = exchange("r1", "pedido");
        boolean done = producer().process(exchange, sync -> {});

        assertThat(done).isTrue();
        assertThat(exchange.getException()).isInstanceOf(MqttException.class);
        assertThat(endpoint().getInFlight()).isZero();
    }

    @Test
    void aBrokerThatIsAwayAtTheStartIsWaitedFor() throws Exception {
        broker.close();
        context.addComponent(MqttRequestComponent.SCHEME, new MqttRequestComponent(connections, settings(LONG, LONG)));
        context.start();
        assertThat(context.getStatus().isStarted()).isTrue();

        broker = EmbeddedBroker.start(Set.of(port));
        await().until(connections::allSubscribed);

        try (Peer server = Peer.connect(port)) {
            server.on(TOPIC, request -> server.reply(request, "feito"));
            assertThat(request("r1", "pedido").get(10, TimeUnit.SECONDS).getException())
                    .isNull();
        }
    }

    @Test
    void tooManyRequestsAreRefusedAtOnce() throws Exception {
        start(LONG, LONG);
        List<CompletableFuture<Exchange>> waiting = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            waiting.add(request("r" + i, "pedido"));
        }

        CompletableFuture<Exchange> oneTooMany = request("r1000", "pedido");

        assertThat(oneTooMany).isCompleted();
        assertThat(oneTooMany.join().getException()).isInstanceOf(RejectedExecutionException.class);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void aRequestWithoutAnIdIsRefusedAndHarmsNobody() throws Exception {
        start(LONG, LONG);

        Exchange exchange = request(null, "pedido").get(10, TimeUnit.SECONDS);

        assertThat(exchange.getException()).isInstanceOf(NoSuchHeaderException.class);
        assertThat(endpoint().getInFlight()).isZero();
    }

    @Test
    void whoeverTakesLongWithHisReplyHoldsUpNobodyElse() throws Exception {
        start(LONG, LONG);
        CountDownLatch othersAreServed = new CountDownLatch(1);
        CompletableFuture<Boolean> slow = new CompletableFuture<>();
        try (Peer server = Peer.connect(port)) {
            server.on(TOPIC, request -> server.reply(request, "resposta"));
            producer().process(exchange("r1", "pedido"), sync -> {
                try {
                    slow.complete(othersAreServed.await(20, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    slow.completeExceptionally(e);
                }
            });

            assertThat(request("r2", "pedido").get(10, TimeUnit.SECONDS).getException())
                    .isNull();

            othersAreServed.countDown();
            assertThat(slow.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void howeverManyTakeLongWithTheirRepliesTheNextOneIsHeard() throws Exception {
        start(LONG, LONG);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Peer server = Peer.connect(port)) {
            server.on(TOPIC, request -> server.reply(request, "resposta"));
            for (int i = 0; i < 40; i++) {
                producer().process(exchange("r" + i, "pedido"), sync -> {
                    try {
                        goOn.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }

            await().until(() -> endpoint().getInFlight() == 0);
        } finally {
            goOn.countDown();
        }
    }

    @Test
    void whoWaitsWhenTheContextStopsIsToldAtOnceThatNothingIsCertain() throws Exception {
        start(LONG, LONG);
        List<CompletableFuture<Exchange>> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            waiting.add(request("r" + i, "pedido"));
        }

        context.stop();

        for (CompletableFuture<Exchange> one : waiting) {
            assertThat(one.get(10, TimeUnit.SECONDS).getException()).isInstanceOf(ExchangeTimedOutException.class);
        }
    }

    @Test
    void aRouteThatWaitsIsToldWhenItsGraceIsOver() throws Exception {
        start(LONG, LONG);
        context.getShutdownStrategy().setTimeout(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:reservar").to(ExchangePattern.InOut, mqttRequest(TOPIC));
            }
        });
        CompletableFuture<Exchange> waiting = context.createProducerTemplate()
                .asyncSend("direct:reservar", exchange -> {
                    exchange.getMessage().setHeader(MqttRequestComponent.REQUEST_ID, "r1");
                    exchange.getMessage().setBody("pedido");
                });
        await().until(() -> endpoint().getInFlight() == 1);

        context.stop();

        assertThat(waiting.get(10, TimeUnit.SECONDS).getException()).isInstanceOf(ExchangeTimedOutException.class);
    }

    @Test
    void whoAsksAfterTheStopIsToldAtOnce() throws Exception {
        start(LONG, LONG);
        AsyncProducer producer = producer();
        context.getComponent(MqttRequestComponent.SCHEME).stop();

        Exchange exchange = exchange("r1", "pedido");

        assertThat(producer.process(exchange, sync -> {})).isTrue();
        assertThat(exchange.getException()).isInstanceOf(MqttException.class);
    }

    @Test
    void aComponentThatIsStartedAgainWorksAgain() throws Exception {
        start(LONG, LONG);
        context.getComponent(MqttRequestComponent.SCHEME).stop();
        context.getComponent(MqttRequestComponent.SCHEME).start();
        await().until(connections::allSubscribed);

        try (Peer server = Peer.connect(port)) {
            server.on(TOPIC, request -> server.reply(request, "feito"));
            assertThat(request("r1", "pedido").get(10, TimeUnit.SECONDS).getException())
                    .isNull();
        }
    }

    @Test
    void theCountsCanBeSeenFromOutside() throws Exception {
        start(LONG, LONG);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:reservar").to(ExchangePattern.InOut, mqttRequest(TOPIC));
            }
        });
        request("r1", "ninguém ouve");
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> names = beans.queryNames(
                new ObjectName("org.apache.camel:context=" + context.getManagementName()
                        + ",type=endpoints,name=\"mqtt-request:*\""),
                null);

        assertThat(names).hasSize(1);
        ObjectName name = names.iterator().next();
        assertThat(beans.getAttribute(name, "Topic")).isEqualTo(TOPIC);
        assertThat(beans.getAttribute(name, "InFlight")).isEqualTo(1);
        assertThat(beans.getAttribute(name, "Repeats")).isEqualTo(0L);
        assertThat(beans.getAttribute(name, "Timeouts")).isEqualTo(0L);
        assertThat(beans.getAttribute(name, "LateReplies")).isEqualTo(0L);
    }

    @Test
    void itOnlySendsRequests() throws Exception {
        start(LONG, LONG);

        assertThatThrownBy(() -> endpoint().createConsumer(exchange -> {}))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("paho-mqtt5");
    }

    private void start(Duration timeout, Duration repeatInterval) throws Exception {
        context.addComponent(
                MqttRequestComponent.SCHEME, new MqttRequestComponent(connections, settings(timeout, repeatInterval)));
        context.start();
        await().until(connections::allSubscribed);
    }

    private static MqttRequestSettings settings(Duration timeout, Duration repeatInterval) {
        return new MqttRequestSettings(
                "pedidos",
                Topics.repliesOf("c1"),
                topic -> Topics.replyTo(topic, "c1"),
                reply -> Envelope.read(reply).requestId(),
                timeout,
                repeatInterval,
                1000);
    }

    private MqttRequestEndpoint endpoint() {
        return context.getEndpoint(mqttRequest(TOPIC), MqttRequestEndpoint.class);
    }

    private AsyncProducer producer() throws Exception {
        Endpoint endpoint = endpoint();
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        return producer;
    }

    private Exchange exchange(String requestId, String body) {
        Exchange exchange = endpoint().createExchange(ExchangePattern.InOut);
        exchange.getMessage().setHeader(MqttRequestComponent.REQUEST_ID, requestId);
        exchange.getMessage().setBody(body);
        return exchange;
    }

    private CompletableFuture<Exchange> request(String requestId, String body) throws Exception {
        CompletableFuture<Exchange> done = new CompletableFuture<>();
        Exchange exchange = exchange(requestId, body);
        producer().process(exchange, sync -> done.complete(exchange));
        return done;
    }
}
