package br.com.recarga.planner;

import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.ParadaDaViagem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the stops of a trip that somebody put together can be driven from one to the next, with what a plan assumes of
 * roads and some indulgence: cars drive faster than the mean, and leave before their window ends.
 */
public class Caminhos {

    /** How much faster than the mean somebody may be. */
    private static final double PRESSA = 1.5;

    /** By how much one may leave earlier, or come later, than the windows say. */
    private static final Duration FOLGA = Duration.ofMinutes(15);

    private static final Locale BRASIL = Locale.forLanguageTag("pt-BR");

    private final Estrada estrada;

    public Caminhos(PlanoSettings settings) {
        this.estrada = new Estrada(settings);
    }

    /**
     * @param paradas in the order of the journey, windows not overlapping
     * @param pontos those whose places are known; the way to and from others is not judged
     * @return for each stop that cannot be reached in time, why
     */
    public List<ErroCampo> impossiveis(List<ParadaDaViagem> paradas, List<PontoCandidato> pontos) {
        List<ErroCampo> impossiveis = new ArrayList<>();
        for (int i = 1; i < paradas.size(); i++) {
            Local de = lugar(paradas.get(i - 1), pontos);
            Local para = lugar(paradas.get(i), pontos);
            if (de == null || para == null) {
                continue;
            }
            long metros = estrada.metros(de, para);
            Duration caminho = Duration.ofSeconds(estrada.segundos(metros));
            Duration tempo =
                    Duration.between(paradas.get(i - 1).fim(), paradas.get(i).inicio());
            if (caminho.toSeconds() > tempo.plus(FOLGA).toSeconds() * PRESSA) {
                impossiveis.add(new ErroCampo(
                        "paradas[%d].inicio".formatted(i),
                        String.format(
                                BRASIL,
                                "o caminho desde a parada anterior, %.0f km, leva cerca de %s, e entre as duas há %s",
                                metros / 1000.0,
                                porExtenso(caminho),
                                porExtenso(tempo))));
            }
        }
        return impossiveis;
    }

    private static Local lugar(ParadaDaViagem parada, List<PontoCandidato> pontos) {
        return pontos.stream()
                .filter(ponto -> ponto.serverId().equals(parada.serverId()) && ponto.id() == parada.postoId())
                .map(PontoCandidato::local)
                .findFirst()
                .orElse(null);
    }

    private static String porExtenso(Duration tempo) {
        return tempo.toHours() == 0
                ? "%d min".formatted(tempo.toMinutes())
                : "%d h %d min".formatted(tempo.toHours(), tempo.toMinutesPart());
    }
}
