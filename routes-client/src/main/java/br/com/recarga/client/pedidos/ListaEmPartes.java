package br.com.recarga.client.pedidos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A list of which a server has said that it goes on, as far as it has been heard. */
final class ListaEmPartes {

    /** Some 20,000 points with their agendas, or 100,000 without. */
    static final int PARTES = 100;

    /** In characters of JSON, and some eight times as many bytes. */
    static final int CABEM = 8 * 1024 * 1024;

    /** Whoever asks for a list waits for all its parts, but not for each as long as for one answer. */
    private static final int PRAZOS = 4;

    /** From the first question on; less than the 60 s after which the HTTP side gives up. */
    static final Duration LIMITE = Duration.ofSeconds(55);

    private final ObjectNode primeira;
    private final Instant ate;
    private final List<ListaEscrita> partes = new ArrayList<>();
    private int caracteres;
    private Integer continuaDepoisDe;

    /**
     * @param primeira the answer with its first part
     * @param comeco when it was asked for
     * @param prazo of each part
     */
    ListaEmPartes(ObjectNode primeira, Instant comeco, Duration prazo) {
        this.primeira = primeira;
        Duration prazos = prazo.multipliedBy(PRAZOS);
        Duration aoTodo = prazos.compareTo(LIMITE) < 0 ? prazos : LIMITE;
        // the last one is waited for, too
        this.ate = comeco.plus(aoTodo).minus(prazo);
    }

    /**
     * @param depoisDe the point after which it was asked for
     * @param continua the point after which there are more; null: this was the last part
     * @return why that cannot be; null: it can
     */
    String acrescentar(ListaEscrita parte, int depoisDe, Integer continua) {
        partes.add(parte);
        caracteres += parte.length();
        continuaDepoisDe = continua;
        if (continua != null && continua <= depoisDe) {
            return "it goes on after the point %d, which is not after %d".formatted(continua, depoisDe);
        }
        if (continua != null && partes.size() >= PARTES) {
            return "it goes on after %d parts".formatted(PARTES);
        }
        return caracteres > CABEM ? "its parts have more than %d characters".formatted(CABEM) : null;
    }

    /** Null: it has been heard to its end. */
    Integer continuaDepoisDe() {
        return continuaDepoisDe;
    }

    /** Whether no other part has been asked for yet. */
    boolean ehSoAPrimeira() {
        return partes.size() == 1;
    }

    /** Whether it is too late to ask for another part. */
    boolean passouDoPrazo(Instant agora) {
        return agora.isAfter(ate);
    }

    /** The answer as if it had come in one. */
    ObjectNode juntar(String postos) {
        return primeira.set(postos, ListaEscrita.de(partes));
    }
}
