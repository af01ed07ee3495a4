package br.com.recarga.server.janelas;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Instants as the database keeps them: ISO-8601, UTC, whole seconds, of one width while the year has four digits. */
public final class Instantes {

    private Instantes() {}

    public static String format(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** In whole seconds, as it would be kept. */
    public static Instant segundos(OffsetDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    public static Instant parse(String stored) {
        return Instant.parse(stored);
    }
}
