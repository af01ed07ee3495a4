package br.com.recarga.platform.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.broker.EmbeddedBroker;
import br.com.recarga.testkit.FreePorts;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class ConnectedPahoMqtt5ComponentTest {

    private static final String PRESENCE = "servers/s1/status";
    private static final String REQUESTS = "server/+/+";
    private static final String REQUEST = "server/postos/reserva";
    private static final String ECHO = "client/teste/eco";
    private static final String ROUTE = "pedidos";

    private final int port = FreePorts.find(1).get(0);
    private final CamelContext context = new DefaultCamelContext();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private EmbeddedBroker broker;
    private MqttConnections connections;

    @BeforeEach
    void startBroker() throws Exception {
        broker = EmbeddedBroker.start(Set.of(port));
    }

    @AfterEach
    void stopAll() throws Exception {
        context.stop();
        if (connections != null) {
            connections.close();
        }
        broker.close();
    }

    @Test
    void aRouteHearsWhatIsPublished() throws Exception {
        startConsumer(port);
        await().until(connections::allSubscribed);

        publish(REQUEST, "pedido");

        await().untilAsserted(() -> assertThat(heard).containsExactly("pedido"));
    }

    @Test
    void aRouteHearsAgainAfterTheBrokerWasRestarted() throws Exception {
        startConsumer(port);
        await().until(connections::allSubscribed);

        broker.close();
        await().until(() -> !connections.allSubscribed());
        broker = EmbeddedBroker.start(Set.of(port));

        await().until(connections::allSubscribed);
        publish(REQUEST, "depois");
        await().untilAsserted(() -> assertThat(heard).containsExactly("depois"));
    }

    @Test
    void aRouteHearsAgainAfterEveryOneOfManyCuts() throws Exception {
        try (Wire wire = new Wire(port)) {
            startConsumer(wire.port());
            for (int i = 0; i < 5; i++) {
                await().until(connections::allSubscribed);
                publish(REQUEST, "pedido " + i);
                int count = i + 1;
                await().untilAsserted(() -> assertThat(heard).hasSize(count));
                wire.cut();
                await().until(() -> !connections.allSubscribed() || wire.accepted() > count);
            }
            assertThat(heard).containsExactly("pedido 0", "pedido 1", "pedido 2", "pedido 3", "pedido 4");
        }
    }

    @Test
    void aBrokerThatIsAwayAtTheStartIsWaitedFor() throws Exception {
        broker.close();

        startConsumer(port);

        assertThat(context.getStatus()).isEqualTo(ServiceStatus.Started);
        assertThat(context.getRouteController().getRouteStatus(ROUTE)).isEqualTo(ServiceStatus.Started);
        assertThat(connections.allSubscribed()).isFalse();
        broker = EmbeddedBroker.start(Set.of(port));
        await().until(connections::allSubscribed);
        publish(REQUEST, "enfim");
        await().untilAsserted(() -> assertThat(heard).containsExactly("enfim"));
    }

    @Test
    void aBrokerThatAcceptsAConnectionAndSaysNothingIsGivenUp() throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.leadNowhere(true);
            startConsumer(wire.port());
            await().until(() -> wire.accepted() > 0);

            wire.leadNowhere(false);

            await().until(connections::allSubscribed);
            publish(REQUEST, "enfim");
            await().untilAsserted(() -> assertThat(heard).containsExactly("enfim"));
        }
    }

    @Test
    void aConnectionThatCameAfterFailedAttemptsStays() throws Exception {
        broker.close();
        startConsumer(port);
        Duration longEnoughToFail = Duration.ofMillis(500);
        await().during(longEnoughToFail).until(() -> !connections.allSubscribed());

        broker = EmbeddedBroker.start(Set.of(port));
        await().until(connections::allSubscribed);

        Duration longerThanAnAttemptMayTake = Duration.ofSeconds(3);
        await().during(longerThanAnAttemptMayTake).until(connections::allSubscribed);
    }

    @Test
    void aSubscriptionThatTheBrokerRefusesIsAskedForUntilItAgrees() throws Exception {
        try (RefusingBroker refusing = new RefusingBroker(2)) {
            startConsumer(refusing.port());

            await().until(connections::allSubscribed);

            assertThat(refusing.subscriptions()).isEqualTo(3);
        }
    }

    @Test
    void twoRoutesHearEachItsOwn() throws Exception {
        List<String> other = new CopyOnWriteArrayList<>();
        startConsumer(port);
        addRoute("presenca", "paho-mqtt5:" + "servers/+/status" + "?clientId=presenca&qos=1", other);
        await().until(connections::allSubscribed);
        await().untilAsserted(() -> assertThat(other).containsOnly("online"));

        publish(REQUEST, "pedido");

        await().untilAsserted(() -> assertThat(heard).containsExactly("pedido"));
        assertThat(other).containsOnly("online");
    }

    @Test
    void aRouteThatNamesSeveralFiltersHearsEachOfThemOverOneConnection() throws Exception {
        try (Wire wire = new Wire(port)) {
            startConsumerOf("carros/+/status,pontos/+/disponibilidade", wire.port());
            await().until(connections::allSubscribed);

            publish("carros/ABC1234/status", "carro");
            await().untilAsserted(() -> assertThat(heard).containsExactly("carro"));
            publish("carros/ABC1234/bateria", "não pedido");
            publish("pontos/5/disponibilidade", "ponto");

            await().untilAsserted(() -> assertThat(heard).containsExactly("carro", "ponto"));
            assertThat(wire.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aRouteThatNamesSeveralFiltersHearsEachOfThemAgainAfterTheBrokerWasRestarted() throws Exception {
        startConsumerOf("carros/+/status,pontos/+/disponibilidade", port);
        await().until(connections::allSubscribed);

        broker.close();
        await().until(() -> !connections.allSubscribed());
        broker = EmbeddedBroker.start(Set.of(port));

        await().until(connections::allSubscribed);
        publish("carros/ABC1234/status", "carro");
        publish("pontos/5/disponibilidade", "ponto");
        await().untilAsserted(() -> assertThat(heard).containsExactlyInAnyOrder("carro", "ponto"));
    }

    @Test
    void aRouteThatNamesSeveralFiltersCanBeStoppedAndStartedAgain() throws Exception {
        startConsumerOf("carros/+/status,pontos/+/disponibilidade", port);
        await().until(connections::allSubscribed);

        context.getRouteController().stopRoute(ROUTE);
        assertThat(connections.allSubscribed()).isFalse();
        context.getRouteController().startRoute(ROUTE);

        await().until(connections::allSubscribed);
        publish("carros/ABC1234/status", "carro");
        publish("pontos/5/disponibilidade", "ponto");
        await().untilAsserted(() -> assertThat(heard).containsExactlyInAnyOrder("carro", "ponto"));
    }

    @Test
    void whoIsSubscribedSaysSoAndItIsRetained() throws Exception {
        startConsumer(port);
        await().until(connections::allSubscribed);

        assertThat(retained(PRESENCE)).isEqualTo("online");
    }

    @Test
    void whoIsSubscribedSaysSoOnceMoreForThoseWhoSubscribedAtThatVeryMoment() throws Exception {
        try (Peer observer = Peer.connect(port)) {
            List<String> presence = observer.hear(PRESENCE);
            startConsumer(port);

            await().untilAsserted(() -> assertThat(presence).containsExactly("online", "online"));
        }
    }

    @Test
    void whoClosesSaysSoAndItIsRetained() throws Exception {
        startConsumer(port);
        await().until(connections::allSubscribed);

        context.stop();

        assertThat(retained(PRESENCE)).isEqualTo("offline");
    }

    @Test
    void whoIsCutOffIsSaidToBeSoByItsLastWill() throws Exception {
        try (Wire wire = new Wire(port);
                Peer observer = Peer.connect(port)) {
            List<String> presence = observer.hear(PRESENCE);
            startConsumer(wire.port());
            await().untilAsserted(() -> assertThat(changes(presence)).containsExactly("online"));

            wire.leadNowhere(true);
            wire.cut();

            await().untilAsserted(() -> assertThat(changes(presence)).containsExactly("online", "offline"));
            assertThat(retained(PRESENCE)).isEqualTo("offline");
            assertThat(connections.allSubscribed()).isFalse();
        }
    }

    @Test
    void whoIsBackAfterACutSaysSo() throws Exception {
        try (Wire wire = new Wire(port);
                Peer observer = Peer.connect(port)) {
            List<String> presence = observer.hear(PRESENCE);
            startConsumer(wire.port());
            await().untilAsserted(() -> assertThat(changes(presence)).containsExactly("online"));

            wire.cut();

            await().untilAsserted(() -> assertThat(changes(presence)).containsExactly("online", "offline", "online"));
        }
    }

    @Test
    void aBrokerThatForgotWhatItRetainedIsToldAgain() throws Exception {
        startConsumer(port);
        await().until(connections::allSubscribed);

        broker.close();
        broker = EmbeddedBroker.start(Set.of(port));
        await().until(connections::allSubscribed);

        assertThat(retained(PRESENCE)).isEqualTo("online");
    }

    @Test
    void aRouteThatIsStoppedHearsNothingAndSaysSo() throws Exception {
        startConsumer(port);
        await().until(connections::allSubscribed);

        context.getRouteController().stopRoute(ROUTE);
        publish(REQUEST, "ninguém ouve");

        assertThat(retained(PRESENCE)).isEqualTo("offline");
        assertThat(connections.allSubscribed()).isFalse();
        assertThat(heard).isEmpty();
    }

    @Test
    void aRouteThatIsStartedAgainHearsAndComesBackAsBefore() throws Exception {
        startConsumer(port);
        await().until(connections::allSubscribed);
        context.getRouteController().stopRoute(ROUTE);

        context.getRouteController().startRoute(ROUTE);
        await().until(connections::allSubscribed);
        publish(REQUEST, "um");
        await().untilAsserted(() -> assertThat(heard).containsExactly("um"));
        assertThat(retained(PRESENCE)).isEqualTo("online");

        broker.close();
        await().until(() -> !connections.allSubscribed());
        broker = EmbeddedBroker.start(Set.of(port));
        await().until(connections::allSubscribed);
        publish(REQUEST, "dois");
        await().untilAsserted(() -> assertThat(heard).containsExactly("um", "dois"));
    }

    @Test
    void aRouteThatStopsIsNotToldWhatStillArrives() throws Exception {
        String requestsAndPresence = REQUESTS + "," + PRESENCE;
        List<Throwable> failures = failuresOfExchanges();
        create(port, requestsAndPresence);
        addRoute("ouvir", "direct:ouvir", heard);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // its own "offline" comes back to it while it closes
                from("paho-mqtt5:" + requestsAndPresence + "?clientId=pedidos&qos=1")
                        .routeId(ROUTE)
                        .errorHandler(noErrorHandler())
                        .to("direct:ouvir");
            }
        });
        context.start();
        await().until(() -> heard.contains("online"));

        context.stop();

        assertThat(retained(PRESENCE)).isEqualTo("offline");
        assertThat(failures).isEmpty();
        assertThat(heard).doesNotContain("offline");
    }

    @Test
    void whatARouteHasHeardBeforeItStopsGoesOnToItsEnd() throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        create(port);
        addRoute("ouvir", "direct:ouvir", heard);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("paho-mqtt5:" + REQUESTS + "?clientId=pedidos&qos=1")
                        .routeId(ROUTE)
                        .threads(1)
                        .process(exchange -> {
                            begun.complete(null);
                            goOn.get(10, TimeUnit.SECONDS);
                        })
                        .to("direct:ouvir");
            }
        });
        context.start();
        await().until(connections::allSubscribed);
        publish(REQUEST, "pedido");
        begun.get(10, TimeUnit.SECONDS);

        try (Peer observer = Peer.connect(port)) {
            List<String> presence = observer.hear(PRESENCE);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(context::stop);
            await().until(() -> presence.contains("offline"));
            goOn.complete(null);
            stopped.get(10, TimeUnit.SECONDS);
        }

        assertThat(heard).containsExactly("pedido");
    }

    @Test
    void aRouteThatIsSuspendedIsOfflineUntilItIsResumed() throws Exception {
        startConsumer(port);
        await().until(connections::allSubscribed);

        context.getRouteController().suspendRoute(ROUTE);
        assertThat(retained(PRESENCE)).isEqualTo("offline");
        assertThat(connections.allSubscribed()).isFalse();
        context.getRouteController().resumeRoute(ROUTE);

        await().until(connections::allSubscribed);
        publish(REQUEST, "pedido");
        await().untilAsserted(() -> assertThat(heard).containsExactly("pedido"));
    }

    @Test
    void healthIsOutOfServiceWheneverTheRouteIsDeaf() throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.leadNowhere(true);
            startConsumer(wire.port());
            MqttHealthIndicator health = new MqttHealthIndicator(connections);
            await().until(() -> wire.accepted() > 0);
            assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

            wire.leadNowhere(false);
            wire.cut();
            await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));

            wire.leadNowhere(true);
            wire.cut();
            await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE));
        }
    }

    @Test
    void healthIsOutOfServiceWithoutAnyConnection() {
        connections = new MqttConnections(settings(port));

        assertThat(new MqttHealthIndicator(connections).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void aRouteMayAnswerOnTheVeryThreadThatHears() throws Exception {
        int requests = 1000;
        create(port);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("paho-mqtt5:" + REQUESTS + "?clientId=pedidos&qos=1")
                        .routeId(ROUTE)
                        .removeHeaders("*")
                        .setHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC, constant("client/c1/response"))
                        .to("paho-mqtt5:client?qos=1");
            }
        });
        context.start();
        await().until(connections::allSubscribed);

        try (Peer peer = Peer.connect(port)) {
            List<String> replies = peer.hear("client/c1/response");
            for (int i = 0; i < requests; i++) {
                peer.publish(REQUEST, "pedido " + i);
            }

            await().untilAsserted(() -> assertThat(replies).hasSize(requests));
            assertThat(replies)
                    .containsExactlyElementsOf(IntStream.range(0, requests)
                            .mapToObj(i -> "pedido " + i)
                            .toList());
        }
    }

    @Test
    void aRouteThatPublishesFailsWhileTheBrokerIsAwayAndGoesOnWhenItIsBack() throws Exception {
        broker.close();
        create(port);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:publicar").to("paho-mqtt5:" + REQUEST + "?qos=1");
            }
        });
        context.start();

        assertThat(publishByRoute("cedo demais").getException()).isInstanceOf(MqttException.class);

        broker = EmbeddedBroker.start(Set.of(port));
        try (Peer peer = Peer.connect(port)) {
            List<String> published = peer.hear(REQUEST);
            await().until(() -> publishByRoute("de volta").getException() == null);
            await().untilAsserted(() -> assertThat(published).containsExactly("de volta"));
        }
    }

    @Test
    void aRouteThatPublishesWaitsForNoAcknowledgement() throws Exception {
        try (RefusingBroker silent = new RefusingBroker(0)) {
            create(silent.port());
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:publicar").to("paho-mqtt5:" + REQUEST + "?qos=1");
                }
            });
            context.start();

            await().until(() -> publishByRoute("x").getException() == null);
        }
    }

    @Test
    void allRoutesThatPublishShareOneConnection() throws Exception {
        try (Wire wire = new Wire(port)) {
            create(wire.port());
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:publicar").to("paho-mqtt5:a?qos=1").to("paho-mqtt5:b?qos=1");
                }
            });
            context.start();

            await().until(() -> publishByRoute("x").getException() == null);

            assertThat(wire.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionKnowsWhenItHasHeardAllThatWasRetained() throws Exception {
        publishRetained(50);

        startConsumerWithEcho(port);
        assertThat(connections.isBehind(ROUTE)).isTrue();
        assertThat(connections.anyMissing()).isTrue();
        await().until(() -> !connections.isBehind(ROUTE));

        assertThat(heard).hasSize(50);
        assertThat(connections.anyMissing()).isFalse();
    }

    @Test
    void afterAReconnectItKnowsItAgain() throws Exception {
        try (Wire wire = new Wire(port)) {
            startConsumerWithEcho(wire.port());
            await().until(() -> !connections.isBehind(ROUTE));
            wire.cut();
            await().until(() -> connections.isBehind(ROUTE));
            publishRetained(50);

            await().until(() -> !connections.isBehind(ROUTE));

            assertThat(heard).hasSizeGreaterThanOrEqualTo(50);
        }
    }

    @Test
    void aConnectionWhoseEchoTheBrokerRefusesIsSubscribedAndGoesOnAfterAWhile() throws Exception {
        try (RefusingBroker refusing = new RefusingBroker(ECHO)) {
            startConsumerWithEcho(refusing.port());
            await().until(connections::allSubscribed);
            assertThat(connections.isBehind(ROUTE)).isTrue();

            await().until(() -> !connections.isBehind(ROUTE));

            assertThat(refusing.subscriptions()).isEqualTo(1);
        }
    }

    @Test
    void theEchoOfAnotherOfTheSameNameIsNotTakenForItsOwn() throws Exception {
        List<String> echoes;
        try (Peer peer = Peer.connect(port)) {
            echoes = peer.hear(ECHO);
            startConsumerWithEcho(port);
            await().until(() -> !connections.isBehind(ROUTE));
            peer.publish(ECHO, "somebody else's");

            await().untilAsserted(() -> assertThat(echoes).hasSize(2));
        }
        // nothing by which the connection could be known
        assertThat(echoes.get(0)).endsWith("/1").doesNotContain("teste");
        assertThat(heard).isEmpty();
    }

    @Test
    void whatStopsLeavesNoThreadBehindWhetherTheBrokerIsThereOrNot() throws Exception {
        startConsumer(port);
        await().until(connections::allSubscribed);
        assertThat(threadsOfConnections()).isNotEmpty();
        broker.close();
        await().until(() -> !connections.allSubscribed());

        context.stop();
        connections.close();

        await().untilAsserted(() -> assertThat(threadsOfConnections()).isEmpty());
    }

    private void startConsumer(int brokerPort) throws Exception {
        startConsumerOf(REQUESTS, brokerPort);
    }

    private void startConsumerOf(String topicFilters, int brokerPort) throws Exception {
        create(brokerPort);
        addRoute(ROUTE, "paho-mqtt5:" + topicFilters + "?clientId=pedidos&qos=1", heard);
        context.start();
    }

    private void startConsumerWithEcho(int brokerPort) throws Exception {
        create(brokerPort);
        addRoute(ROUTE, "paho-mqtt5:servers/+/status?clientId=pedidos&qos=1", heard);
        context.start();
    }

    private void publishRetained(int messages) {
        try (Peer peer = Peer.connect(port)) {
            for (int i = 0; i < messages; i++) {
                peer.publishRetained("servers/s" + i + "/status", "online");
            }
        }
    }

    private void create(int brokerPort) {
        create(brokerPort, REQUESTS);
    }

    private void create(int brokerPort, String announcedFilter) {
        connections = new MqttConnections(settings(brokerPort));
        context.addComponent(
                "paho-mqtt5",
                new ConnectedPahoMqtt5Component(connections)
                        .echo("servers/+/status", ECHO)
                        .announce(
                                announcedFilter,
                                new Announcement(
                                        PRESENCE, () -> "online".getBytes(UTF_8), () -> "offline".getBytes(UTF_8))));
    }

    private void addRoute(String id, String uri, List<String> heard) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri)
                        .routeId(id)
                        .process(exchange -> heard.add(exchange.getMessage().getBody(String.class)));
            }
        });
    }

    private List<Throwable> failuresOfExchanges() {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CamelEvent.ExchangeFailedEvent failed) {
                    failures.add(failed.getExchange().getException());
                }
            }
        });
        return failures;
    }

    private Exchange publishByRoute(String body) {
        return context.createFluentProducerTemplate()
                .to("direct:publicar")
                .withBody(body)
                .send();
    }

    private void publish(String topic, String body) {
        try (Peer peer = Peer.connect(port)) {
            peer.publish(topic, body);
        }
    }

    private String retained(String topic) throws Exception {
        CompletableFuture<Mqtt5Publish> first = new CompletableFuture<>();
        try (Peer observer = Peer.connect(port)) {
            observer.on(topic, first::complete);
            Mqtt5Publish message = first.get(10, TimeUnit.SECONDS);
            assertThat(message.isRetain()).isTrue();
            return Peer.text(message);
        }
    }

    /** Without what says the same again. */
    private static List<String> changes(List<String> presence) {
        List<String> heard = List.copyOf(presence);
        return IntStream.range(0, heard.size())
                .filter(i -> i == 0 || !heard.get(i).equals(heard.get(i - 1)))
                .mapToObj(heard::get)
                .toList();
    }

    private static List<String> threadsOfConnections() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("teste-pedidos") || name.equals("mqtt-reconnect"))
                .toList();
    }

    private static MqttSettings settings(int brokerPort) {
        return new MqttSettings(
                "tcp://127.0.0.1:" + brokerPort,
                "teste",
                "",
                "",
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMillis(50));
    }
}
