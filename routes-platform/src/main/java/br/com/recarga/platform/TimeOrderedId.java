package br.com.recarga.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/**
 * Ids that begin with the time (UUIDv7), so that the newest rows lie together in the indexes of a database: with random ones each
 * row is written to a page of its own, somewhere in the whole index. All but the time is random, and cannot be guessed.
 */
public final class TimeOrderedId {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private TimeOrderedId() {}

    /** A new one. */
    public static UUID next() {
        return IDS.generate();
    }
}
