package br.com.recarga.faltas.historia;

/**
 * A fault as it happened.
 *
 * @param alvo the process, the database, or {@link #BROKER}
 * @param de in ms since the campaign began
 * @param ate when it was over; of a process that was killed, when it was ready again
 */
public record Falta(Especie especie, String alvo, long de, long ate) {

    /** The target of {@link Especie#DERRUBAR_BROKER}. */
    public static final String BROKER = "broker";
}
