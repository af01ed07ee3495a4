package br.com.recarga.server.janelas;

import br.com.recarga.contract.Janela;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When somebody could come next: the first gap between windows that are taken. */
public final class ProximaJanela {

    /** How far ahead is looked. */
    public static final Duration HORIZONTE = Duration.ofDays(7);

    private ProximaJanela() {}

    /** @param fim null: nothing is planned within the horizon */
    public record Livre(Instant inicio, Instant fim) {}

    /**
     * @param ocupadas in any order; they may overlap
     * @return empty if there is no gap that begins within the horizon
     */
    public static Optional<Livre> de(List<JanelaDefinida> ocupadas, Instant agora) {
        Instant limite = agora.plus(HORIZONTE);
        Instant livre = agora;
        for (JanelaDefinida ocupada : ocupadas.stream()
                .filter(janela -> janela.fim().isAfter(agora))
                .sorted(Comparator.comparing(JanelaDefinida::inicio))
                .toList()) {
            if (!ocupada.inicio().isBefore(livre.plus(Janela.DURACAO_MINIMA))) {
                break;
            }
            livre = ocupada.fim().isAfter(livre) ? ocupada.fim() : livre;
        }
        if (!livre.isBefore(limite)) {
            return Optional.empty();
        }
        Instant inicio = livre;
        Instant fim = ocupadas.stream()
                .map(JanelaDefinida::inicio)
                .filter(outra -> !outra.isBefore(inicio) && outra.isBefore(limite))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return Optional.of(new Livre(inicio, fim));
    }
}
