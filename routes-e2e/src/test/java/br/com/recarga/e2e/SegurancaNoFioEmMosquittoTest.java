package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** In profile {@code fechado}, on Mosquitto with TLS, where it is installed. */
@EnabledIf("br.com.recarga.e2e.SistemaEmMosquittoTest#installedOrRequired")
class SegurancaNoFioEmMosquittoTest extends SegurancaNoFioTest {

    private static final Pattern SUBSCRIBES =
            Pattern.compile("Received SUBSCRIBE from (s\\.server1-[a-z][a-z-]*-[0-9a-f-]{36})$");

    private BrokerMosquittoFechado mosquitto;

    @Override
    BrokerFechado broker(String... users) throws Exception {
        mosquitto = new BrokerMosquittoFechado(users);
        return mosquitto;
    }

    @Test
    void whoComesWithoutTlsDoesNotComeIn() {
        assertThatThrownBy(() -> MqttClient.builder()
                        .useMqttVersion5()
                        .serverHost("127.0.0.1")
                        .serverPort(mosquitto.port("c.cliente2"))
                        .buildBlocking()
                        .connect())
                .isInstanceOf(ConnectionClosedException.class);
    }

    @Test
    void nobodyKnowsHowAServersNextConnectionWillBeCalled() throws Exception {
        Set<String> yesterday = connections();
        server.end();
        assertThat(server.hasGoneWithin(END_S)).isTrue();
        server.start();
        awaitServer1();

        Set<String> today = connections();
        today.removeAll(yesterday);
        assertThat(today).isNotEmpty();
        for (String name : yesterday) {
            Participante.entra(broker, "c.cliente2", broker.senha("c.cliente2").orElseThrow(), name)
                    .close();
        }
        assertThat(reservar(19).status()).isEqualTo(200);
    }

    /** Of server1, by what the broker has said of them so far. */
    private Set<String> connections() throws IOException {
        try (Stream<String> log = Files.lines(mosquitto.log())) {
            return log.flatMap(line -> SUBSCRIBES.matcher(line).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
