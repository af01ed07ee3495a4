package br.com.recarga.e2e;

import static org.awaitility.Awaitility.await;

import br.com.recarga.testkit.FreePorts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One of two Artemis that are one broker, with the project's own configuration on other ports. */
final class BrokerDeUmPar implements Broker {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Path CONFIGURATION = Path.of("../artemis");

    private final String nome;
    private final List<Integer> ports;
    private final int port;
    private final Path folder;
    private Process artemis;

    private BrokerDeUmPar(String nome, List<Integer> ports, int port, Path folder) {
        this.nome = nome;
        this.ports = ports;
        this.port = port;
        this.folder = folder;
    }

    /** The first, and the second. */
    static List<BrokerDeUmPar> par() throws IOException {
        List<Integer> ports = FreePorts.find(4);
        Path folder = Files.createTempDirectory(Path.of("target"), "artemis").toAbsolutePath();
        return List.of(
                new BrokerDeUmPar("primeiro", ports, ports.get(0), folder),
                new BrokerDeUmPar("segundo", ports, ports.get(1), folder));
    }

    /** Returns when it runs; which of the two serves is for them to agree. */
    @Override
    public void start() throws IOException {
        Path configuration = folder.resolve(nome + ".xml");
        Files.writeString(
                configuration,
                Files.readString(CONFIGURATION.resolve(nome + ".xml"))
                        .replace(">data/", ">%s/".formatted(folder.resolve(nome)))
                        .replace(":1883?", ":%d?".formatted(ports.get(0)))
                        .replace(":1884?", ":%d?".formatted(ports.get(1)))
                        .replace(":61616", ":" + ports.get(2))
                        .replace(":61617", ":" + ports.get(3)));
        Files.deleteIfExists(estado());
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // started more often than it is used
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                Path.of("target", "test-classes").toAbsolutePath() + File.pathSeparator + ClassesGuardadas.classPath(),
                ArtemisDeUmPar.class.getName(),
                configuration.toString(),
                estado().toString());
        artemis = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(nome + ".log").toFile()))
                .start();
        await().atMost(START)
                .failFast("it did not start", () -> !artemis.isAlive())
                .until(() -> Files.exists(estado()));
    }

    @Override
    public void stop() throws InterruptedException {
        if (artemis != null) {
            artemis.destroyForcibly().waitFor();
            artemis = null;
        }
    }

    /** Whether it serves, and the other one can take its place without having missed anything. */
    boolean emDia() throws IOException {
        return Files.readString(estado()).equals(ArtemisDeUmPar.EM_DIA);
    }

    @Override
    public int port(String user) {
        return port;
    }

    private Path estado() {
        return folder.resolve(nome + ".estado");
    }
}
