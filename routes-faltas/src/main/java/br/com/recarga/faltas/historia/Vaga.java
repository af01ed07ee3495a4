package br.com.recarga.faltas.historia;

import java.time.Instant;

/** A window at a point; {@code fim} does not belong to it. */
public record Vaga(String servidor, int posto, Instant inicio, Instant fim) {

    /** Whether two cars would stand there at the same time. */
    boolean cruza(Vaga outra) {
        return servidor.equals(outra.servidor) && posto == outra.posto && aoMesmoTempo(outra);
    }

    /** Wherever they are. */
    boolean aoMesmoTempo(Vaga outra) {
        return inicio.isBefore(outra.fim) && outra.inicio.isBefore(fim);
    }
}
