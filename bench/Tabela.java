import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures whole systems in turn, round after round, so that what the machine does meanwhile meets all of them: the floor of
 * bench/piso, and ours on each JDK that is found, open and closed. bench/tabela says how to run it.
 */
public final class Tabela {

    private static final List<Integer> POSTS = List.of(1, 16, 64, 256);
    private static final List<Integer> GETS = List.of(1, 64);

    /** Ours on the newest JDK, set otherwise: in little memory, and asking where every server hears it. */
    private static final Map<String, Map<String, String>> VARIANTS = new TreeMap<>(Map.of(
            "pequeno", Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC -Xmx128m"),
            "compartilhados", Map.of("RECARGA_TOPICOS", "compartilhados")));

    private static final int STOPS = 20;

    private static final Path FOLDER = Path.of("target/bench");

    private final int rounds;
    private final int warmUp;
    private final int seconds;
    private final List<Integer> posts;
    private final List<Integer> gets;

    private Tabela(boolean shortly, Map<String, String> options) {
        rounds = number(options, "--rodadas", shortly ? 1 : 3);
        warmUp = number(options, "--aquecimento", shortly ? 5 : 40);
        seconds = number(options, "--segundos", shortly ? 2 : 8);
        posts = shortly ? List.of(1, 64) : POSTS;
        gets = shortly ? List.of(64) : GETS;
    }

    public static void main(String[] args) throws Exception {
        boolean shortly = List.of(args).contains("--curto");
        Map<String, String> options = new LinkedHashMap<>();
        List<String> pairs =
                Stream.of(args).filter(arg -> !arg.equals("--curto")).toList();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            options.put(pairs.get(i), pairs.get(i + 1));
        }
        Map<String, Sistema.Tipo> systems = systems(shortly, number(options, "--servidores", shortly ? 1 : 3));
        if (options.containsKey("--sistemas")) {
            systems.keySet().retainAll(List.of(options.get("--sistemas").split(",")));
        }
        Map<String, Map<String, List<Double>>> results = new Tabela(shortly, options).measure(systems);
        Relatorio report = new Relatorio(results);
        report.json(Path.of(options.getOrDefault("--json", "target/bench.json")));
        System.out.print(report.markdown());
        if (options.containsKey("--documento")) {
            report.intoDocument(Path.of(options.get("--documento")));
        }
    }

    private static int number(Map<String, String> options, String option, int otherwise) {
        return Optional.ofNullable(options.get(option)).map(Integer::valueOf).orElse(otherwise);
    }

    /** By name: the floor on the newest JDK, and ours on each. */
    private static Map<String, Sistema.Tipo> systems(boolean shortly, int servers) throws IOException {
        TreeMap<Integer, Path> jdks = new TreeMap<>();
        if (!shortly) {
            jdks.putAll(installed());
        }
        if (jdks.isEmpty()) {
            jdks.put(Runtime.version().feature(), Path.of(System.getProperty("java.home"), "bin", "java"));
        }
        Map<String, Sistema.Tipo> systems = new LinkedHashMap<>();
        Path newest = jdks.lastEntry().getValue();
        systems.put("piso", new Sistema.Tipo("piso", newest, servers, Map.of()));
        for (String perfil : shortly ? List.of("aberto") : List.of("aberto", "fechado")) {
            jdks.forEach((version, java) ->
                    systems.put(perfil + "-" + version, new Sistema.Tipo(perfil, java, servers, Map.of())));
        }
        if (!shortly) {
            VARIANTS.forEach((name, settings) -> systems.put(
                    "aberto-%d-%s".formatted(jdks.lastKey(), name),
                    new Sistema.Tipo("aberto", newest, servers, settings)));
        }
        return systems;
    }

    /** JDK 17 and 25, where they say by their own file release that they are. */
    private static Map<Integer, Path> installed() throws IOException {
        List<Path> homes = new ArrayList<>();
        Stream.of("JAVA17_HOME", "JAVA25_HOME")
                .map(System::getenv)
                .filter(home -> home != null)
                .map(Path::of)
                .forEach(homes::add);
        if (Files.isDirectory(Path.of("/usr/lib/jvm"))) {
            try (Stream<Path> found = Files.list(Path.of("/usr/lib/jvm"))) {
                found.sorted().forEach(homes::add);
            }
        }
        Map<Integer, Path> jdks = new LinkedHashMap<>();
        for (Path home : homes) {
            if (Files.isRegularFile(home.resolve("release"))) {
                Properties release = new Properties();
                try (var text = Files.newBufferedReader(home.resolve("release"))) {
                    release.load(text);
                }
                String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
                Stream.of(17, 25)
                        .filter(feature -> version.startsWith(feature + "."))
                        .forEach(feature -> jdks.putIfAbsent(feature, home.resolve("bin/java")));
            }
        }
        return jdks;
    }

    /** By system and figure: what each round gave. */
    private Map<String, Map<String, List<Double>>> measure(Map<String, Sistema.Tipo> systems) throws Exception {
        Map<String, Map<String, List<Double>>> results = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Sistema.Tipo> system : systems.entrySet()) {
                String name = system.getKey();
                System.err.printf("rodada %d de %d: %s%n", round, rounds, name);
                try (Sistema sistema = new Sistema(system.getValue(), FOLDER.resolve(name + "-" + round))) {
                    new Corrida(sistema, results.computeIfAbsent(name, any -> new LinkedHashMap<>())).run();
                }
            }
        }
        return results;
    }

    /** One system, from its start to its end. */
    private final class Corrida {

        private final Sistema sistema;
        private final Map<String, List<Double>> figures;
        private final Carga carga = new Carga();

        Corrida(Sistema sistema, Map<String, List<Double>> figures) {
            this.sistema = sistema;
            this.figures = figures;
        }

        void run() throws IOException, InterruptedException, SQLException {
            note("partida de um servidor só, s", sistema.startOne());
            note("partida do resto ao mesmo tempo, s", sistema.startOthers());
            memory("parado");
            carga.reserve(64, warmUp);
            for (int connections : posts) {
                measured("POST reservar, " + connections, () -> carga.reserve(connections, seconds));
            }
            for (int connections : gets) {
                measured("GET postos, " + connections, () -> Carga.list(connections, seconds));
            }
            memory("depois da carga");
            carga.check(sistema.rows());
            if (sistema.hasTrips()) {
                travel();
            }
        }

        private void travel() throws IOException, InterruptedException {
            Carga.run("viagens.lua", 4, warmUp, "5");
            double one = Carga.run("reservar.lua", 1, seconds, "server1").p50();
            double trip = Carga.run("viagens.lua", 1, seconds, String.valueOf(STOPS)).p50();
            note("viagem de %d paradas, 1: p50, ms".formatted(STOPS), trip);
            note("viagem de %d paradas, 1: vezes o p50 de uma reserva".formatted(STOPS), trip / one);
        }

        private interface Load {
            Carga.Medida run() throws IOException, InterruptedException;
        }

        private void measured(String what, Load load) throws IOException, InterruptedException {
            Map<String, Double> before = sistema.cpuMs();
            Carga.Medida medida = load.run();
            note(what + ": por segundo", medida.perSecond());
            note(what + ": p50, ms", medida.p50());
            note(what + ": p99, ms", medida.p99());
            note(what + ": recusados ou sem resposta", medida.failed());
            if (medida.requests() > 0) {
                Map<String, Double> used = sistema.cpuMs();
                used.replaceAll((part, ms) -> (ms - before.get(part)) / medida.requests());
                note(
                        what + ": CPU por pedido de todos, ms",
                        used.values().stream().mapToDouble(ms -> ms).sum());
                used.forEach((part, ms) -> note(what + ": CPU por pedido de " + part + ", ms", ms));
            }
        }

        private void memory(String when) throws IOException {
            sistema.mib().forEach((part, mib) -> note("memória de " + part + ", " + when + ", MiB", mib));
        }

        private void note(String figure, double value) {
            figures.computeIfAbsent(figure, any -> new ArrayList<>()).add(value);
        }
    }
}
