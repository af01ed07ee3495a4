package br.com.recarga.platform.perfil;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Settings with which a process must not start. The message is for whoever starts it: which setting, and the way out. */
public final class PartidaRecusada extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message in Portuguese, one line, without a secret */
    public PartidaRecusada(String message) {
        super(message, null, false, false);
    }

    /** The one that stopped a start, whatever it is wrapped in. */
    public static Optional<PartidaRecusada> em(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(PartidaRecusada.class::isInstance)
                .map(PartidaRecusada.class::cast)
                .findFirst();
    }

    /** Prints the line, and nothing else, where there would be a stack trace; also when logging is not set up yet. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Reporter implements SpringBootExceptionReporter {

        @Override
        public boolean reportException(Throwable failure) {
            Optional<PartidaRecusada> refused = em(failure);
            refused.ifPresent(line -> System.err.println(line.getMessage()));
            return refused.isPresent();
        }
    }
}
