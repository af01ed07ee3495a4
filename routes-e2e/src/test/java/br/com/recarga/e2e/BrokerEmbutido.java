package br.com.recarga.e2e;

import br.com.recarga.broker.EmbeddedBroker;
import br.com.recarga.testkit.FreePorts;
import java.util.Set;

/** The broker of {@code make local}. */
final class BrokerEmbutido implements Broker {

    private final int port = FreePorts.find(1).get(0);
    private EmbeddedBroker broker;

    @Override
    public void start() throws Exception {
        broker = EmbeddedBroker.start(Set.of(port));
    }

    @Override
    public void stop() throws Exception {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    @Override
    public int port(String user) {
        return port;
    }
}
