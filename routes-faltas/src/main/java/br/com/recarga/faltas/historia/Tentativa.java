package br.com.recarga.faltas.historia;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One HTTP call.
 *
 * @param processo that was called
 * @param de when it was sent, in ms since the campaign began
 * @param ate when its answer was read, or the connection was dropped, or the caller gave up
 * @param dita null if nothing was answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tentativa(Pedida pedida, String processo, long de, long ate, Fim fim, Dita dita) {

    /** How a call ends. */
    public enum Fim {
        RESPONDIDA,
        /** The connection was refused or dropped, as by a process that is killed. */
        CAIU,
        /** Neither; the caller gave up. */
        CALOU
    }

    boolean definitiva() {
        return dita != null && dita.definitiva();
    }

    public boolean feita() {
        return dita != null && dita.feita();
    }
}
