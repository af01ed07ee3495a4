package br.com.recarga.e2e;

import br.com.recarga.broker.EmbeddedBroker;
import br.com.recarga.broker.Partes;
import br.com.recarga.testkit.FreePorts;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import org.slf4j.LoggerFactory;

/** The embedded broker with parties that live in memory. */
final class BrokerEmbutidoFechado implements BrokerFechado {

    private final int port = FreePorts.find(1).get(0);
    private EmbeddedBroker broker;

    @Override
    public void start(String... users) throws Exception {
        Partes partes = new Partes().com(ADMIN, senha(ADMIN), List.of("topic readwrite #"));
        for (String entry : users) {
            String user = entry.replace("*", "");
            partes.com(user, senha(user));
            if (!user.equals(entry)) {
                partes.comOriginais(user);
            }
        }
        // it says each refusal as an error, and tests bring hundreds
        ((Logger) LoggerFactory.getLogger("org.apache.activemq.artemis.core.protocol.mqtt")).setLevel(Level.OFF);
        broker = EmbeddedBroker.start(Set.of(port), partes);
    }

    @Override
    public String senha(String user) {
        return "senha-de-" + user;
    }

    @Override
    public int port(String user) {
        return port;
    }

    @Override
    public Optional<TrustManagerFactory> tls(String user) {
        return Optional.empty();
    }

    @Override
    public boolean refusesSubscriptions() {
        return true;
    }

    @Override
    public void close() throws Exception {
        if (broker != null) {
            broker.close();
        }
    }
}
