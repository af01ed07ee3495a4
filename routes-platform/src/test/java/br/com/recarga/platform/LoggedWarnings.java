package br.com.recarga.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The warnings of some classes, which the log of the tests leaves out. */
public final class LoggedWarnings extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<Logger> loggers;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> contexts = new CopyOnWriteArrayList<>();

    public LoggedWarnings(Class<?>... classes) {
        loggers = Stream.of(classes)
                .map(LoggerFactory::getLogger)
                .map(Logger.class::cast)
                .toList();
        setContext(loggers.get(0).getLoggerContext());
        start();
        for (Logger logger : loggers) {
            logger.setLevel(Level.WARN);
            logger.addAppender(this);
        }
    }

    /** What was said so far. */
    public List<String> lines() {
        return lines;
    }

    /** With each of them: what the log knew of its occasion. */
    public List<Map<String, String>> contexts() {
        return contexts;
    }

    @Override
    protected void append(ILoggingEvent event) {
        contexts.add(event.getMDCPropertyMap());
        lines.add(event.getFormattedMessage());
    }

    @Override
    public void close() {
        for (Logger logger : loggers) {
            logger.detachAppender(this);
            logger.setLevel(null);
        }
    }
}
