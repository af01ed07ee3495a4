package br.com.recarga.planner;

import br.com.recarga.contract.lugares.Fusos;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The clocks by which a plan tells its times: each place's own.
 *
 * @param padrao of places of which none is known, such as those abroad
 */
record Relogios(ZoneOffset padrao) {

    private static final LocalTime ANOITECE = LocalTime.of(22, 0);
    private static final LocalTime AMANHECE = LocalTime.of(5, 0);

    OffsetDateTime em(Local lugar, long segundo) {
        return Instant.ofEpochSecond(segundo).atZone(fuso(lugar).orElse(padrao)).toOffsetDateTime();
    }

    /** When the clocks there show this; after a change of clocks, where they never do. */
    OffsetDateTime quando(Local lugar, LocalDateTime hora) {
        return hora.atZone(fuso(lugar).orElse(padrao)).toOffsetDateTime();
    }

    /** Whether some of the time from one second until another, at most a day, is between ten and five there. */
    boolean deNoite(Local lugar, long inicio, long fim) {
        LocalDateTime de = em(lugar, inicio).toLocalDateTime();
        LocalDateTime ate = em(lugar, fim).toLocalDateTime();
        LocalDateTime amanhece = de.toLocalDate().atTime(AMANHECE);
        LocalDateTime anoitece = de.toLocalDate().atTime(ANOITECE);
        return de.isBefore(amanhece) || ate.isAfter(anoitece);
    }

    /** The IANA id of the zone; null if none is known. */
    static String nome(Local lugar) {
        return fuso(lugar).map(ZoneId::getId).orElse(null);
    }

    private static Optional<ZoneId> fuso(Local lugar) {
        return Optional.ofNullable(lugar.fuso()).or(() -> Fusos.de(lugar.coordenadas()));
    }
}
