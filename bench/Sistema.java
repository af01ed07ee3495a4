import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A whole system in processes of its own: Mosquitto, servers, one client; what each of them uses, and what was kept. */
final class Sistema implements AutoCloseable {

    /**
     * @param perfil {@code aberto}, {@code fechado}, or {@code piso}: what is written by hand in bench/piso
     * @param settings of each process of ours, by their environment variables, besides those that it needs
     * @param asked of the server that is asked, the first one, in place of what it would need
     * @param replicas how many processes that one is
     */
    record Tipo(
            String perfil, Path java, int servers, Map<String, String> settings, Map<String, String> asked, int replicas) {

        Tipo(String perfil, Path java, int servers, Map<String, String> settings) {
            this(perfil, java, servers, settings, Map.of(), 1);
        }

        boolean isFloor() {
            return perfil.equals("piso");
        }
    }

    static final String URL = "http://127.0.0.1:17010";

    private static final int BROKER_PORT = 17_000;
    private static final int HTTP_PORT = 17_010;
    private static final int MOST_SERVERS = 30;
    private static final String ASKED = "server1";
    /** For all of them: what begins at the same time shares the machine. */
    private static final long START_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(180);

    private static final long START_LIMIT_OF_EACH_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final double MS_PER_TICK = 10;

    /**
     * Servers beyond so many are there to be heard, not asked. The JVM's second compiler would take minutes of two cores for thirty
     * of them, and go on while the one that is asked is measured; without it they cost rather too much than too little.
     */
    private static final int COMPILED = 3;

    private static final List<String> FIRST_COMPILER_ONLY = List.of("-XX:TieredStopAtLevel=1");

    /** Measuring is no attack. */
    private static final Map<String, String> NO_LIMITS = Map.of(
            "RECARGA_LIMITES_LEITURAS", "100000000",
            "RECARGA_LIMITES_ESCRITAS", "100000000",
            "RECARGA_LIMITES_CONEXOES", "8192",
            "RECARGA_COTAS_POR_PLACA", "0",
            "RECARGA_COTAS_PRE_RESERVAS", "0",
            "RECARGA_COTAS_DIAS_ADIANTE", "0");

    private final Tipo tipo;
    private final Path folder;
    private final Map<String, Process> parts = new LinkedHashMap<>();

    /** Starts the broker only. */
    Sistema(Tipo tipo, Path folder) throws IOException, InterruptedException {
        this.tipo = tipo;
        this.folder = Files.createDirectories(folder.toAbsolutePath());
        String access = "listener %d 127.0.0.1%nallow_anonymous true%n".formatted(BROKER_PORT);
        if (tipo.perfil().equals("fechado")) {
            makeSecrets();
            access = Files.readString(Path.of("mosquitto/fechado.conf"))
                    .replaceAll("listener \\d+", "listener " + BROKER_PORT + " 127.0.0.1")
                    .replace("segredos/", this.folder.resolve("segredos") + "/")
                    .replace("include_dir mosquitto/limites", "");
        }
        Path conf = this.folder.resolve("mosquitto.conf");
        // by default it gives up root's rights, and with them that to read its passwords
        Files.writeString(
                conf, "user %s%ninclude_dir mosquitto/limites%n%s".formatted(System.getProperty("user.name"), access));
        start("broker", Map.of(), "mosquitto", "-c", conf.toString());
    }

    private void makeSecrets() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bin/recarga-partes", "add", "c.cliente"));
        for (int n = 1; n <= tipo.servers(); n++) {
            command.add("s.server" + n);
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("partes.log").toFile());
        builder.environment().put("RECARGA_SEGREDOS", folder.resolve("segredos").toString());
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("partes.log")));
        }
    }

    /** Starts one server, and says after how many seconds it was ready. */
    double startOne() throws IOException {
        return timed(() -> server(1), () -> isReady(HTTP_PORT + 1));
    }

    /** Starts all that is missing, and says after how many seconds the client listed the points of all servers. */
    double startOthers() throws IOException {
        return timed(
                () -> {
                    for (int n = 2; n <= tipo.servers(); n++) {
                        server(n);
                    }
                    for (int replica = 2; replica <= tipo.replicas(); replica++) {
                        server(1, ASKED + "-" + replica, replicaPort(replica));
                    }
                    client();
                },
                () -> IntStream.rangeClosed(2, tipo.replicas()).allMatch(replica -> isReady(replicaPort(replica)))
                        && clientListsAll());
    }

    private static int replicaPort(int replica) {
        return HTTP_PORT + MOST_SERVERS + replica;
    }

    /** Whether it is a process of the server that is asked. */
    static boolean isAsked(String part) {
        return part.equals(ASKED) || part.startsWith(ASKED + "-");
    }

    /** Ends the only server in good order, so that something can be done with its database. */
    void endOne() throws InterruptedException {
        Process server = parts.remove(ASKED);
        server.destroy();
        if (!server.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("o servidor não terminou");
        }
    }

    private interface Starting {
        void run() throws IOException;
    }

    private double timed(Starting starting, BooleanSupplier ready) throws IOException {
        long begin = System.nanoTime();
        starting.run();
        while (!ready.getAsBoolean()) {
            for (Map.Entry<String, Process> part : parts.entrySet()) {
                if (!part.getValue().isAlive() || System.nanoTime() - begin > startLimit()) {
                    throw new IllegalStateException("%s não ficou no ar: veja %s"
                            .formatted(part.getKey(), folder.resolve(part.getKey() + ".log")));
                }
            }
            pause(50);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private long startLimit() {
        return START_LIMIT_NANOS + tipo.servers() * START_LIMIT_OF_EACH_NANOS;
    }

    private void server(int n) throws IOException {
        server(n, "server" + n, HTTP_PORT + n);
    }

    private void server(int n, String part, int port) throws IOException {
        String id = "server" + n;
        String csv = Path.of("data", "server" + ((n - 1) % 3 + 1) + ".csv").toString();
        if (tipo.isFloor()) {
            start(
                    id,
                    Map.of(),
                    floor(
                            "Servidor",
                            id,
                            String.valueOf(BROKER_PORT),
                            database(id).toString(),
                            csv));
        } else {
            Map<String, String> own = new LinkedHashMap<>(Map.of(
                    "SERVER_ID", id, "RECARGA_POSTOS_CSV", csv, "DATABASE_URL", "jdbc:sqlite:" + database(id)));
            if (n == 1) {
                own.putAll(tipo.asked());
            }
            start(part, ours("s." + id, port, own), jar("routes-server", n > COMPILED ? FIRST_COMPILER_ONLY : List.of()));
        }
    }

    private void client() throws IOException {
        if (tipo.isFloor()) {
            start(
                    "cliente",
                    Map.of(),
                    floor("Cliente", "cliente", String.valueOf(BROKER_PORT), String.valueOf(HTTP_PORT)));
        } else {
            start(
                    "cliente",
                    ours(
                            "c.cliente",
                            HTTP_PORT,
                            Map.of("MQTT_CLIENT_ID", "cliente", "DATABASE_URL", "jdbc:sqlite:" + database("cliente"))),
                    jar("routes-client", List.of()));
        }
    }

    private String[] floor(String program, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(tipo.java().toString(), "-cp", System.getProperty("java.class.path"), program));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    private String[] jar(String module, List<String> options) {
        List<String> command = new ArrayList<>(List.of(tipo.java().toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", "%1$s/target/%1$s.jar".formatted(module)));
        return command.toArray(String[]::new);
    }

    private Map<String, String> ours(String party, int port, Map<String, String> own) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(NO_LIMITS);
        environment.putAll(tipo.settings());
        environment.putAll(own);
        environment.put("RECARGA_PERFIL", tipo.perfil());
        environment.put("MQTT_BROKER", "127.0.0.1");
        environment.put("MQTT_PORT", String.valueOf(BROKER_PORT));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("MANAGEMENT_SERVER_PORT", "-1");
        if (tipo.perfil().equals("fechado")) {
            Path secrets = folder.resolve("segredos");
            environment.put("RECARGA_MQTT_TLS", "true");
            environment.put("RECARGA_MQTT_CA", secrets.resolve("ca.pem").toString());
            for (String line : Files.readAllLines(secrets.resolve("partes").resolve(party + ".env"))) {
                environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        return environment;
    }

    private void start(String part, Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(part + ".log").toFile());
        builder.environment().putAll(environment);
        parts.put(part, builder.start());
    }

    private boolean isReady(int port) {
        try {
            return tipo.isFloor()
                    ? Files.readString(folder.resolve("server" + (port - HTTP_PORT) + ".log")).contains("pronto")
                    : !get("http://127.0.0.1:" + port + "/pontos").isEmpty();
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean clientListsAll() {
        try {
            for (int n = 1; n <= tipo.servers(); n++) {
                if (!get(URL + "/postos?server_id=server" + n).contains("\"postos\":[{")) {
                    return false;
                }
            }
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The body of an answer that is none of a failure. */
    private static String get(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setReadTimeout(6_000);
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Of each part: the CPU that it has used so far, in ms. */
    Map<String, Double> cpuMs() throws IOException {
        return ofEach(proc -> {
            String stat = Files.readString(proc.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MS_PER_TICK;
        });
    }

    /** Of each part: its resident memory, in MiB. */
    Map<String, Double> mib() throws IOException {
        return ofEach(proc -> Files.readAllLines(proc.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum());
    }

    private interface Figure {
        double of(Path proc) throws IOException;
    }

    private Map<String, Double> ofEach(Figure figure) throws IOException {
        Map<String, Double> all = new LinkedHashMap<>();
        for (Map.Entry<String, Process> part : parts.entrySet()) {
            all.put(
                    part.getKey(),
                    figure.of(Path.of("/proc", String.valueOf(part.getValue().pid()))));
        }
        return all;
    }

    /** Whether trips can be asked of it, from one server to the next. */
    boolean hasTrips() {
        return !tipo.isFloor() && tipo.servers() >= 3;
    }

    /** How many reservations the first server has kept. */
    long rows() throws SQLException {
        try (Connection connection = DriverManager.getConnection(askedDatabase());
                ResultSet row = connection.createStatement().executeQuery("SELECT count(*) FROM reservas")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The JDBC URL of the first server's. */
    String askedDatabase() {
        return tipo.asked().getOrDefault("DATABASE_URL", "jdbc:sqlite:" + database(ASKED));
    }

    private Path database(String part) {
        return folder.resolve(part + ".db");
    }

    static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        parts.values().forEach(Process::destroy);
        parts.values().forEach(part -> {
            try {
                if (!part.waitFor(15, TimeUnit.SECONDS)) {
                    part.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
