package br.com.recarga.server.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplicasTest {

    private final TestClock clock = new TestClock();
    private final Replicas replicas =
            Replicas.de(new Identidade("todas", "2026-06-01T12:00:00Z", "segredo"), "a", clock);

    @Test
    void aProcessWithoutReplicasAlwaysSpeaks() {
        assertThat(Replicas.nenhuma().fala()).isTrue();
        assertThat(Replicas.nenhuma().identidade()).isEmpty();
    }

    @Test
    void oneOfSeveralSpeaksOnlyInItsTerm() {
        assertThat(replicas.fala()).isFalse();

        replicas.pedir();
        replicas.soube(new Mandato(1, "a"));

        assertThat(replicas.fala()).isTrue();
        assertThat(replicas.numero()).isEqualTo(1);
        clock.advance(Replicas.PRAZO.minusMillis(1));
        assertThat(replicas.fala()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(replicas.fala()).isFalse();
    }

    @Test
    void aTermCountsFromWhenItWasAskedForHoweverLateTheAnswerComes() {
        replicas.pedir();
        clock.advance(Replicas.PRAZO);
        replicas.soube(new Mandato(1, "a"));

        assertThat(replicas.fala()).isFalse();
    }

    @Test
    void whenAnotherSpeaksThisOneDoesNot() {
        replicas.pedir();
        replicas.soube(new Mandato(1, "a"));
        replicas.pedir();
        replicas.soube(new Mandato(2, "b"));

        assertThat(replicas.fala()).isFalse();
        assertThat(replicas.numero()).isEqualTo(2);
    }
}
