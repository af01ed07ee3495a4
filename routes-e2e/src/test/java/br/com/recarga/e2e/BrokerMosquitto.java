package br.com.recarga.e2e;

import static org.awaitility.Awaitility.await;

import br.com.recarga.testkit.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Mosquitto of this machine, with the project's own configuration on other ports. */
final class BrokerMosquitto implements Broker {

    private static final Path CONFIGURATION = Path.of("../mosquitto/mosquitto.conf");

    private final List<Integer> ports = FreePorts.find(2);
    private Process process;

    /** The program, if it is installed; Debian keeps it where only root looks. */
    static Optional<Path> program() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")).map(Path::of), Stream.of(Path.of("/usr/sbin")))
                .map(folder -> folder.resolve("mosquitto"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void start() throws IOException {
        String configuration = Files.readString(CONFIGURATION)
                .replaceAll("(?m)^listener 1883.*$", "listener " + ports.get(0) + " 127.0.0.1")
                .replaceAll("(?m)^listener 9001.*$", "listener " + ports.get(1) + " 127.0.0.1")
                // nothing of a test outlives it
                .replaceAll("(?m)^persistence(_location)? .*$", "")
                // as root, Mosquitto would drop to a user who cannot read the test's files
                .concat(System.lineSeparator() + "user " + System.getProperty("user.name") + System.lineSeparator());
        Path file = Files.createTempFile(Path.of("target"), "mosquitto", ".conf");
        Files.writeString(file, configuration);
        process = new ProcessBuilder(program().orElseThrow().toString(), "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of(file + ".log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(10)).until(this::accepts);
    }

    @Override
    public void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            process = null;
        }
    }

    @Override
    public int port() {
        return ports.get(0);
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
