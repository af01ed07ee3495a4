package br.com.recarga.contract;

import java.time.Duration;
import java.time.OffsetDateTime;

/** A window of time, {@code inicio} included and {@code fim} excluded; either end may be left to the server. */
public interface Janela {

    /** The shortest that is chosen for a charge, and the shortest time of which anybody is told that a point is free in it. */
    Duration DURACAO_MINIMA = Duration.ofMinutes(15);

    /** The longest window that can be reserved. */
    Duration DURACAO_MAXIMA = Duration.ofHours(24);

    OffsetDateTime inicio();

    OffsetDateTime fim();
}
