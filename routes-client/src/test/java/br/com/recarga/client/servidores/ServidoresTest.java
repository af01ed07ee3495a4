package br.com.recarga.client.servidores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.ServidorStatus;
import br.com.recarga.contract.ServidorStatus.Presenca;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.platform.mqtt.MqttSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServidoresTest {

    private final MqttConnections connections = new MqttConnections(new MqttSettings(
            "tcp://127.0.0.1:1", "test", "", "", Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofHours(1)));
    private final Servidores servidores = new Servidores(
            new ClientSettings(
                    "client_servidor_7",
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1),
                    10,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(45),
                    Duration.ofDays(90),
                    Set.of("server8", "server9")),
            connections,
            Clock.systemUTC());

    @AfterEach
    void closeConnections() {
        connections.close();
    }

    @Test
    void whileTheBrokerIsAwayAnUnknownServerIsUnavailableAndNotMissing() throws Exception {
        connections.subscriber("presenca");

        assertThatThrownBy(() -> servidores.requireOnline("server5"))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL));
    }

    @Test
    void whileNotAllPresenceHasBeenHeardNobodyIsToldThatTheseAreAll() throws Exception {
        connections.subscriber(PresencaRoute.ID);
        announced("server1", Presenca.ONLINE);

        for (ThrowingCallable ask :
                List.<ThrowingCallable>of(servidores::online, servidores::onlineWithTrips, servidores::known)) {
            assertThatThrownBy(ask)
                    .isInstanceOfSatisfying(
                            PedidoRecusado.class,
                            refusal -> assertThat(refusal.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL));
        }
        assertThatCode(() -> servidores.requireOnline("server1")).doesNotThrowAnyException();
        assertThat(servidores.announcedAtAll()).hasSize(1);

        servidores.forgotten("server1");
        assertThatThrownBy(servidores::announcedAtAll).isInstanceOf(PedidoRecusado.class);
    }

    @Test
    void aServerThatAnnouncesNothingIsAskedAllTheSame() {
        assertThatCode(() -> servidores.requireOnline("server8")).doesNotThrowAnyException();
        assertThat(servidores.online()).containsExactly("server8", "server9");
        assertThat(servidores.all()).isEmpty();
    }

    @Test
    void aServerThatShouldAnnounceNothingIsAskedAlsoWhenItSaysThatItIsGone() {
        announced("server8", Presenca.OFFLINE);

        assertThatCode(() -> servidores.requireOnline("server8")).doesNotThrowAnyException();
        assertThat(servidores.online()).containsExactly("server8", "server9");
    }

    @Test
    void serversThatCanBeAskedAreInOrderAndNamedOnce() {
        announced("server9", Presenca.ONLINE);
        announced("server1", Presenca.ONLINE);
        announced("server2", Presenca.OFFLINE);

        assertThat(servidores.online()).containsExactly("server1", "server8", "server9");
    }

    @Test
    void aServerThatHasGoneAndOneThatNeverCameAreRefusedDifferently() {
        announced("server2", Presenca.OFFLINE);

        assertThatThrownBy(() -> servidores.requireOnline("server2"))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL));
        assertThatThrownBy(() -> servidores.requireOnline("server3"))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.codigo()).isEqualTo(Codigo.SERVIDOR_DESCONHECIDO));
    }

    @Test
    void aFloodOfNamesEndsAndThoseThatAreKnownAreStillHeard() {
        for (int i = 0; i < Servidores.MAX; i++) {
            announced("server-" + i, Presenca.ONLINE);
        }

        assertThatThrownBy(() -> announced("one-too-many", Presenca.ONLINE))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO));
        assertThat(servidores.all()).hasSize(Servidores.MAX);
        announced("server-7", Presenca.OFFLINE);
        assertThat(servidores.online()).doesNotContain("server-7").hasSize(Servidores.MAX - 1 + 2);

        servidores.forgotten("server-7");
        announced("one-too-many", Presenca.ONLINE);
        assertThat(servidores.online()).contains("one-too-many");
    }

    @Test
    void ofTwoProcessesOfOneServerOnlyTheOneThatWasHeardLastCanGo() {
        servidores.announced(new ServidorStatus("server1", Presenca.ONLINE, null, "a", null));

        assertThat(servidores.announced(new ServidorStatus("server1", Presenca.OFFLINE, null, "b", null)))
                .isFalse();
        assertThat(servidores.online()).contains("server1");

        servidores.announced(new ServidorStatus("server1", Presenca.OFFLINE, null, "a", null));
        assertThat(servidores.online()).doesNotContain("server1");
    }

    @Test
    void allThatCouldBeAskedOneDayAreKnown() {
        announced("server1", Presenca.OFFLINE);
        announced("server9", Presenca.ONLINE);

        assertThat(servidores.known()).containsExactly("server1", "server8", "server9");
    }

    private void announced(String serverId, Presenca presenca) {
        servidores.announced(new ServidorStatus(serverId, presenca, null));
    }
}
