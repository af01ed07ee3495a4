package br.com.recarga.platform.erros;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SparseLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("sparse");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private long now;
    private final SparseLog sparse = new SparseLog(logger, () -> now);

    @BeforeEach
    void listen() {
        logger.setAdditive(false);
        logger.setLevel(Level.WARN);
        logger.addAppender(written);
        written.start();
    }

    @AfterEach
    void leave() {
        logger.detachAppender(written);
    }

    @Test
    void eachKindIsToldOnceAndThenHowManyWereLeftOut() {
        for (int i = 0; i < 14; i++) {
            sparse.warn("Request " + i + " refused", new IllegalStateException(new SQLException("locked " + i)));
            sparse.warn("Request " + i + " refused", new IOException("full"));
        }
        now += SparseLog.INTERVAL.toNanos();
        sparse.warn("Request 14 refused", new IllegalStateException(new SQLException("locked")));

        assertThat(written.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Request 0 refused: java.lang.IllegalStateException: java.sql.SQLException: locked 0",
                        "Request 0 refused: java.io.IOException: full",
                        "Request 14 refused: java.lang.IllegalStateException: java.sql.SQLException: locked"
                                + " (and 13 more of this kind before)");
        assertThat(written.list).allMatch(event -> event.getThrowableProxy() == null);
    }

    @Test
    void aFullDiskIsNotLeftOutBecauseOfALockedDatabase() {
        sparse.warn("Refused", new IllegalStateException(new SQLException("locked", null, 5)));
        sparse.warn("Refused", new IllegalStateException(new SQLException("full", null, 13)));
        sparse.warn("Refused", new IllegalStateException(new SQLException("still full", null, 13)));

        assertThat(written.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Refused: java.lang.IllegalStateException: java.sql.SQLException: locked",
                        "Refused: java.lang.IllegalStateException: java.sql.SQLException: full");
    }

    @Test
    void whatComesSeldomIsToldEachTime() {
        for (int i = 0; i < 3; i++) {
            sparse.warn("Refused", new IOException("full"));
            now += Duration.ofSeconds(11).toNanos();
        }

        assertThat(written.list)
                .hasSize(3)
                .allMatch(event -> event.getFormattedMessage().equals("Refused: java.io.IOException: full"));
    }

    @Test
    void oneServerIsNotLeftOutBecauseOfAnother() {
        sparse.warnOf("server1", "server1 says 7");
        sparse.warnOf("server1", "server1 says 8");
        sparse.warnOf("server2", "server2 says 7");

        assertThat(written.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("server1 says 7", "server2 says 7");
    }

    @Test
    void whatNobodyKnowsWhyItHappenedIsToldWithItsStack() {
        sparse.error("Request 1 failed", new IllegalStateException());
        sparse.error("Request 2 failed", new IllegalStateException());

        assertThat(written.list).hasSize(1).allMatch(event -> event.getThrowableProxy() != null);
    }
}
