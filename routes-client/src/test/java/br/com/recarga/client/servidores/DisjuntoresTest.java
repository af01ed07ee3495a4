package br.com.recarga.client.servidores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DisjuntoresTest {

    private final Disjuntores disjuntores = new Disjuntores("original"::equals);

    @Test
    void whoHasAnsweredMayMissTwoDeadlinesInARow() {
        disjuntores.respondeu("server1");
        disjuntores.calou("server1");
        disjuntores.calou("server1");
        assertThat(disjuntores.aberto("server1")).isFalse();

        disjuntores.calou("server1");
        assertThat(disjuntores.aberto("server1")).isTrue();

        disjuntores.respondeu("server1");
        assertThat(disjuntores.aberto("server1")).isFalse();
    }

    @Test
    void anAnswerBetweenTwoSilencesStartsTheCountAnew() {
        for (int i = 0; i < 4; i++) {
            disjuntores.calou("server1");
            disjuntores.respondeu("server1");
        }
        disjuntores.calou("server1");
        disjuntores.calou("server1");

        assertThat(disjuntores.aberto("server1")).isFalse();
    }

    @Test
    void whoHasNeverAnsweredMayMissNone() {
        assertThat(disjuntores.aberto("ghost")).isFalse();

        disjuntores.calou("ghost");

        assertThat(disjuntores.aberto("ghost")).isTrue();
        assertThat(disjuntores.respondeuAntes("ghost")).isFalse();
    }

    @Test
    void whoDoesNotSayWhenItGoesMayMissNoneEither() {
        disjuntores.respondeu("original");
        disjuntores.calou("original");

        assertThat(disjuntores.aberto("original")).isTrue();
        assertThat(disjuntores.respondeuAntes("original")).isTrue();
    }

    @Test
    void toComeBackIsEnoughForWhoeverHasAnsweredBefore() {
        disjuntores.respondeu("server1");
        for (String silent : List.of("server1", "server1", "server1", "ghost")) {
            disjuntores.calou(silent);
        }

        disjuntores.voltou("server1");
        disjuntores.voltou("ghost");

        assertThat(disjuntores.aberto("server1")).isFalse();
        assertThat(disjuntores.aberto("ghost")).isTrue();
        assertThat(disjuntores.novos(Stream.of("server1", "ghost"))).containsExactly("ghost");
    }

    @Test
    void whoIsNewIsAskedOnce() {
        assertThat(disjuntores.novos(Stream.of("server2", "server1"))).containsExactly("server1", "server2");
        assertThat(disjuntores.novos(Stream.of("server2", "server1"))).isEmpty();
        assertThat(disjuntores.aberto("server1")).isFalse();
    }

    @Test
    void ofManyEachHasItsTurn() {
        List<String> ghosts = IntStream.range(0, 2 * Disjuntores.SONDAS)
                .mapToObj(i -> "ghost-%02d".formatted(i))
                .toList();
        Set<String> asked = new HashSet<>();
        for (int turn = 0; turn < 2; turn++) {
            List<String> novos = disjuntores.novos(ghosts.stream());
            assertThat(novos).hasSize(Disjuntores.SONDAS);
            asked.addAll(novos);
        }
        assertThat(asked).hasSameElementsAs(ghosts);
        ghosts.forEach(disjuntores::calou);
        disjuntores.calou("elsewhere");

        asked.clear();
        for (int turn = 0; turn < 2; turn++) {
            asked.addAll(disjuntores.abertos(ghosts::contains));
        }

        assertThat(asked).hasSameElementsAs(ghosts);
    }

    @Test
    void aFloodOfNamesEnds() {
        IntStream.rangeClosed(0, Servidores.MAX).forEach(i -> disjuntores.calou("ghost-" + i));

        assertThat(disjuntores.aberto("ghost-0")).isFalse();
        assertThat(disjuntores.aberto("ghost-" + Servidores.MAX)).isTrue();
    }
}
