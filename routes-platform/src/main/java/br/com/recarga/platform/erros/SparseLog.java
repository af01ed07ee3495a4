package br.com.recarga.platform.erros;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.springframework.core.NestedExceptionUtils;

/**
 * Tells of each kind of trouble once in {@link #INTERVAL}, and then how often it was left out in between: while a database is
 * locked or a broker is away every request finds the same, and a log that says so of each hides all else and fills the disk.
 */
public final class SparseLog {

    static final Duration INTERVAL = Duration.ofSeconds(10);

    /** More than there are; what comes then is taken for one kind. */
    private static final int MAX_KINDS = 100;

    private final Logger log;
    private final LongSupplier nanos;
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    public SparseLog(Logger log) {
        this(log, System::nanoTime);
    }

    SparseLog(Logger log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
    }

    /** A line without a stack: what happened is outside of this process. */
    public void warn(String message, Throwable failure) {
        tell(kind(failure), more -> log.warn("{}: {}{}", message, failure, more));
    }

    /** The same of a failure whose message is not for the log. */
    public void warn(String message, Class<?> failure) {
        tell(failure.getName(), more -> log.warn("{}: {}{}", message, failure.getName(), more));
    }

    /** The same of what no failure tells: {@code kind} is what is told apart, such as whose it is. */
    public void warnOf(String kind, String message) {
        tell(kind, more -> log.warn("{}{}", message, more));
    }

    /** A line with the stack: nobody knows yet why it happened. */
    public void error(String message, Throwable failure) {
        tell(kind(failure), more -> log.error("{}{}", message, more, failure));
    }

    /**
     * By its class and that of its origin; messages differ from one to the next. What happened in a database only its code
     * tells: a disk that is full and a lock that somebody holds are of one class.
     */
    private static String kind(Throwable failure) {
        Throwable origin = NestedExceptionUtils.getMostSpecificCause(failure);
        String kind = failure.getClass().getName() + " < " + origin.getClass().getName();
        return origin instanceof SQLException database ? kind + " " + database.getErrorCode() : kind;
    }

    private void tell(String kind, Consumer<String> line) {
        String known = kinds.size() < MAX_KINDS || kinds.containsKey(kind) ? kind : "";
        long leftOut = kinds.computeIfAbsent(known, name -> new Kind()).turn(nanos.getAsLong());
        if (leftOut >= 0) {
            line.accept(leftOut == 0 ? "" : " (and %d more of this kind before)".formatted(leftOut));
        }
    }

    private static final class Kind {

        private long toldAt;
        private long leftOut = -1;

        /** @return how many were left out since the last time; -1 if it is not yet time to tell */
        synchronized long turn(long now) {
            if (leftOut >= 0 && now - toldAt < INTERVAL.toNanos()) {
                leftOut++;
                return -1;
            }
            long before = Math.max(0, leftOut);
            toldAt = now;
            leftOut = 0;
            return before;
        }
    }
}
