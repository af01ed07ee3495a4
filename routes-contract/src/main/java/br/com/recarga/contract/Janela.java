package br.com.recarga.contract;

import java.time.Duration;
import java.time.OffsetDateTime;

/** A window of time, {@code inicio} included and {@code fim} excluded; either end may be left to the server. */
public interface Janela {

    /** The longest window that can be reserved. */
    Duration DURACAO_MAXIMA = Duration.ofHours(24);

    OffsetDateTime inicio();

    OffsetDateTime fim();
}
