package br.com.recarga.e2e;

import java.util.List;

/** Two brokers that know nothing of each other: what holds then is what the parties do by themselves. */
class DoisBrokersSeparadosTest extends DoisBrokersTest {

    private final List<BrokerEmbutido> brokers = List.of(new BrokerEmbutido(), new BrokerEmbutido());

    @Override
    List<BrokerEmbutido> brokers() {
        return brokers;
    }

    @Override
    void awaitBoth() {
        // each serves as soon as it has started
    }
}
