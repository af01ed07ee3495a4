package br.com.recarga.server.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplicasTest {

    private final TestClock clock = new TestClock();
    private final Replicas replicas =
            Replicas.de(new Identidade("todas", "2026-06-01T12:00:00Z", "segredo", "selado"), "a", clock);

    @Test
    void aProcessWithoutReplicasAlwaysSpeaks() {
        assertThat(Replicas.nenhuma().fala()).isTrue();
        assertThat(Replicas.nenhuma().identidade()).isEmpty();
    }

    @Test
    void oneOfSeveralSpeaksOnlyInItsTerm() {
        assertThat(replicas.fala()).isFalse();

        replicas.soube(new Mandato(1, "a"), clock.instant());

        assertThat(replicas.fala()).isTrue();
        assertThat(replicas.numero()).isEqualTo(1);
        clock.advance(Replicas.PRAZO.minusMillis(1));
        assertThat(replicas.fala()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(replicas.fala()).isFalse();
    }

    @Test
    void aTermCountsFromWhenItWasAskedForHoweverLateTheAnswerComes() {
        Instant asked = replicas.agora();
        clock.advance(Replicas.PRAZO);
        replicas.soube(new Mandato(1, "a"), asked);

        assertThat(replicas.fala()).isFalse();
    }

    @Test
    void whenAnotherSpeaksThisOneDoesNot() {
        replicas.soube(new Mandato(1, "a"), clock.instant());
        replicas.soube(new Mandato(2, "b"), clock.instant());

        assertThat(replicas.fala()).isFalse();
        assertThat(replicas.numero()).isEqualTo(2);
    }
}
