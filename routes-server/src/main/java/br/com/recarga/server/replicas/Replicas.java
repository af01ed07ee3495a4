package br.com.recarga.server.replicas;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this process speaks for all replicas of its server: announces it, tells what has become of its points, ends what the clock has
 * ended. It does for a term of {@link #PRAZO}, which the database gives by its own clock to one at a time, and to the same one again
 * as long as it asks; one that is killed, stopped or cut off has no more than what is left of its term. A process that has no
 * replicas always does.
 *
 * <p>What is decided needs no term: the database lets one decide at a time, whoever it is.
 */
public class Replicas {

    /** Of a term; whole seconds, as the database counts them. */
    static final Duration PRAZO = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Replicas.class);

    /** Null: this process is the only one. */
    private final Identidade identidade;

    private final String dono;
    private final Clock clock;
    private Instant ate = Instant.EPOCH;
    private long numero;

    private Replicas(Identidade identidade, String dono, Clock clock) {
        this.identidade = identidade;
        this.dono = dono;
        this.clock = clock;
    }

    /** A process that is its server alone. */
    public static Replicas nenhuma() {
        return new Replicas(null, null, null);
    }

    /** One of several, and how it is called among them. */
    public static Replicas de(Identidade identidade, String dono, Clock clock) {
        return new Replicas(identidade, dono, clock);
    }

    /** As which they speak; empty: this process is the only one. */
    public Optional<Identidade> identidade() {
        return Optional.ofNullable(identidade);
    }

    /** Whether this process speaks for all now. */
    public synchronized boolean fala() {
        return identidade == null || clock.instant().isBefore(ate);
    }

    /** Grows with each change of hands: what another has told is not ours. */
    public synchronized long numero() {
        return numero;
    }

    /** Parameters of {@code mandato-presente.sql} and {@code mandato-pedir.sql}. */
    public Map<String, Object> pedido() {
        return Map.of("instancia", identidade.instancia(), "dono", dono, "prazo", PRAZO.toSeconds());
    }

    /** Now, as the term is counted. */
    public Instant agora() {
        return clock.instant();
    }

    /**
     * Takes how it is after the term has been asked for.
     *
     * @param desde from before it was asked for, so that it ends here first
     */
    public synchronized void soube(Mandato mandato, Instant desde) {
        boolean nosso = mandato.dono().equals(dono);
        if (nosso && mandato.numero() != numero) {
            LOG.info("This process speaks for all replicas from now on");
        }
        numero = mandato.numero();
        ate = nosso ? desde.plus(PRAZO) : Instant.EPOCH;
    }
}
