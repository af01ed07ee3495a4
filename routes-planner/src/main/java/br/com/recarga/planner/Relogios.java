package br.com.recarga.planner;

import br.com.recarga.contract.lugares.Fusos;
import java.time.Instant;
import java.time.LocalDateTime;
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

    OffsetDateTime em(Local lugar, long segundo) {
        return Instant.ofEpochSecond(segundo).atZone(fuso(lugar).orElse(padrao)).toOffsetDateTime();
    }

    /** When the clocks there show this; after a change of clocks, where they never do. */
    OffsetDateTime quando(Local lugar, LocalDateTime hora) {
        return hora.atZone(fuso(lugar).orElse(padrao)).toOffsetDateTime();
    }

    /** The IANA id of the zone; null if none is known. */
    static String nome(Local lugar) {
        return fuso(lugar).map(ZoneId::getId).orElse(null);
    }

    private static Optional<ZoneId> fuso(Local lugar) {
        return Optional.ofNullable(lugar.fuso()).or(() -> Fusos.de(lugar.coordenadas()));
    }
}
