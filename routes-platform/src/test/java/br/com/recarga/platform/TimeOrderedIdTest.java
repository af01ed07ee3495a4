package br.com.recarga.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {

    private static final int BITS_AFTER_TIME = 16;

    @Test
    void beginsWithTheTime() {
        long before = System.currentTimeMillis();
        UUID id = TimeOrderedId.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.getMostSignificantBits() >>> BITS_AFTER_TIME).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void thoseOfOneMomentDoNotTellEachOther() {
        Set<Long> ends = new HashSet<>();
        Stream.generate(TimeOrderedId::next)
                .limit(1_000)
                .forEach(id -> ends.add(id.getLeastSignificantBits() >> Integer.SIZE));

        // random bits of two ids are alike once in a million times; counted up, they would nearly always be
        assertThat(ends).hasSizeGreaterThan(990);
    }
}
