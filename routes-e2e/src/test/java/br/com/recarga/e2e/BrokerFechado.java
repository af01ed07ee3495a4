package br.com.recarga.e2e;

import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;

/** A closed broker, at which each party has a user of its own; {@link #ADMIN} may do everything. */
interface BrokerFechado extends AutoCloseable {

    String ADMIN = "admin";

    /**
     * Starts it with these parties.
     *
     * @param users {@code s.server1} and the like; with a {@code *} behind it, a party that also speaks with the original's
     *     programs
     */
    void start(String... users) throws Exception;

    String senha(String user);

    /** Where this user comes to. */
    int port(String user);

    /** Whom this user trusts to be the broker; empty: he comes without TLS. */
    Optional<TrustManagerFactory> tls(String user);

    /** Whether it says at once that it will not let a user hear something, rather than let him hear nothing. */
    boolean refusesSubscriptions();
}
