package br.com.recarga.client.servidores;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The circuit breakers of the servers: whether they also answer. Anybody can announce anything, and those that do not answer
 * are not to make those wait who ask all. Of the last {@value Servidores#MAX}, also of those that are forgotten.
 */
final class Disjuntores {

    /** How many deadlines in a row one that has answered may miss, until it is not asked with all others any more. */
    static final int PRAZOS = 3;

    /** How many are asked in the background at once. */
    static final int SONDAS = 20;

    private final Map<String, Trato> tratos = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Trato> eldest) {
            return size() > Servidores.MAX;
        }
    });

    private final Predicate<String> umaVezBasta;

    /** @param umaVezBasta of whom one silence is enough although it has answered before: it does not say when it goes */
    Disjuntores(Predicate<String> umaVezBasta) {
        this.umaVezBasta = umaVezBasta;
    }

    void respondeu(String serverId) {
        tratos.put(serverId, new Trato(true, 0, true));
    }

    /** It has missed a deadline. */
    void calou(String serverId) {
        tratos.merge(serverId, new Trato(false, 1, true), (antes, agora) -> antes.maisUm());
    }

    /** It has announced itself anew. */
    void voltou(String serverId) {
        tratos.computeIfPresent(serverId, (id, trato) -> trato.deVolta());
    }

    boolean respondeuAntes(String serverId) {
        Trato trato = tratos.get(serverId);
        return trato != null && trato.respondeu();
    }

    /** Whether it has missed {@value #PRAZOS} deadlines since it last answered, or its very first one. */
    boolean aberto(String serverId) {
        Trato trato = tratos.get(serverId);
        return trato != null && trato.silencios() >= (trato.respondeu() && !umaVezBasta.test(serverId) ? PRAZOS : 1);
    }

    /**
     * Some of those that are {@linkplain #aberto open}; each time others, until all had their turn.
     *
     * @param perguntavel who can be asked at all
     */
    List<String> abertos(Predicate<String> perguntavel) {
        List<String> abertos = List.copyOf(tratos.keySet()).stream()
                .filter(perguntavel)
                .filter(this::aberto)
                .limit(SONDAS)
                .toList();
        abertos.forEach(this::porUltimo);
        return abertos;
    }

    /** Some of these that were not asked anything yet, in order; they count as asked from now on. */
    List<String> novos(Stream<String> anunciados) {
        List<String> novos = anunciados
                .filter(serverId -> !perguntado(serverId))
                .sorted()
                .limit(SONDAS)
                .toList();
        novos.forEach(
                serverId -> tratos.merge(serverId, new Trato(false, 0, true), (antes, agora) -> antes.perguntar()));
        return novos;
    }

    private boolean perguntado(String serverId) {
        Trato trato = tratos.get(serverId);
        return trato != null && trato.perguntado();
    }

    private void porUltimo(String serverId) {
        synchronized (tratos) {
            Trato trato = tratos.remove(serverId);
            if (trato != null) {
                tratos.put(serverId, trato);
            }
        }
    }

    /**
     * How it is with one server.
     *
     * @param respondeu whether it ever answered
     * @param silencios how many deadlines it has missed since
     * @param perguntado whether it was asked since it announced itself
     */
    private record Trato(boolean respondeu, int silencios, boolean perguntado) {

        Trato maisUm() {
            return new Trato(respondeu, silencios + 1, true);
        }

        Trato perguntar() {
            return new Trato(respondeu, silencios, true);
        }

        /** Who has answered before is believed at once; who never has is asked at once. */
        Trato deVolta() {
            return respondeu ? new Trato(true, 0, true) : new Trato(false, silencios, false);
        }
    }
}
