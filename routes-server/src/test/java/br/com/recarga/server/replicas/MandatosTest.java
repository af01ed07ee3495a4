package br.com.recarga.server.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import br.com.recarga.contract.Topicos;
import br.com.recarga.platform.database.DatabaseSettings;
import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.platform.database.Seal;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.platform.mqtt.MqttSettings;
import br.com.recarga.platform.perfil.PartidaRecusada;
import br.com.recarga.platform.perfil.Perfil;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.config.PresencaSettings;
import br.com.recarga.server.mqtt.MandatoRoute;
import br.com.recarga.server.mqtt.PedidosRoute;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** Terms, by the route that asks for them. */
@ServerTest
class MandatosTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private ServerHarness server;

    @Autowired
    private CamelContext camel;

    @Autowired
    private MandatoRoute route;

    @Autowired
    private MqttConnections connections;

    @Autowired
    private Seal seal;

    private Replicas a;
    private Replicas b;

    @BeforeEach
    void two() {
        a = replica("a", seal);
        b = replica("b", seal);
    }

    @BeforeEach
    void startWhatStandsStillWithoutReplicas() throws Exception {
        hearsTheBroker(true);
        camel.getRouteController().startRoute(MandatoRoute.ID);
    }

    @AfterEach
    void none() throws Exception {
        camel.getRouteController().stopRoute(MandatoRoute.ID);
        ReflectionTestUtils.setField(route, "replicas", Replicas.nenhuma());
        ReflectionTestUtils.setField(route, "connections", connections);
        jdbc.sql("DELETE FROM mandatos").update();
    }

    @Test
    void allSpeakAsTheFirstOne() {
        assertThat(a.identidade()).isEqualTo(b.identidade());
        assertThat(a.identidade().orElseThrow().instancia()).isEqualTo("a");
        assertThat(a.identidade().orElseThrow().conexao()).hasSize(36);
    }

    @Test
    void afterAllHaveBeenAwayTheFirstOneIsSomebodyElse() {
        jdbc.sql("UPDATE mandatos SET visto = (SELECT agora FROM relogio) - 61").update();

        Replicas c = replica("c", seal);

        assertThat(c.identidade().orElseThrow().instancia()).isEqualTo("c");
        assertThat(c.identidade().orElseThrow().conexao())
                .isNotEqualTo(a.identidade().orElseThrow().conexao());
    }

    @Test
    void whoIsThereKeepsWhatAllAreEvenIfNobodySpeaks() {
        jdbc.sql("UPDATE mandatos SET visto = (SELECT agora FROM relogio) - 61").update();
        hearsTheBroker(false);

        pedir(a);

        assertThat(a.fala()).isFalse();
        assertThat(replica("c", seal).identidade()).isEqualTo(a.identidade());
    }

    @Test
    void whoDoesNotHearTheBrokerLetsAnotherSpeak() {
        pedir(a);
        hearsTheBroker(false);
        jdbc.sql("UPDATE mandatos SET ate = (SELECT agora FROM relogio) - 1").update();
        pedir(a);
        hearsTheBroker(true);

        pedir(b);

        assertThat(b.fala()).isTrue();
    }

    @Test
    void oneWithAnotherKeyOrTooShortABeatDoesNotStart() throws IOException {
        assertThatThrownBy(() -> replica("b", Seal.of(DatabaseUrl.parse("jdbc:sqlite:"))))
                .isInstanceOf(PartidaRecusada.class)
                .hasMessageContaining("RECARGA_BANCO_CHAVE");
        assertThatThrownBy(() -> mandatos("b").replicas(presenca(Duration.ofSeconds(2)), seal, clock))
                .isInstanceOf(PartidaRecusada.class)
                .hasMessageContaining("RECARGA_BATIDA");
    }

    @Test
    void oneThatStartsWhileAnotherWritesWaitsForIt() {
        Failing busy = new Failing("55P03", 3);

        assertThat(mandatos("c", busy)
                        .replicas(presenca(Duration.ofSeconds(15)), seal, clock)
                        .identidade())
                .isEqualTo(a.identidade());
    }

    @Test
    void oneThatStartsWaitsForNobodyForEverAndForNothingElse() {
        Failing busy = new Failing("55P03", Integer.MAX_VALUE);
        Failing away = new Failing("08006", Integer.MAX_VALUE);

        assertThatThrownBy(() -> mandatos("c", busy).replicas(presenca(Duration.ofSeconds(15)), seal, clock))
                .isInstanceOf(CannotCreateTransactionException.class);
        assertThatThrownBy(() -> mandatos("c", away).replicas(presenca(Duration.ofSeconds(15)), seal, clock))
                .isInstanceOf(CannotCreateTransactionException.class);
        assertThat(busy.times()).isGreaterThan(5);
        assertThat(away.times()).isEqualTo(1);
    }

    @Test
    void oneAtATimeHasTheTermAndKeepsItAsLongAsItAsks() {
        pedir(a);
        pedir(b);
        pedir(a);

        assertThat(a.fala()).isTrue();
        assertThat(b.fala()).isFalse();
        assertThat(a.numero()).isEqualTo(1);
    }

    @Test
    void aTermThatHasEndedGoesToWhoeverAsksFirst() {
        pedir(a);
        jdbc.sql("UPDATE mandatos SET ate = (SELECT agora FROM relogio) - 1").update();

        pedir(b);
        pedir(a);

        assertThat(b.fala()).isTrue();
        assertThat(a.fala()).isFalse();
        assertThat(b.numero()).isEqualTo(2);
    }

    @Test
    void whoEndsGivesItUp() {
        pedir(a);
        mandatos("a").destroy();

        pedir(b);

        assertThat(b.fala()).isTrue();
    }

    @Test
    void whoHasNoTermGivesUpNobodysTerm() {
        pedir(a);
        mandatos("b").destroy();

        pedir(b);

        assertThat(b.fala()).isFalse();
    }

    private void pedir(Replicas replica) {
        ReflectionTestUtils.setField(route, "replicas", replica);
        server.fire(MandatoRoute.ID);
    }

    private void hearsTheBroker(boolean hears) {
        MqttConnections broker = mock();
        when(broker.isSubscribed(PedidosRoute.ID)).thenReturn(hears);
        ReflectionTestUtils.setField(route, "connections", broker);
    }

    private Replicas replica(String dono, Seal with) {
        return mandatos(dono).replicas(presenca(Duration.ofSeconds(15)), with, clock);
    }

    private static PresencaSettings presenca(Duration batida) {
        return new PresencaSettings(Topicos.COMPARTILHADOS, Perfil.ABERTO, "", "", batida);
    }

    private Mandatos mandatos(String dono) {
        return mandatos(dono, transaction);
    }

    private Mandatos mandatos(String dono, TransactionOperations transaction) {
        Duration any = Duration.ofSeconds(1);
        return new Mandatos(
                new DatabaseSettings("postgresql://banco/server7", "FULL", "", false, true),
                new MqttSettings("tcp://127.0.0.1:1", dono, "", "", any, any, any),
                jdbc,
                transaction);
    }

    /** Begins no transaction, so many times. */
    private final class Failing implements TransactionOperations {

        private final String sqlState;
        private final int failures;
        private int times;

        Failing(String sqlState, int failures) {
            this.sqlState = sqlState;
            this.failures = failures;
        }

        int times() {
            return times;
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            if (times++ < failures) {
                throw new CannotCreateTransactionException("as PostgreSQL says it", new SQLException("", sqlState));
            }
            return transaction.execute(action);
        }
    }
}
