import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a request costs as the system grows: with more operators on the broker, with more reservations in the database of the one
 * that is asked, with more points there. bench/crescimento says how to run it.
 */
public final class Crescimento {

    private static final Path FOLDER = Path.of("target/bench/crescimento");

    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    private static final int CARS = 10_000;
    private static final int POINTS = 50;
    private static final int FUTURE_POINTS = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    /** Of the row that counts changes, PostgreSQL keeps one version for each change until they are committed. */
    private static final int ROWS_AT_ONCE = 500;

    private static final List<String> HEAD = List.of(
            "| com | carga | por segundo | p50, ms | p99, ms | CPU por pedido, ms: todos | broker | quem responde | cada um dos outros | recusados |",
            "|---|---|---|---|---|---|---|---|---|---|");

    private final Map<String, String> options;
    /** What the asked server seals with in a database that is not a file; the same at each of its starts. */
    private final String key;
    private final Path java;
    private final int warmUp;
    private final int seconds;

    private Crescimento(Map<String, String> options) {
        this.options = options;
        this.key = key();
        this.java = Path.of(options.getOrDefault("--java", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        this.warmUp = Integer.parseInt(options.getOrDefault("--aquecimento", "30"));
        this.seconds = Integer.parseInt(options.getOrDefault("--segundos", "8"));
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        new Crescimento(options).run();
    }

    private static String key() {
        String given = System.getenv("RECARGA_BANCO_CHAVE");
        if (given != null) {
            return given;
        }
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private void run() throws Exception {
        HEAD.forEach(System.out::println);
        for (int servers : numbers("--servidores")) {
            measure(String.format(PORTUGUESE, "%d servidores", servers), new Sistema.Tipo("aberto", java, servers, Map.of()), 0);
        }
        for (int rows : numbers("--reservas")) {
            measure(String.format(PORTUGUESE, "%,d reservas", rows), one(Map.of("RECARGA_RETENCAO_PESSOAL", "3650d"), 1), rows);
        }
        for (int replicas : numbers("--replicas")) {
            measure(
                    String.format(PORTUGUESE, "%d réplicas", replicas), one(Map.of("RECARGA_REPLICAS", "true"), replicas), 0);
        }
        for (int points : numbers("--pontos")) {
            Path csv = points(points);
            measure(String.format(PORTUGUESE, "%,d pontos", points), one(Map.of("RECARGA_POSTOS_CSV", csv.toString()), 1), 0);
        }
    }

    /** Of three operators; the database of the one that is asked may be another than SQLite's. */
    private Sistema.Tipo one(Map<String, String> settings, int replicas) {
        Map<String, String> asked = new LinkedHashMap<>(settings);
        if (options.containsKey("--banco")) {
            asked.put("DATABASE_URL", options.get("--banco"));
            asked.put("RECARGA_BANCO_CHAVE", key);
        }
        return new Sistema.Tipo("aberto", java, 3, Map.of(), asked, replicas);
    }

    private List<Integer> numbers(String option) {
        return Stream.of(options.getOrDefault(option, "").split(","))
                .filter(number -> !number.isBlank())
                .map(Integer::valueOf)
                .toList();
    }

    private void measure(String what, Sistema.Tipo tipo, int rows) throws Exception {
        System.err.println(what);
        Path folder = FOLDER.resolve(what.replaceAll("\\D", "") + what.replaceAll("[^a-z]", ""));
        try (Sistema sistema = new Sistema(tipo, folder)) {
            sistema.startOne();
            long there = sistema.rows();
            if (there > 0 && there < rows) {
                throw new IllegalStateException("o banco tem %d reservas, de quem parou antes; dê um vazio".formatted(there));
            }
            if (there == 0 && rows > 0) {
                sistema.endOne();
                sow(sistema.askedDatabase(), rows);
                sistema.startOne();
                there = rows;
            }
            sistema.startOthers();
            Carga carga = new Carga();
            carga.reserve(64, warmUp);
            for (int connections : List.of(1, 64)) {
                line(what, "POST reservar, " + connections, sistema, () -> carga.reserve(connections, seconds));
                line(what, "GET postos, " + connections, sistema, () -> Carga.list(connections, seconds));
            }
            carga.check(sistema.rows() - there);
        }
    }

    private interface Load {
        Carga.Medida run() throws IOException, InterruptedException;
    }

    private void line(String what, String load, Sistema sistema, Load run) throws IOException, InterruptedException {
        Map<String, Double> before = sistema.cpuMs();
        Carga.Medida medida = run.run();
        Map<String, Double> used = sistema.cpuMs();
        used.replaceAll((part, ms) -> (ms - before.get(part)) / medida.requests());
        double all = used.values().stream().mapToDouble(ms -> ms).sum();
        double asked = used.keySet().stream()
                .filter(Sistema::isAsked)
                .mapToDouble(used::get)
                .sum();
        double others = used.keySet().stream()
                .filter(part -> part.startsWith("server") && !Sistema.isAsked(part))
                .mapToDouble(used::get)
                .average()
                .orElse(0);
        System.out.printf(
                PORTUGUESE,
                "| %s | %s | %,.0f | %,.1f | %,.1f | %,.2f | %,.3f | %,.2f | %,.3f | %d |%n",
                what,
                load,
                medida.perSecond(),
                medida.p50(),
                medida.p99(),
                all,
                used.get("broker"),
                asked,
                others,
                medida.failed());
    }

    /** So many points, each somewhere near the middle of one city. */
    private static Path points(int many) throws IOException {
        List<String> rows = new ArrayList<>(
                List.of("id,nome,cidade,uf,latitude,longitude,potencia_maxima,tipo_conector,preco_kwh"));
        for (int n = 1; n <= many; n++) {
            rows.add(String.format(
                    Locale.ROOT,
                    "%d,Posto %d,Feira de Santana,BA,%.4f,%.4f,60,CCS2,2.02",
                    n,
                    n,
                    -12.20 - (n % 100) / 2_000.0,
                    -38.90 - (n / 100 % 100) / 2_000.0));
        }
        Files.createDirectories(FOLDER);
        return Files.write(FOLDER.resolve("postos-" + many + ".csv"), rows).toAbsolutePath();
    }

    /**
     * Writes reservations as they would have come: of 10,000 cars, a quarter of an hour each, two fifths still to come, on points that
     * nobody will ask for, and the others past, on all points. Of the last thirty days the answers, too.
     */
    private static void sow(String url, int rows) throws SQLException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            sowCars(connection, now);
            try (PreparedStatement reservas = connection.prepareStatement("""
                            INSERT INTO reservas (id, codigo_reserva, request_id, client_id, posto_id, placa, inicio, fim, situacao,
                                                  criada_em, expira_em, alterada_em, confirmada_em)
                            VALUES (?, ?, ?, 'cliente', ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
                    PreparedStatement respostas = connection.prepareStatement(
                            "INSERT INTO respostas (request_id, impressao, resposta, criada_em) VALUES (?, ?, ?, ?)")) {
                for (int n = 0; n < rows; n++) {
                    sowOne(reservas, respostas, n, rows, now);
                    if ((n + 1) % ROWS_AT_ONCE == 0 || n + 1 == rows) {
                        reservas.executeBatch();
                        respostas.executeBatch();
                        connection.commit();
                    }
                }
            }
            if (!url.startsWith("jdbc:sqlite:")) {
                // as PostgreSQL would have done by itself long before there are so many; nobody does it to SQLite, which then compiles
                // each statement anew for its parameters
                connection.setAutoCommit(true);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("VACUUM ANALYZE");
                    statement.execute("CHECKPOINT");
                }
            }
        }
    }

    private static void sowCars(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement carros = connection.prepareStatement("""
                        INSERT INTO carros (placa, modelo, capacidade_bateria, nivel_bateria_atual, taxa_descarga, atualizado_em)
                        VALUES (?, 'Bench', 44.9, 12.5, 0.15, ?)""")) {
            for (int n = 0; n < CARS; n++) {
                carros.setString(1, plate(n));
                carros.setString(2, now.toString());
                carros.addBatch();
            }
            carros.executeBatch();
        }
    }

    private static void sowOne(PreparedStatement reservas, PreparedStatement respostas, int n, int rows, Instant now)
            throws SQLException {
        int past = rows - rows * 2 / 5;
        boolean isPast = n < past;
        int points = isPast ? POINTS : FUTURE_POINTS;
        int first = isPast ? 1 : POINTS - FUTURE_POINTS + 1;
        int place = isPast ? past - 1 - n : n - past;
        Instant inicio = isPast
                ? now.minus(WINDOW.multipliedBy(place / points + 1L))
                : now.plus(Duration.ofHours(2)).plus(WINDOW.multipliedBy(place / points));
        Instant fim = inicio.plus(WINDOW);
        Instant criada = isPast ? inicio.minus(Duration.ofHours(1)) : now.minus(Duration.ofMinutes(n % 40_000));
        String request = "semeada-%08d".formatted(n);
        reservas.setString(1, "server1-" + request);
        reservas.setString(2, "%064d".formatted(n));
        reservas.setString(3, request);
        reservas.setInt(4, first + place % points);
        // so many points pass before a car comes again that it is at one at a time
        reservas.setString(5, plate(n % CARS));
        reservas.setString(6, inicio.toString());
        reservas.setString(7, fim.toString());
        reservas.setString(8, isPast ? "CONCLUIDA" : "CONFIRMADA");
        reservas.setString(9, criada.toString());
        reservas.setString(10, inicio.plus(WINDOW).toString());
        reservas.setString(11, criada.toString());
        reservas.setString(12, criada.toString());
        reservas.addBatch();
        if (criada.isAfter(now.minus(Duration.ofDays(30)))) {
            respostas.setString(1, request);
            respostas.setString(2, "%064d".formatted(n));
            respostas.setString(3, "{\"mensagem\":\"%s\"}".formatted("x".repeat(800)));
            respostas.setString(4, criada.toString());
            respostas.addBatch();
        }
    }

    private static String plate(int n) {
        return "SEM%04d".formatted(n);
    }
}
