package br.com.recarga.platform.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import br.com.recarga.broker.EmbeddedBroker;
import br.com.recarga.platform.LoggedWarnings;
import br.com.recarga.testkit.FreePorts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Test;

class MqttConnectionTest {

    /** It is looked for every two seconds, and has to be found three times. */
    private static final Duration GOING_BACK = Duration.ofSeconds(30);

    private final int port = FreePorts.find(1).get(0);

    /**
     * Paho keeps the acknowledgement, finds it in the way of the next CONNECT, and stops sending for good: as when a broker
     * goes whose last words were Last Wills.
     */
    @Test
    void whatIsAcknowledgedAfterTheLineWasCutDoesNotHinderTheNextConnection() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Set.of(port));
                Wire wire = new Wire(port);
                MqttConnections connections = new MqttConnections(settings(wire.port()))) {
            CountDownLatch arrived = new CountDownLatch(1);
            CountDownLatch lost = new CountDownLatch(1);
            MqttConnection connection = connections.subscriber("lento");
            connection.subscribe(List.of("a"), 1, (topic, message) -> {
                arrived.countDown();
                lost.await();
            });
            await().until(connection::isSubscribed);
            try (Peer peer = Peer.connect(port)) {
                peer.publish("a", "lento");
            }
            arrived.await();

            wire.cut();
            await().until(() -> !connection.isSubscribed());
            lost.countDown();

            await().until(connection::isSubscribed);
            assertThat(wire.accepted()).isEqualTo(2);
        }
    }

    /** Paho waits for ever for a thread of its own that has ended sooner than expected. */
    @Test
    void aBrokerThatHangsUpAtOnceLeavesNoThreadBehindAtEachAttempt() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                MqttConnections connections = new MqttConnections(settings(rude.getLocalPort(), "apressado"))) {
            connections.subscriber("pedidos").subscribe(List.of("a"), 1, (topic, message) -> {});
            for (int i = 0; i < 5; i++) {
                rude.accept().close();
            }

            // that of an attempt that goes on, at most
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().contains("apressado-pedidos"))
                            .count()
                    <= 1);
        }
    }

    /** A broker lets whoever comes by the same client id take a connection over. */
    @Test
    void nobodyCanTellAClientIdFromWhatIsSaidOfAConnection() throws Exception {
        try (MqttConnections anonymous = new MqttConnections(settings(port));
                MqttConnections party = new MqttConnections(settings(port, "s.server1"))) {
            String id = anonymous.subscriber("pedidos").clientId();

            assertThat(id).matches("teste-pedidos-[-0-9a-f]{36}");
            assertThat(anonymous.subscriber("pedidos").clientId()).isNotEqualTo(id);
            assertThat(party.subscriber("pedidos").clientId()).matches("s.server1-pedidos-[-0-9a-f]{36}");
        }
    }

    @Test
    void aSubscriptionThatIsRefusedIsToldOnce() throws Exception {
        try (LoggedWarnings warnings = new LoggedWarnings(Refusals.class);
                RefusingBroker refusing = new RefusingBroker(3);
                MqttConnections connections = new MqttConnections(settings(refusing.port()))) {
            connections.subscriber("pedidos").subscribe(List.of("a/+", "b"), 1, (topic, message) -> {});

            await().until(connections::allSubscribed);

            assertThat(warnings.lines())
                    .singleElement()
                    .asString()
                    .contains("teste-pedidos", "a/+: Not authorized (0x87), b: Not authorized (0x87)");
        }
    }

    /** A broker may grant no more than what it is asked to send at most. */
    @Test
    void whoPublishesMayHaveAsMuchUnacknowledgedAsTheBrokerTakes() throws Exception {
        try (RefusingBroker neverAcknowledges = new RefusingBroker(0);
                MqttConnections connections = new MqttConnections(settings(neverAcknowledges.port()))) {
            MqttConnection connection = connections.publisher("publicador");
            await().until(connection::isSubscribed);

            assertThatCode(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            connection.publish("a", new MqttMessage(new byte[] {1}));
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }

    /** Neither one that is gone nor one that accepts and says nothing keeps a connection from the next one. */
    @Test
    void ofSeveralBrokersOneThatServesIsFound() throws Exception {
        int other = FreePorts.find(1).get(0);
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                EmbeddedBroker first = EmbeddedBroker.start(Set.of(port));
                EmbeddedBroker second = EmbeddedBroker.start(Set.of(other));
                MqttConnections connections = new MqttConnections(settings(
                        "127.0.0.1:%d,127.0.0.1:%d,127.0.0.1:%d".formatted(port, mute.getLocalPort(), other), ""))) {
            MqttConnection connection = connections.subscriber("pedidos");
            connection.subscribe(List.of("a"), 1, (topic, message) -> {});
            // on a busy machine it may have been too slow at first, and comes back
            await().atMost(GOING_BACK).until(() -> isAt(connection, port));

            first.close();

            await().until(() -> connection.brokerUrl().endsWith(":" + other) && connection.isSubscribed());
        }
    }

    /** Brokers that know nothing of each other would else keep apart for ever who came at different times. */
    @Test
    void whenAnEarlierOfSeveralBrokersIsBackAllConnectionsOfAProcessGoBackToIt() throws Exception {
        int other = FreePorts.find(1).get(0);
        EmbeddedBroker first = EmbeddedBroker.start(Set.of(port));
        try (EmbeddedBroker second = EmbeddedBroker.start(Set.of(other));
                MqttConnections connections =
                        new MqttConnections(settings("127.0.0.1:%d,127.0.0.1:%d".formatted(port, other), ""))) {
            List<String> heard = new CopyOnWriteArrayList<>();
            MqttConnection subscriber = connections.subscriber("pedidos", announcement("here"), null);
            subscriber.subscribe(List.of("a"), 1, (topic, message) -> heard.add(message.toString()));
            MqttConnection publisher = connections.publisher("publicador");
            List<MqttConnection> both = List.of(subscriber, publisher);
            await().until(() -> both.stream().allMatch(connection -> isAt(connection, port)));
            first.close();
            await().until(() -> both.stream().allMatch(connection -> isAt(connection, other)));

            first = EmbeddedBroker.start(Set.of(port));

            await().atMost(GOING_BACK).until(() -> both.stream().allMatch(connection -> isAt(connection, port)));
            try (Peer peer = Peer.connect(port)) {
                // not asked: whether it was told gone there; Artemis may see the end of a connection before the
                // DISCONNECT on it
                List<String> told = peer.hear("status");
                await().until(() -> told.contains("here"));
                peer.publish("a", "de volta");
                await().until(() -> heard.contains("de volta"));
            }
            // whoever looked has gone
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().contains("-procura-")));
        } finally {
            first.close();
        }
    }

    @Test
    void toABrokerThatIsBackButDoesNotServeNobodyGoesBack() throws Exception {
        int other = FreePorts.find(1).get(0);
        try (EmbeddedBroker broker = EmbeddedBroker.start(Set.of(other));
                Wire mute = new Wire(other)) {
            mute.leadNowhere(true);
            try (MqttConnections connections =
                    new MqttConnections(settings("127.0.0.1:%d,127.0.0.1:%d".formatted(mute.port(), other), ""))) {
                MqttConnection connection = connections.publisher("publicador");
                await().until(() -> isAt(connection, other));
                int before = mute.accepted();

                await().atMost(GOING_BACK).until(() -> mute.accepted() >= before + 5);

                assertThat(connection.brokerUrl()).endsWith(":" + other);
                assertThat(connection.connects()).isEqualTo(1);
            }
        }
    }

    private static long threads(String of) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains(of))
                .count();
    }

    private static boolean isAt(MqttConnection connection, int brokerPort) {
        return connection.brokerUrl().endsWith(":" + brokerPort) && connection.isSubscribed();
    }

    /** As a process that is killed leaves it to another one: who hears of them hears of one that stays. */
    @Test
    void aLookThatGoesOnEndsWithItsProcess() throws Exception {
        int other = FreePorts.find(1).get(0);
        try (EmbeddedBroker broker = EmbeddedBroker.start(Set.of(other));
                Wire mute = new Wire(other)) {
            mute.leadNowhere(true);
            try (MqttConnections connections = new MqttConnections(
                    settings("127.0.0.1:%d,127.0.0.1:%d".formatted(mute.port(), other), "de-saida"))) {
                MqttConnection connection = connections.publisher("publicador");
                await().until(() -> isAt(connection, other));
                // it looks, and is not answered
                await().atMost(GOING_BACK).until(() -> threads("de-saida-procura") >= 2);
            }

            await().until(() -> threads("de-saida-") == 0);
        }
    }

    @Test
    void aConnectionThatIsTakenOverInTimeIsNeverToldToBeGone() throws Exception {
        AtomicReference<String> turn = new AtomicReference<>("a");
        try (EmbeddedBroker broker = EmbeddedBroker.start(Set.of(port));
                Wire wire = new Wire(port);
                Peer observer = Peer.connect(port);
                MqttConnections a = new MqttConnections(settings(wire.port()));
                MqttConnections b = new MqttConnections(settings(port))) {
            List<String> told = observer.hear("status");
            a.announcer(
                    "presenca", announcement("a"), succession(() -> turn.get().equals("a")));
            b.announcer(
                    "presenca", announcement("b"), succession(() -> turn.get().equals("b")));
            await().until(() -> told.contains("a"));

            turn.set("b");
            wire.cut();

            await().until(() -> told.contains("b"));
            // told once more some time later, which is when the will of the first one would have been told
            await().until(() -> told.stream().filter("b"::equals).count() >= 2);
            assertThat(told).containsOnly("a", "b");
        }
    }

    private static Announcement announcement(String who) {
        return new Announcement("status", () -> who.getBytes(UTF_8), () -> "gone".getBytes(UTF_8));
    }

    private static Succession succession(BooleanSupplier turn) {
        return new Succession("todas", Duration.ofSeconds(2), turn);
    }

    private static MqttSettings settings(int port) {
        return settings(port, "");
    }

    private static MqttSettings settings(int port, String user) {
        return settings("127.0.0.1:" + port, user);
    }

    private static MqttSettings settings(String where, String user) {
        return new MqttSettings(
                "tcp://" + where,
                "teste",
                user,
                "",
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMillis(500));
    }
}
