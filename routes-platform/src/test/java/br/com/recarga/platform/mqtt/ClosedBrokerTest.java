package br.com.recarga.platform.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.broker.EmbeddedBroker;
import br.com.recarga.platform.LoggedWarnings;
import br.com.recarga.testkit.FreePorts;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** At a broker that is closed: by password and by certificate, and what is said of a connection that cannot be made. */
@EnabledIf("br.com.recarga.platform.mqtt.ClosedMosquitto#isPossibleOrDemanded")
class ClosedBrokerTest {

    private static final String SERVER = "s.server1";
    private static final String CLIENT = "c.eu";
    private static final String REQUESTS = "servers/server1/pedidos/+/+";
    private static final String REQUEST = "servers/server1/pedidos/eu/listar";

    /** Enough to see that a connection goes on trying, and says so no more. */
    private static final int ATTEMPTS = 4;

    private static ClosedMosquitto byPassword;
    private static ClosedMosquitto byCertificate;

    private final LoggedWarnings warnings = new LoggedWarnings(MqttConnection.class, Refusals.class);

    @BeforeAll
    static void startBrokers(@TempDir Path one, @TempDir Path another) throws Exception {
        byPassword = new ClosedMosquitto(one, "fechado.conf", SERVER, CLIENT);
        byCertificate = new ClosedMosquitto(another, "certificados.conf", SERVER, CLIENT);
    }

    @AfterAll
    static void stopBrokers() throws Exception {
        byPassword.close();
        byCertificate.close();
    }

    @AfterEach
    void stopListening() {
        warnings.close();
    }

    @Test
    void partiesTalkByTheirPasswords() throws Exception {
        try (MqttConnections server = withPassword(SERVER);
                MqttConnections client = withPassword(CLIENT)) {
            assertTheyTalk(server, client);
        }
    }

    @Test
    void partiesTalkByTheirCertificates() throws Exception {
        try (MqttConnections server = withCertificate(SERVER);
                MqttConnections client = withCertificate(CLIENT)) {
            assertTheyTalk(server, client);
        }
    }

    @Test
    void whoeverSignedTheBrokersCertificateMustBeTrusted() throws Exception {
        assertRefused(
                byPassword.port(),
                "signed by none of the authorities",
                wire -> connections(
                        "mqtts://localhost:" + wire.port(),
                        SERVER,
                        byPassword.password(SERVER),
                        tls(byCertificate.ca())));
    }

    @Test
    void theCertificateMustBeTheHosts() throws Exception {
        String another = "127.0.0.2";
        try (Wire wire = new Wire(InetAddress.getByName(another), byPassword.port())) {
            assertRefused(
                    wire,
                    "not for the host",
                    connections(
                            "mqtts://" + another + ":" + wire.port(),
                            SERVER,
                            byPassword.password(SERVER),
                            tls(byPassword.ca())));
        }
    }

    @Test
    void aBrokerWithoutTlsIsNotBelieved() throws Exception {
        int port = FreePorts.find(1).get(0);
        try (EmbeddedBroker open = EmbeddedBroker.start(Set.of(port))) {
            assertRefused(
                    port,
                    "TLS",
                    wire -> connections("mqtts://localhost:" + wire.port(), SERVER, "x", tls(byPassword.ca())));
        }
    }

    @Test
    void whoSpeaksInTheClearIsToldOfTls() throws Exception {
        assertRefused(
                byPassword.port(),
                "RECARGA_MQTT_TLS",
                wire -> connections("mqtt://localhost:" + wire.port(), SERVER, "x", TlsSettings.NONE));
    }

    @Test
    void aWrongPasswordIsRefusedAndNotTold() throws Exception {
        assertRefused(
                byPassword.port(),
                "(0x87)",
                wire -> connections(
                        "mqtts://localhost:" + wire.port(), SERVER, "errada-e-secreta", tls(byPassword.ca())));
        assertThat(warnings.lines()).noneMatch(line -> line.contains("errada-e-secreta"));
    }

    @Test
    void whoShowsNoCertificateIsToldSo() throws Exception {
        assertRefused(
                byCertificate.port(),
                "certificate",
                wire -> connections("mqtts://localhost:" + wire.port(), "", "", tls(byCertificate.ca())));
    }

    @Test
    void anotherReasonIsSaidToo(@TempDir Path folder) throws Exception {
        ClosedMosquitto broker = new ClosedMosquitto(folder, "fechado.conf", SERVER);
        try (MqttConnections connections =
                connections("mqtts://localhost:" + broker.port(), SERVER, "errada", tls(broker.ca()))) {
            connections.subscriber("pedidos").subscribe(List.of(REQUESTS), 1, (topic, message) -> {});
            await().untilAsserted(() -> assertThat(warnings.lines()).hasSize(1));

            broker.close();

            // an attempt may have been cut short before
            await().untilAsserted(
                            () -> assertThat(warnings.lines()).last().asString().contains("Connection refused"));
        }
    }

    @Test
    void aBrokerThatSaysNothingInTlsIsGivenUp() throws Exception {
        try (Wire wire = new Wire(byPassword.port());
                MqttConnections connections = connections(
                        "mqtts://localhost:" + wire.port(),
                        SERVER,
                        byPassword.password(SERVER),
                        tls(byPassword.ca()))) {
            wire.leadNowhere(true);
            connections.subscriber("pedidos").subscribe(List.of(REQUESTS), 1, (topic, message) -> {});
            await().until(() -> wire.accepted() > 1);

            wire.leadNowhere(false);

            await().until(connections::allSubscribed);
            assertThat(warnings.lines()).hasSize(1);
        }
    }

    @Test
    void aTopicThatIsNotOnesOwnIsRefusedAndToldOnce() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (MqttConnections server = withPassword(SERVER);
                MqttConnections client = withPassword(CLIENT)) {
            server.subscriber("pedidos")
                    .subscribe(List.of(REQUESTS, "servers/server1/status"), 1, (topic, message) -> heard.add(topic));
            MqttConnection publisher = client.publisher("publicador");
            await().until(() -> server.allSubscribed() && publisher.connects() == 1);

            for (int i = 0; i < ATTEMPTS; i++) {
                publisher.publish("servers/server1/status", message());
            }
            publisher.publish(REQUEST, message());

            await().untilAsserted(() -> assertThat(heard).containsExactly(REQUEST));
            await().untilAsserted(() -> assertThat(warnings.lines())
                    .singleElement()
                    .asString()
                    .contains("publish on servers/server1/status", "(0x87)"));
        }
    }

    private static void assertTheyTalk(MqttConnections server, MqttConnections client) throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        server.subscriber("pedidos").subscribe(List.of(REQUESTS), 1, (topic, message) -> heard.add(topic));
        MqttConnection publisher = client.publisher("publicador");
        await().until(() -> server.allSubscribed() && publisher.connects() == 1);

        publisher.publish(REQUEST, message());

        await().untilAsserted(() -> assertThat(heard).containsExactly(REQUEST));
    }

    private void assertRefused(int port, String reason, Attempt attempt) throws Exception {
        try (Wire wire = new Wire(port)) {
            assertRefused(wire, reason, attempt.over(wire));
        }
    }

    private void assertRefused(Wire wire, String reason, MqttConnections attempt) throws Exception {
        try (attempt) {
            MqttConnection connection = attempt.subscriber("pedidos");
            connection.subscribe(List.of(REQUESTS), 1, (topic, message) -> {});

            await().until(() -> wire.accepted() >= ATTEMPTS);

            assertThat(connection.isSubscribed()).isFalse();
            assertThat(warnings.lines()).singleElement().asString().contains(reason);
        }
    }

    private static MqttMessage message() {
        MqttMessage message = new MqttMessage("{}".getBytes(UTF_8));
        message.setQos(1);
        return message;
    }

    private static MqttConnections withPassword(String party) throws Exception {
        return connections(
                "mqtts://localhost:" + byPassword.port(), party, byPassword.password(party), tls(byPassword.ca()));
    }

    private static MqttConnections withCertificate(String party) {
        return connections(
                "mqtts://localhost:" + byCertificate.port(),
                "",
                "",
                new TlsSettings(
                        false,
                        byCertificate.ca().toString(),
                        byCertificate.certificate(party).toString(),
                        byCertificate.key(party).toString()));
    }

    private static TlsSettings tls(Path ca) {
        return new TlsSettings(false, ca.toString(), "", "");
    }

    private static MqttConnections connections(String url, String user, String password, TlsSettings tls) {
        return new MqttConnections(
                new MqttSettings(
                        url,
                        "fechado",
                        user,
                        password,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(50)),
                tls);
    }

    private interface Attempt {
        MqttConnections over(Wire wire) throws Exception;
    }
}
