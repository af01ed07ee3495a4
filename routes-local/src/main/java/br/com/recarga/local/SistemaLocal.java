package br.com.recarga.local;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.ServidorStatus.Presenca;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.server.ServerApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** Servers and clients in this process, each in a Spring context of its own, on a broker that somebody else runs. */
public final class SistemaLocal implements AutoCloseable {

    private static final int STARTED_AT_ONCE = 3;

    private final LocalSettings settings;
    private final Function<String, Stream<String>> connection;
    private final String[] extra;
    private final Map<String, ConfigurableApplicationContext> running = new ConcurrentHashMap<>();

    private SistemaLocal(LocalSettings settings, Function<String, Stream<String>> connection, String... extra) {
        this.settings = settings;
        this.connection = connection;
        this.extra = extra;
    }

    /**
     * Starts all; returns when each has started.
     *
     * @param extra arguments for every server and client, such as {@code --recarga.prazo=2s}
     */
    public static SistemaLocal start(LocalSettings settings, String... extra) {
        return start(
                settings,
                party -> Stream.of("--recarga.mqtt.broker-url=tcp://127.0.0.1:" + settings.mqttPort()),
                extra);
    }

    /**
     * The same at a broker that wants to know who comes.
     *
     * @param connection the arguments with which a party, such as {@code s.server1} or {@code c.client_servidor_1}, comes to it; a
     *     {@code --DATABASE_URL} among them takes the place of its file
     * @param extra arguments for every server and client
     */
    public static SistemaLocal start(
            LocalSettings settings, Function<String, Stream<String>> connection, String... extra) {
        // logback.xml is read once and for all: five applications at once would each set logging up anew
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        // which leaves it to us to bring Tomcat's there
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        SistemaLocal sistema = new SistemaLocal(settings, connection, extra);
        // not the common pool, which has a single thread on two cores
        ExecutorService starters = Executors.newFixedThreadPool(STARTED_AT_ONCE);
        try {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int n = 1; n <= settings.serverPorts().size(); n++) {
                int server = n;
                all.add(CompletableFuture.runAsync(() -> sistema.startServer(server), starters));
            }
            for (int n = 1; n <= settings.clientPorts().size(); n++) {
                int client = n;
                all.add(CompletableFuture.runAsync(() -> sistema.startClient(client), starters));
            }
            all.forEach(CompletableFuture::join);
            return sistema;
        } catch (RuntimeException e) {
            sistema.close();
            throw e;
        } finally {
            starters.shutdown();
        }
    }

    /** Whether everybody is subscribed and every client knows every server. */
    public boolean isReady() {
        return running.values().stream()
                .allMatch(application ->
                        application.getBean(MqttConnections.class).allSubscribed()
                                && application.getBeanProvider(Servidores.class).stream()
                                        .allMatch(known -> online(known)
                                                >= settings.serverPorts().size()));
    }

    /** Not as whoever asks servers counts them: until all have been heard of, that is refused. */
    private static long online(Servidores known) {
        return known.todos().stream()
                .filter(server -> server.status() == Presenca.ONLINE)
                .count();
    }

    /** Starts {@code server1} for 1, on the first of the servers' ports, and so on. */
    public void startServer(int n) {
        String serverId = "server" + n;
        // one console is enough: all contexts share the process's MBeans
        int managementPort = n == 1 ? settings.managementPort() : -1;
        running.put(
                serverId,
                run(
                        ServerApplication.application(),
                        "s." + serverId,
                        "--server.port=" + settings.serverPorts().get(n - 1),
                        "--management.server.port=" + managementPort,
                        "--hawtio.enabled=" + (managementPort > 0),
                        "--recarga.server-id=" + serverId,
                        "--recarga.replicas=false",
                        "--recarga.database-url=jdbc:sqlite:"
                                + settings.dataDir().resolve(serverId + ".db"),
                        "--recarga.postos-csv=" + settings.postosDir().resolve(serverId + ".csv")));
    }

    /** Stops {@code server1} for 1, and so on, in good order. */
    public void stopServer(int n) {
        running.remove("server" + n).close();
    }

    private void startClient(int n) {
        String clientId = "client_servidor_" + n;
        running.put(
                clientId,
                run(
                        ClientApplication.application(),
                        "c." + clientId,
                        "--server.port=" + settings.clientPorts().get(n - 1),
                        "--management.server.port=-1",
                        "--hawtio.enabled=false",
                        "--recarga.client-id=" + clientId,
                        "--recarga.replicas=false",
                        "--recarga.database-url=jdbc:sqlite:"
                                + settings.dataDir().resolve(clientId + ".db")));
    }

    private ConfigurableApplicationContext run(SpringApplicationBuilder application, String party, String... args) {
        // the log is one for the process, and would give all the name of one; threads carry the name of theirs
        String logging = "--logging.include-application-name=false";
        List<String> way = connection.apply(party).toList();
        boolean elsewhere = way.stream().anyMatch(argument -> argument.startsWith("--DATABASE_URL="));
        Stream<String> own =
                Stream.of(args).filter(argument -> !elsewhere || !argument.startsWith("--recarga.database-url="));
        String[] all = Stream.of(own, way.stream(), Stream.of(logging), Stream.of(extra))
                .flatMap(part -> part)
                .toArray(String[]::new);
        // whoever closes this object decides the order in which contexts and broker end
        return application.registerShutdownHook(false).run(all);
    }

    /** Stops all, the clients first. */
    @Override
    public void close() {
        running.keySet().stream().sorted().forEach(name -> running.remove(name).close());
    }
}
