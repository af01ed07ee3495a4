package br.com.recarga.faltas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.faltas.Roteiro.Passo;
import br.com.recarga.faltas.historia.Especie;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoteiroTest {

    private static final Duration DURATION = Duration.ofSeconds(60);
    private static final Duration EACH = Duration.ofSeconds(3);

    @Test
    void theSameSeedGivesTheSameFaults() {
        assertThat(Roteiro.of(7, DURATION, EACH, alvos())).isEqualTo(Roteiro.of(7, DURATION, EACH, alvos()));
    }

    @Test
    void anotherSeedGivesOthers() {
        assertThat(Roteiro.of(7, DURATION, EACH, alvos())).isNotEqualTo(Roteiro.of(8, DURATION, EACH, alvos()));
    }

    @Test
    void everyKindComesSoon() {
        // two kills, two suspensions, one of each other kind
        assertThat(Roteiro.of(7, DURATION, EACH, alvos()).stream()
                        .limit(Especie.values().length + 2L)
                        .map(Passo::especie))
                .containsOnlyOnceElementsOf(
                        List.of(Especie.TRANCAR_BANCO, Especie.DERRUBAR_BROKER, Especie.ENCHER_DISCO))
                .contains(Especie.values());
    }

    @Test
    void allBeginWithinTheTimeAndInOrder() {
        List<Passo> passos = Roteiro.of(7, DURATION, EACH, alvos());

        assertThat(passos).extracting(Passo::em).isSorted().allMatch(em -> em < DURATION.toMillis());
        assertThat(passos).extracting(Passo::alvo).contains("um", "outro").containsOnly("um", "outro");
    }

    @Test
    void whatHasNothingToHitDoesNotCome() {
        Map<Especie, List<String>> alvos = alvos();
        alvos.put(Especie.ENCHER_DISCO, List.of());

        assertThat(Roteiro.of(7, DURATION, EACH, alvos))
                .extracting(Passo::especie)
                .doesNotContain(Especie.ENCHER_DISCO)
                .contains(Especie.MATAR);
    }

    @Test
    void withoutAnythingToHitNothingComes() {
        assertThat(Roteiro.of(7, DURATION, EACH, Map.of(Especie.MATAR, List.of())))
                .isEmpty();
    }

    @Test
    void oneComesAfterTheOtherAsOftenAsIsAsked() {
        List<Passo> passos = Roteiro.of(7, DURATION, Duration.ofSeconds(5), alvos());

        for (int i = 1; i < passos.size(); i++) {
            assertThat(passos.get(i).em() - passos.get(i - 1).em()).isBetween(2_500L, 7_500L);
        }
    }

    @Test
    void onlyWhatIsAskedForComes() {
        PlanoDeFaltas plano = new PlanoDeFaltas(
                7, DURATION, EACH, 1, EnumSet.of(Especie.MATAR, Especie.DERRUBAR_BROKER), Set.of("um", "ninguém"));

        assertThat(plano.escolhidos(alvos()))
                .containsOnly(
                        Map.entry(Especie.MATAR, List.of("um")), Map.entry(Especie.DERRUBAR_BROKER, List.of("um")));
    }

    private static Map<Especie, List<String>> alvos() {
        Map<Especie, List<String>> alvos = new EnumMap<>(Especie.class);
        for (Especie especie : Especie.values()) {
            alvos.put(especie, List.of("um", "outro"));
        }
        return alvos;
    }
}
