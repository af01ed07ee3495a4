package br.com.recarga.platform.mqtt;

import br.com.recarga.platform.perfil.PartidaRecusada;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;

/** All MQTT connections of this process: opens them alike, knows whether all are subscribed. */
public final class MqttConnections implements AutoCloseable {

    /**
     * What the broker may send to a route before it is acknowledged. Few, because the expiry of a message counts only while the
     * broker holds it: what waits in our socket is done even if its caller has given up. Not on connections that publish: EMQX
     * takes no more from a connection than that one takes from it.
     */
    private static final int RECEIVE_MAXIMUM = 32;

    private final MqttSettings settings;
    private final List<String> brokers;
    private final Function<Consumer<Socket>, SocketFactory> sockets;
    private final EarlierBroker earlier;
    /** By name; one that was closed stays, so that a route stopped by hand shows as not subscribed. */
    private final Map<String, MqttConnection> connections = new ConcurrentHashMap<>();

    private final List<MqttConnection> publishers = new CopyOnWriteArrayList<>();

    /** Those that other processes have in turn: whether one is there says nothing of this process. */
    private final List<MqttConnection> shared = new CopyOnWriteArrayList<>();

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mqtt-reconnect");
        thread.setDaemon(true);
        return thread;
    });

    /** Connections that are encrypted only if the broker's URL says so. */
    public MqttConnections(MqttSettings settings) {
        this(settings, TlsSettings.NONE);
    }

    /** @throws PartidaRecusada if a file that the settings name is not what it should be, or is not needed */
    public MqttConnections(MqttSettings settings, TlsSettings tls) {
        this.settings = settings;
        this.brokers = settings.brokers().stream().map(tls::url).toList();
        if (TlsSettings.isEncrypted(brokers.get(0))) {
            SSLSocketFactory encrypted = tls.context().getSocketFactory();
            this.sockets = onUnconnected -> new TlsSocketFactory(encrypted, onUnconnected);
        } else {
            tls.refuseFiles();
            this.sockets = NoDelaySocketFactory::new;
        }
        this.earlier =
                new EarlierBroker(brokers, () -> clientId("procura"), this::options, sockets, this::all, scheduler);
        if (brokers.size() > 1) {
            earlier.watch();
        }
    }

    /**
     * A connection that may also publish, and connects with its first subscription, in the background: a broker that is away
     * stops nobody's start.
     *
     * @param name makes the MQTT client id unique within the process
     */
    public MqttConnection subscriber(String name) throws MqttException {
        return named(name, options(), null, null);
    }

    /** A connection that only publishes; it connects at once, in the background. */
    public MqttConnection publisher(String name) throws MqttException {
        MqttConnection connection = subscriber(name);
        publishers.add(connection);
        connection.open();
        return connection;
    }

    /** A connection that only announces, in turn with other processes. */
    public MqttConnection announcer(String name, Announcement announcement, Succession succession)
            throws MqttException {
        MqttConnection connection =
                connection(name, owned(succession.clientId()), options(), announcement, succession, null);
        shared.add(connection);
        connection.open();
        return connection;
    }

    /**
     * A connection that hears what is to be done.
     *
     * @param announcement what it announces of itself; null: nothing
     * @param echoTopic a topic of one's own, by which it {@linkplain MqttConnection#isCaughtUp() notices} that it has heard all
     *     that was retained; null if nothing is
     */
    MqttConnection subscriber(String name, Announcement announcement, String echoTopic) throws MqttException {
        MqttConnectionOptions few = options();
        few.setReceiveMaximum(RECEIVE_MAXIMUM);
        return named(name, few, announcement, echoTopic);
    }

    private MqttConnection named(
            String name, MqttConnectionOptions options, Announcement announcement, String echoTopic)
            throws MqttException {
        MqttConnection connection = connection(name, clientId(name), options, announcement, Succession.NONE, echoTopic);
        connections.put(name, connection);
        return connection;
    }

    private MqttConnection connection(
            String name,
            String clientId,
            MqttConnectionOptions options,
            Announcement announcement,
            Succession succession,
            String echoTopic)
            throws MqttException {
        return new MqttConnection(
                brokers,
                clientId,
                settings.clientIdPrefix() + "-" + name,
                options,
                sockets,
                announcement,
                succession,
                echoTopic,
                scheduler,
                settings.reconnectDelay().toMillis());
    }

    /** Whether there are connections and the broker has agreed to every subscription of each. */
    public boolean allSubscribed() {
        return !connections.isEmpty() && connections.values().stream().allMatch(MqttConnection::isSubscribed);
    }

    /** Whether something that should be heard is not: the broker is away, has not agreed yet, or has not told all. */
    public boolean anyMissing() {
        return connections.values().stream().anyMatch(connection -> !connection.isCaughtUp());
    }

    /** Whether the connection of this name is there, but has not {@linkplain MqttConnection#isCaughtUp() heard all}. */
    public boolean isBehind(String name) {
        MqttConnection connection = connections.get(name);
        return connection != null && !connection.isCaughtUp();
    }

    /** Whether the broker has agreed to every subscription of the connection of this name. */
    public boolean isSubscribed(String name) {
        MqttConnection connection = connections.get(name);
        return connection != null && connection.isSubscribed();
    }

    /** How often the connection of this name has come up; 0 if there is none. One that is made anew begins anew. */
    public long connects(String name) {
        MqttConnection connection = connections.get(name);
        return connection == null ? 0 : connection.connects();
    }

    /**
     * How often a connection that publishes has come up: whoever sees it grow can publish, and knows that the broker may
     * have been away. Those that subscribe come up beside it, at about the same time, and would say the same again.
     */
    public long connects() {
        return publishers.stream().mapToLong(MqttConnection::connects).sum();
    }

    /** How often any connection of this process has come up. */
    public long allConnects() {
        return all().mapToLong(MqttConnection::connects).sum();
    }

    @Override
    public void close() {
        earlier.close();
        all().forEach(MqttConnection::close);
        scheduler.shutdownNow();
    }

    private Stream<MqttConnection> all() {
        return Stream.concat(connections.values().stream(), shared.stream());
    }

    /** Ends so that nobody can guess it: who connects by the same id takes a connection over. */
    private String clientId(String name) {
        String rest = name + "-" + UUID.randomUUID();
        return settings.usuario().isEmpty() ? settings.clientIdPrefix() + "-" + rest : owned(rest);
    }

    /** Begins with whose it is, if the broker knows. */
    private String owned(String clientId) {
        return settings.usuario().isEmpty() ? clientId : settings.usuario() + "-" + clientId;
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        // MqttConnection reconnects by itself: Paho's delay is static, so every client of the process doubles it
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout(Math.max(1, (int) settings.connectTimeout().toSeconds()));
        options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
        if (!settings.usuario().isEmpty()) {
            options.setUserName(settings.usuario());
            options.setPassword(settings.senha().getBytes(StandardCharsets.UTF_8));
        }
        return options;
    }
}
