package br.com.recarga.server.janelas;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the database keeps them: ISO-8601, UTC, whole seconds, of one width while the year has four digits. */
public final class Instantes {

    private Instantes() {}

    public static String format(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public static Instant parse(String stored) {
        return Instant.parse(stored);
    }
}
