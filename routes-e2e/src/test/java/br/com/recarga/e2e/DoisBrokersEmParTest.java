package br.com.recarga.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Two Artemis that are one broker: the second takes the place of the first, and knows what that one knew. */
class DoisBrokersEmParTest extends DoisBrokersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final List<BrokerDeUmPar> par = par();

    @Override
    List<BrokerDeUmPar> brokers() {
        return par;
    }

    @Override
    void awaitBoth() {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> par.get(0).emDia());
    }

    private static List<BrokerDeUmPar> par() {
        try {
            return BrokerDeUmPar.par();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
