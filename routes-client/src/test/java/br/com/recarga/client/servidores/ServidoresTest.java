package br.com.recarga.client.servidores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.config.OndePerguntar;
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
                    Set.of("server8", "server9"),
                    Set.of(),
                    OndePerguntar.COMPARTILHADOS),
            connections,
            Clock.systemUTC());

    @AfterEach
    void closeConnections() {
        connections.close();
    }

    @Test
    void whileTheBrokerIsAwayAnUnknownServerIsUnavailableAndNotMissing() throws Exception {
        connections.subscriber("presenca");

        assertThatThrownBy(() -> servidores.exigirNoAr("server5"))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL));
    }

    @Test
    void whileNotAllPresenceHasBeenHeardNobodyIsToldThatTheseAreAll() throws Exception {
        connections.subscriber(PresencaRoute.ID);
        announced("server1", Presenca.ONLINE);

        for (ThrowingCallable ask :
                List.<ThrowingCallable>of(servidores::noAr, servidores::noArComViagens, servidores::conhecidos)) {
            assertThatThrownBy(ask)
                    .isInstanceOfSatisfying(
                            PedidoRecusado.class,
                            refusal -> assertThat(refusal.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL));
        }
        assertThatCode(() -> servidores.exigirNoAr("server1")).doesNotThrowAnyException();
        assertThat(servidores.todosComCerteza()).hasSize(1);

        servidores.esquecer("server1");
        assertThatThrownBy(servidores::todosComCerteza).isInstanceOf(PedidoRecusado.class);
    }

    @Test
    void aServerThatAnnouncesNothingIsAskedAllTheSame() {
        assertThatCode(() -> servidores.exigirNoAr("server8")).doesNotThrowAnyException();
        assertThat(servidores.noAr()).containsExactly("server8", "server9");
        assertThat(servidores.todos()).isEmpty();
    }

    @Test
    void aServerThatShouldAnnounceNothingIsAskedAlsoWhenItSaysThatItIsGone() {
        announced("server8", Presenca.OFFLINE);

        assertThatCode(() -> servidores.exigirNoAr("server8")).doesNotThrowAnyException();
        assertThat(servidores.noAr()).containsExactly("server8", "server9");
    }

    @Test
    void serversThatCanBeAskedAreInOrderAndNamedOnce() {
        announced("server9", Presenca.ONLINE);
        announced("server1", Presenca.ONLINE);
        announced("server2", Presenca.OFFLINE);

        assertThat(servidores.noAr()).containsExactly("server1", "server8", "server9");
    }

    @Test
    void aServerThatHasGoneAndOneThatNeverCameAreRefusedDifferently() {
        announced("server2", Presenca.OFFLINE);

        assertThatThrownBy(() -> servidores.exigirNoAr("server2"))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL));
        assertThatThrownBy(() -> servidores.exigirNoAr("server3"))
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
        assertThat(servidores.todos()).hasSize(Servidores.MAX);
        announced("server-7", Presenca.OFFLINE);
        assertThat(servidores.noAr()).doesNotContain("server-7").hasSize(Servidores.MAX - 1 + 2);

        servidores.esquecer("server-7");
        announced("one-too-many", Presenca.ONLINE);
        assertThat(servidores.noAr()).contains("one-too-many");
    }

    @Test
    void ofTwoProcessesOfOneServerOnlyTheOneThatWasHeardLastCanGo() {
        servidores.anunciou(new ServidorStatus("server1", Presenca.ONLINE, null, "a", null));

        assertThat(servidores.anunciou(new ServidorStatus("server1", Presenca.OFFLINE, null, "b", null)))
                .isFalse();
        assertThat(servidores.noAr()).contains("server1");

        servidores.anunciou(new ServidorStatus("server1", Presenca.OFFLINE, null, "a", null));
        assertThat(servidores.noAr()).doesNotContain("server1");
    }

    @Test
    void allThatCouldBeAskedOneDayAreKnown() {
        announced("server1", Presenca.OFFLINE);
        announced("server9", Presenca.ONLINE);

        assertThat(servidores.conhecidos()).containsExactly("server1", "server8", "server9");
    }

    @Test
    void whoMissesThreeDeadlinesIsLeftOutUntilItAnswers() {
        announced("server1", Presenca.ONLINE);
        servidores.respondeu("server1");
        servidores.calou("server1");
        servidores.calou("server1");
        assertThat(servidores.noAr()).contains("server1");

        servidores.calou("server1");

        assertThat(servidores.noAr()).doesNotContain("server1");
        assertThat(servidores.noArComViagens()).isEmpty();
        assertThat(servidores.ausentes(List.of())).contains("server1");
        assertThat(servidores.calados()).containsExactly("server1");
        // who asks for it by name still tries
        assertThatCode(() -> servidores.exigirNoAr("server1")).doesNotThrowAnyException();
        servidores.respondeu("server1");
        assertThat(servidores.noAr()).contains("server1");
        assertThat(servidores.calados()).isEmpty();
    }

    @Test
    void whoHasAnsweredBeforeIsAskedAgainOnceItComesBackAndWhoNeverHasIsNot() {
        announced("server1", Presenca.ONLINE);
        announced("ghost", Presenca.ONLINE);
        servidores.respondeu("server1");
        for (String silent : List.of("server1", "server1", "server1", "ghost")) {
            servidores.calou(silent);
        }
        assertThat(servidores.noAr()).doesNotContain("server1", "ghost");

        for (String back : List.of("server1", "ghost")) {
            announced(back, Presenca.ONLINE);
            assertThat(servidores.noAr()).doesNotContain(back);
            servidores.esquecer(back);
            announced(back, Presenca.ONLINE);
        }

        assertThat(servidores.noAr()).contains("server1").doesNotContain("ghost");
        assertThat(servidores.novos()).containsExactly("ghost");
    }

    @Test
    void whoIsNewIsAskedWithTheOthersOnceItHasAnswered() {
        announced("server1", Presenca.ONLINE);
        servidores.respondeu("server1");
        announced("server2", Presenca.ONLINE);

        assertThat(servidores.noAr()).containsExactly("server1", "server8", "server9");
        assertThat(servidores.ausentes(List.of())).contains("server2");
        assertThat(servidores.novos()).containsExactly("server2");

        servidores.respondeu("server2");
        assertThat(servidores.noAr()).contains("server2");
    }

    @Test
    void whileNobodyHasAnsweredYetAllAreAsked() {
        announced("server1", Presenca.ONLINE);
        announced("server2", Presenca.ONLINE);

        assertThat(servidores.noAr()).contains("server1", "server2");

        announced("server3", Presenca.ONLINE);
        servidores.respondeu("server3");
        announced("server3", Presenca.OFFLINE);
        assertThat(servidores.noAr()).as("whoever has answered is away").contains("server1", "server2");
    }

    @Test
    void onlyThoseThatCanBeAskedAreNewOrSilent() {
        announced("server1", Presenca.ONLINE);
        announced("server2", Presenca.OFFLINE);
        announced("server8", Presenca.ONLINE);
        servidores.calou("server2");
        servidores.calou("server9");

        assertThat(servidores.novos()).containsExactly("server1");
        assertThat(servidores.calados()).containsExactly("server9");
    }

    private void announced(String serverId, Presenca presenca) {
        servidores.anunciou(new ServidorStatus(serverId, presenca, null));
    }
}
