package br.com.recarga.server.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.platform.mqtt.MqttSettings;
import br.com.recarga.platform.perfil.PartidaRecusada;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Terms, by the database's own statements. */
@ServerTest
class MandatosTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private TestClock clock;

    private Replicas a;
    private Replicas b;

    @BeforeEach
    void two() {
        a = mandatos("a").replicas(clock);
        b = mandatos("b").replicas(clock);
    }

    @AfterEach
    void none() {
        jdbc.sql("DELETE FROM mandatos").update();
    }

    @Test
    void allSpeakAsTheFirstOne() {
        assertThat(a.identidade()).isEqualTo(b.identidade());
        assertThat(a.identidade().orElseThrow().instancia()).isEqualTo("a");
        assertThat(a.identidade().orElseThrow().conexao()).hasSize(36);
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

    @Test
    void onAFileThereAreNoReplicas() {
        assertThatThrownBy(() -> mandatos("a", "sqlite:///./target/replicas.db"))
                .isInstanceOf(PartidaRecusada.class)
                .hasMessageContaining("postgresql://");
    }

    private void pedir(Replicas replicas) {
        transaction.executeWithoutResult(status ->
                jdbc.sql(sql("mandato-pedir.sql")).params(replicas.pedir()).update());
        replicas.soube(jdbc.sql(sql("mandato-atual.sql")).query(Mandato.class).single());
    }

    private static String sql(String file) {
        try {
            return new ClassPathResource("sql/" + file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace(":#", ":");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Mandatos mandatos(String dono) {
        return mandatos(dono, "postgresql://banco/server7");
    }

    private Mandatos mandatos(String dono, String url) {
        Duration any = Duration.ofSeconds(1);
        return new Mandatos(
                new ReplicasSettings(true),
                new MqttSettings("tcp://127.0.0.1:1", dono, "", "", any, any, any),
                DatabaseUrl.parse(url),
                jdbc,
                transaction);
    }
}
