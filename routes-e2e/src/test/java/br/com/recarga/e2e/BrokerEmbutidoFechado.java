package br.com.recarga.e2e;

import br.com.recarga.broker.EmbeddedBroker;
import br.com.recarga.broker.Partes;
import br.com.recarga.testkit.FreePorts;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** The embedded broker with parties that live in memory. */
final class BrokerEmbutidoFechado implements BrokerFechado {

    private final int port = FreePorts.find(1).get(0);
    private final Partes partes;
    private final Set<String> originals = new HashSet<>();
    private EmbeddedBroker broker;

    /**
     * @param users {@code s.server1} and the like; with a {@code *} behind it, a party that also speaks with the original's
     *     programs
     */
    BrokerEmbutidoFechado(String... users) {
        this(new Partes().com(ADMIN, password(ADMIN), List.of("topic readwrite #")));
        for (String entry : users) {
            String user = entry.replace("*", "");
            partes.com(user, password(user));
            if (!user.equals(entry)) {
                partes.comOriginais(user);
                originals.add(user);
            }
        }
    }

    BrokerEmbutidoFechado(Partes partes) {
        this.partes = partes;
    }

    @Override
    public void start() throws Exception {
        // it says each refusal as an error, and tests bring hundreds
        ((Logger) LoggerFactory.getLogger("org.apache.activemq.artemis.core.protocol.mqtt")).setLevel(Level.OFF);
        broker = EmbeddedBroker.start(Set.of(port), partes);
    }

    @Override
    public void stop() throws Exception {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    @Override
    public Optional<String> senha(String user) {
        return Optional.of(password(user));
    }

    @Override
    public int port(String user) {
        return port;
    }

    @Override
    public boolean refusesSubscriptions() {
        return true;
    }

    @Override
    public boolean comOriginais(String user) {
        return originals.contains(user);
    }

    private static String password(String user) {
        return "senha-de-" + user;
    }
}
