package br.com.recarga.faltas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.faltas.Roteiro.Passo;
import br.com.recarga.faltas.historia.Especie;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoteiroTest {

    private static final Duration DURATION = Duration.ofSeconds(60);

    @Test
    void theSameSeedGivesTheSameFaults() {
        assertThat(Roteiro.of(7, DURATION, alvos())).isEqualTo(Roteiro.of(7, DURATION, alvos()));
    }

    @Test
    void anotherSeedGivesOthers() {
        assertThat(Roteiro.of(7, DURATION, alvos())).isNotEqualTo(Roteiro.of(8, DURATION, alvos()));
    }

    @Test
    void everyKindComesSoon() {
        // two kills, two suspensions, one of each other kind
        assertThat(Roteiro.of(7, DURATION, alvos()).stream()
                        .limit(Especie.values().length + 2L)
                        .map(Passo::especie))
                .containsOnlyOnceElementsOf(
                        List.of(Especie.TRANCAR_BANCO, Especie.DERRUBAR_BROKER, Especie.ENCHER_DISCO))
                .contains(Especie.values());
    }

    @Test
    void allBeginWithinTheTimeAndInOrder() {
        List<Passo> passos = Roteiro.of(7, DURATION, alvos());

        assertThat(passos).extracting(Passo::em).isSorted().allMatch(em -> em < DURATION.toMillis());
        assertThat(passos).extracting(Passo::alvo).contains("um", "outro").containsOnly("um", "outro");
    }

    @Test
    void whatHasNothingToHitDoesNotCome() {
        Map<Especie, List<String>> alvos = alvos();
        alvos.put(Especie.ENCHER_DISCO, List.of());

        assertThat(Roteiro.of(7, DURATION, alvos))
                .extracting(Passo::especie)
                .doesNotContain(Especie.ENCHER_DISCO)
                .contains(Especie.MATAR);
    }

    private static Map<Especie, List<String>> alvos() {
        Map<Especie, List<String>> alvos = new EnumMap<>(Especie.class);
        for (Especie especie : Especie.values()) {
            alvos.put(especie, List.of("um", "outro"));
        }
        return alvos;
    }
}
