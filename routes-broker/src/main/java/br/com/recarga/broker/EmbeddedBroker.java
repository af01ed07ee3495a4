package br.com.recarga.broker;

import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * ActiveMQ Artemis as an MQTT broker in this process: MQTT 3.1.1 and 5, over TCP, on the loopback interface only, and with
 * nothing on disk.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String ACCEPTOR = "tcp://127.0.0.1:%d?protocols=MQTT";
    private static final long MAX_BYTES_PER_TOPIC = 64L << 20;

    /** Each message passes through several of the broker's threads, and of thirty the next is always one that sleeps. */
    private static final int THREADS = 4;

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    private EmbeddedBroker() {}

    /**
     * Starts a broker that takes anybody.
     *
     * @param ports each takes MQTT
     */
    public static EmbeddedBroker start(Set<Integer> ports) throws Exception {
        EmbeddedBroker broker = new EmbeddedBroker();
        broker.server.setConfiguration(configuration(ports).setSecurityEnabled(false));
        broker.server.start();
        return broker;
    }

    /**
     * Starts a closed broker: each party comes with its password, and may publish and hear what its role may.
     *
     * @param ports each takes MQTT
     */
    public static EmbeddedBroker start(Set<Integer> ports, Partes partes) throws Exception {
        Configuration configuration = configuration(ports).setSecurityEnabled(true);
        EmbeddedBroker broker = new EmbeddedBroker();
        broker.server.setConfiguration(configuration);
        broker.server.setSecurityManager(new TopicSecurity(partes, configuration.getWildcardConfiguration()));
        broker.server.start();
        return broker;
    }

    private static Configuration configuration(Set<Integer> ports) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("recarga")
                .setThreadPoolMaxSize(THREADS)
                .setPersistenceEnabled(false)
                .setJMXManagementEnabled(false)
                .setIncomingInterceptorClassNames(List.of(SemWebSocket.class.getName()))
                .addAddressSetting(
                        "#",
                        new AddressSettings()
                                .setMaxSizeBytes(MAX_BYTES_PER_TOPIC)
                                // a client that does not read must not fill the memory of all
                                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP));
        for (int port : ports) {
            configuration.addAcceptorConfiguration("mqtt-" + port, ACCEPTOR.formatted(port));
        }
        return configuration;
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
