package br.com.recarga.e2e;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Who may what at a closed broker, as the table of {@code docs/contrato.md} says: each topic, of the party itself and of another,
 * tried by each role, to publish and to hear.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MatrizDePermissoesTest {

    private static final List<String> USERS =
            List.of("s.server1", "c.cliente1", "k.AAA1A11", "o.painel", "original", "s.server3", "c.cliente3");

    /** Of server1, cliente1 and the car AAA1A11; server3 and cliente3 also speak with the original's programs. */
    private static final String TABLE = """
            servers/server1/pedidos/cliente1/listar       R   W   -   -   -   -   -
            servers/server1/pedidos/cliente2/listar       R   -   -   -   -   -   -
            servers/server2/pedidos/cliente1/reservar     -   W   -   -   -   -   -
            servers/server2/pedidos/cliente2/reservar     -   -   -   -   -   -   -
            servers/server3/pedidos/cliente3/cancelar     -   -   -   -   -   R   W
            clients/cliente1/respostas/server1/listar     W   R   -   -   -   -   -
            clients/cliente2/respostas/server1/listar     W   -   -   -   -   -   -
            clients/cliente1/respostas/server2/listar     -   R   -   -   -   -   -
            clients/cliente2/respostas/server2/listar     -   -   -   -   -   -   -
            clients/cliente1/eventos/server1              W   R   -   -   -   -   -
            clients/cliente2/eventos/server1              W   -   -   -   -   -   -
            clients/cliente1/eventos/server2              -   R   -   -   -   -   -
            clients/cliente2/eventos/server2              -   -   -   -   -   -   -
            clients/cliente3/eventos/server3              -   -   -   -   -   W   R
            servers/server1/status                        RW  R   -   R   -   -   R
            servers/server2/status                        -   R   -   R   -   -   R
            pontos/server1/5/status                       W   R   -   R   -   -   R
            pontos/server2/5/status                       -   R   -   R   -   -   R
            carros/AAA1A11/para/server1/bateria           R   -   W   -   -   -   -
            carros/AAA1A11/para/server2/status            -   -   W   -   -   -   -
            carros/BBB2B22/para/server1/status            R   -   -   -   -   -   -
            carros/BBB2B22/para/server2/bateria           -   -   -   -   -   -   -
            carros/AAA1A11/alerta/server1                 W   -   R   -   -   -   -
            carros/AAA1A11/alerta/server2                 -   -   R   -   -   -   -
            carros/BBB2B22/alerta/server1                 W   -   -   -   -   -   -
            carros/BBB2B22/alerta/server2                 -   -   -   -   -   -   -
            client/cliente1/servidores/eco                -   RW  -   -   -   -   -
            client/cliente2/servidores/eco                -   -   -   -   -   -   -
            client/cliente3/servidores/eco                -   -   -   -   -   -   RW
            server/postos/request                         -   -   -   -   RW  R   W
            server/postos/reserva                         -   -   -   -   RW  R   W
            server/postos/cancelamento                    -   -   -   -   RW  R   W
            server/reservas/request                       -   -   -   -   RW  R   W
            client/cliente1/postos/response               -   -   -   -   RW  W   -
            client/cliente1/postos/reserva/response       -   -   -   -   RW  W   -
            client/cliente3/postos/response               -   -   -   -   RW  W   R
            client/cliente3/postos/reserva/response       -   -   -   -   RW  W   R
            client/cliente1/reservas/evento               -   -   -   -   -   W   -
            client/cliente3/reservas/evento               -   -   -   -   -   W   -
            carros/AAA1A11/status                         -   -   -   -   RW  R   -
            carros/AAA1A11/bateria                        -   -   -   -   RW  R   -
            carros/AAA1A11/alerta                         -   -   -   -   RW  W   -
            pontos/5/disponibilidade                      -   -   -   -   RW  -   -
            reservas/server1-1/status                     -   -   -   -   RW  -   -
            servers/server1                               -   -   -   -   -   -   -
            servers/server1/status/mais                   -   -   -   -   -   -   -
            qualquer/coisa                                -   -   -   -   -   -   -
            """;

    private static final List<String[]> ROWS =
            TABLE.lines().map(line -> line.split(" +")).toList();

    private static final String TELL_ALL = "de admin";
    private static final String LAST = "por fim";

    private BrokerFechado broker;

    abstract BrokerFechado broker(String... users) throws Exception;

    @BeforeAll
    void start() throws Exception {
        broker = broker("s.server1", "c.cliente1", "k.AAA1A11", "o.painel", "original", "s.server3*", "c.cliente3*");
        broker.start();
    }

    @AfterAll
    void stop() throws Exception {
        broker.close();
    }

    BrokerFechado started() {
        return broker;
    }

    @Test
    void whatAPartyMayPublishIsHeardAndNothingElse() {
        try (Participante admin = Participante.entra(broker, Broker.ADMIN)) {
            admin.assina("#");
            Set<String> taken = new TreeSet<>();
            for (String user : USERS) {
                try (Participante party = Participante.entra(broker, user)) {
                    for (String topic : topics()) {
                        for (boolean retain : new boolean[] {false, true}) {
                            if (party.publica(topic, user + " " + retain, retain)) {
                                taken.add(topic + " " + user + " " + retain);
                            }
                        }
                    }
                }
            }
            barrier(admin, "qualquer/fim", admin);

            Set<String> expected = USERS.stream()
                    .flatMap(user -> may(user, 'W').stream()
                            .flatMap(topic -> Stream.of(topic + " " + user + " false", topic + " " + user + " true")))
                    .collect(toCollection(TreeSet::new));
            assertThat(taken).isEqualTo(expected);
            assertThat(sorted(admin.heard(), USERS)).isEqualTo(expected);
        }
    }

    @Test
    void nothingOfWhatWasRefusedIsRetained() {
        for (String user : USERS) {
            try (Participante party = Participante.entra(broker, user)) {
                topics().forEach(topic -> party.publica(topic, user + " retido", true));
            }
        }
        try (Participante late = Participante.entra(broker, Broker.ADMIN)) {
            late.assina("#");
            barrier(late, "qualquer/fim", late);

            Set<String> allowed = USERS.stream()
                    .flatMap(user -> may(user, 'W').stream().map(topic -> topic + " " + user + " retido"))
                    .collect(toSet());
            assertThat(allowed).containsAll(sorted(late.heard(), USERS));
        }
    }

    @Test
    void whatAPartyMayHearIsHeardAndNothingElse() {
        try (Participante admin = Participante.entra(broker, Broker.ADMIN)) {
            for (String user : USERS) {
                Set<String> expected = may(user, 'R');
                try (Participante party = Participante.entra(broker, user)) {
                    Set<String> granted =
                            topics().stream().filter(party::assina).collect(toCollection(TreeSet::new));
                    topics().forEach(topic -> admin.publica(topic, TELL_ALL, false));
                    await("what %s may hear".formatted(user))
                            .until(() -> party.heard().containsAll(and(expected, TELL_ALL)));
                    barrier(admin, expected.iterator().next(), party);

                    assertThat(heardTopics(party)).as("heard by %s", user).isEqualTo(expected);
                    if (broker.refusesSubscriptions()) {
                        assertThat(granted).as("granted to %s", user).isEqualTo(expected);
                    }
                }
            }
        }
    }

    @Test
    void noWildcardHearsMore() {
        List<String> filters = List.of(
                "#",
                "+/#",
                "+/+",
                "+/+/+/+/+",
                "servers/#",
                "servers/+/pedidos/+/+",
                "servers/+/pedidos/cliente1/#",
                "clients/#",
                "clients/+/respostas/+/+",
                "clients/+/respostas/server1/#",
                "carros/#",
                "carros/+/para/+/+",
                "client/#",
                "$share/grupo/#",
                "$share/grupo/servers/+/pedidos/+/+",
                "$share/grupo/clients/+/respostas/+/+",
                "$SYS/#");
        try (Participante admin = Participante.entra(broker, Broker.ADMIN)) {
            for (String user : USERS) {
                Set<String> allowed = may(user, 'R');
                String last = allowed.iterator().next();
                try (Participante party = Participante.entra(broker, user)) {
                    Set<String> granted = filters.stream().filter(party::assina).collect(toSet());
                    party.assina(last);
                    topics().forEach(topic -> admin.publica(topic, TELL_ALL, false));
                    barrier(admin, last, party);

                    assertThat(allowed).as("heard by %s", user).containsAll(heardTopics(party));
                    if (broker.refusesSubscriptions()) {
                        assertThat(granted).as("granted to %s", user).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void noLastWillSaysWhatItsPartyMayNotSay() throws Exception {
        try (Participante admin = Participante.entra(broker, Broker.ADMIN)) {
            admin.assina("#");
            for (String user : USERS) {
                for (String topic : topics()) {
                    dies(user, topic, user + " testamento");
                }
            }
            dies(Broker.ADMIN, "qualquer/fim", LAST);
            await("the last will of all").until(() -> admin.heard().contains("qualquer/fim " + LAST));

            Set<String> expected = USERS.stream()
                    .flatMap(user -> may(user, 'W').stream().map(topic -> topic + " " + user + " testamento"))
                    .collect(toCollection(TreeSet::new));
            await("the wills that may be said")
                    .untilAsserted(
                            () -> assertThat(sorted(admin.heard(), USERS)).isEqualTo(expected));
        }
    }

    @Test
    void nobodyComesInWithoutHisPassword() {
        for (String user : USERS) {
            for (String senha : Arrays.asList(null, "errada", "")) {
                assertThatThrownBy(() -> Participante.entra(broker, user, senha))
                        .as("%s with the password %s", user, senha)
                        .hasCauseInstanceOf(Mqtt5ConnAckException.class);
            }
        }
        assertThatThrownBy(() -> Participante.entra(
                        broker, "s.ninguem", broker.senha("s.server1").orElseThrow()))
                .hasCauseInstanceOf(Mqtt5ConnAckException.class);
    }

    private static List<String> topics() {
        return ROWS.stream().map(row -> row[0]).toList();
    }

    /** The topics of the table that a user may read or write. */
    private static Set<String> may(String user, char right) {
        int column = 1 + USERS.indexOf(user);
        return ROWS.stream()
                .filter(row -> row[column].indexOf(right) >= 0)
                .map(row -> row[0])
                .collect(toCollection(TreeSet::new));
    }

    private static List<String> and(Set<String> topics, String payload) {
        return topics.stream().map(topic -> topic + " " + payload).toList();
    }

    private static Set<String> heardTopics(Participante party) {
        return party.heard().stream().map(message -> message.split(" ")[0]).collect(toCollection(TreeSet::new));
    }

    /** What these users have said. */
    private static Set<String> sorted(Set<String> heard, List<String> users) {
        return heard.stream()
                .filter(message -> users.contains(message.split(" ")[1]))
                .collect(toCollection(TreeSet::new));
    }

    /** All that was published before has been heard, or never will be. */
    private static void barrier(Participante admin, String topic, Participante listener) {
        admin.publica(topic, LAST, false);
        await("the last message on " + topic).until(() -> listener.heard().contains(topic + " " + LAST));
    }

    /** Comes with a last will and loses its connection. */
    private void dies(String user, String willTopic, String will) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream packet = new DataOutputStream(body);
        packet.writeUTF("MQTT");
        packet.writeByte(4);
        // user, password, a will with QoS 1, a new session
        packet.writeByte(0xCE);
        packet.writeShort(60);
        packet.writeUTF(user + "-" + System.nanoTime());
        packet.writeUTF(willTopic);
        packet.writeUTF(will);
        packet.writeUTF(user);
        packet.writeUTF(broker.senha(user).orElseThrow());
        try (Socket socket = socketFactory(user).createSocket("127.0.0.1", broker.port(user))) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeByte(0x10);
            int length = body.size();
            out.writeByte(length % 128 | (length > 127 ? 0x80 : 0));
            if (length > 127) {
                out.writeByte(length / 128);
            }
            body.writeTo(out);
            out.flush();
            byte[] answer = new byte[4];
            new DataInputStream(socket.getInputStream()).readFully(answer);
            assertThat(answer).as("answer to %s", user).containsExactly(0x20, 2, 0, 0);
        }
    }

    private SocketFactory socketFactory(String user) {
        return broker.tls(user)
                .<SocketFactory>map(tls -> tls.createSslContext().getSocketFactory())
                .orElseGet(SocketFactory::getDefault);
    }
}
