package br.com.recarga.platform.mqtt;

import static org.awaitility.Awaitility.await;

import br.com.recarga.testkit.FreePorts;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Mosquitto of this machine with one of the project's closed configurations, at another port, and parties of its own. */
final class ClosedMosquitto implements AutoCloseable {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final int port = FreePorts.find(1).get(0);
    private final Path folder;
    private final Path configuration;
    private Process process;

    /**
     * @param folder for all that it writes
     * @param configuration of the folder {@code mosquitto}
     * @param parties their users, with a certificate each
     */
    ClosedMosquitto(Path folder, String configuration, String... parties) throws Exception {
        this.folder = folder.toAbsolutePath();
        List<String> command =
                new ArrayList<>(List.of(ROOT.resolve("bin/recarga-partes").toString(), "add", "--certificado"));
        command.addAll(List.of(parties));
        ProcessBuilder make =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log());
        make.environment().put("RECARGA_SEGREDOS", secrets().toString());
        if (make.start().waitFor() != 0) {
            throw new IllegalStateException(Files.readString(log().toPath()));
        }
        this.configuration = Files.writeString(
                this.folder.resolve("mosquitto.conf"),
                Files.readString(ROOT.resolve("mosquitto").resolve(configuration))
                        .replaceAll("(?m)^listener .*$", "listener " + port + " 127.0.0.1")
                        .replace("include_dir mosquitto/", "include_dir " + ROOT + "/mosquitto/")
                        .replace(" segredos/", " " + secrets() + "/")
                        // as root, Mosquitto would drop to a user who cannot read the test's files
                        .concat(System.lineSeparator() + "user " + System.getProperty("user.name")
                                + System.lineSeparator()));
        start();
    }

    /** Whether there is one; {@code RECARGA_EXIGE_MOSQUITTO=true} makes its absence a failure. */
    static boolean isPossibleOrDemanded() {
        return Boolean.parseBoolean(System.getenv("RECARGA_EXIGE_MOSQUITTO"))
                || program("mosquitto").isPresent()
                        && program("mosquitto_passwd").isPresent()
                        && program("openssl").isPresent();
    }

    int port() {
        return port;
    }

    Path ca() {
        return secrets().resolve("ca.pem");
    }

    String password(String party) throws IOException {
        Properties environment = new Properties();
        try (var file = Files.newBufferedReader(secrets().resolve("partes/" + party + ".env"))) {
            environment.load(file);
        }
        return environment.getProperty("RECARGA_MQTT_SENHA");
    }

    Path certificate(String party) {
        return secrets().resolve("partes/" + party + ".pem");
    }

    Path key(String party) {
        return secrets().resolve("partes/" + party + ".key");
    }

    void start() throws IOException {
        process = new ProcessBuilder(program("mosquitto").orElseThrow().toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(log())
                .start();
        await().atMost(Duration.ofSeconds(10)).until(this::accepts);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private Path secrets() {
        return folder.resolve("segredos");
    }

    private File log() {
        return folder.resolve("mosquitto.log").toFile();
    }

    /** Debian keeps it where only root looks. */
    static Optional<Path> program(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")).map(Path::of), Stream.of(Path.of("/usr/sbin")))
                .map(path -> path.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
