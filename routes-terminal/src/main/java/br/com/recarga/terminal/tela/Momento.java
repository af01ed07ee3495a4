package br.com.recarga.terminal.tela;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** A time as people write it: when that is depends on whose clocks show it, unless it says so itself. */
public final class Momento {

    private final boolean exato;
    private final Function<ZoneId, OffsetDateTime> quando;

    private Momento(boolean exato, Function<ZoneId, OffsetDateTime> quando) {
        this.exato = exato;
        this.quando = quando;
    }

    static Momento exato(OffsetDateTime momento) {
        return new Momento(true, lugar -> momento);
    }

    static Momento local(Function<ZoneId, OffsetDateTime> quando) {
        return new Momento(false, quando);
    }

    /** By the clocks of a place. */
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
