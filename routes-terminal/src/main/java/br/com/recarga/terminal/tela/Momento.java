package br.com.recarga.terminal.tela;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A time as people write it: when that is depends on whose clocks show it, unless it says so itself.
 *
 * @param exato whether it does
 * @param quando the time by the clocks of a place
 */
public record Momento(boolean exato, Function<ZoneId, OffsetDateTime> quando) {

    public OffsetDateTime em(ZoneId lugar) {
        return quando.apply(lugar);
    }

    /** @param momento null: none */
    public static OffsetDateTime em(ZoneId lugar, Momento momento) {
        return momento == null ? null : momento.em(lugar);
    }

    /** Whether one has to know the place; null: a time that was not said. */
    public static boolean dependemDoLugar(Momento... momentos) {
        return Stream.of(momentos).filter(Objects::nonNull).anyMatch(momento -> !momento.exato);
    }
}
