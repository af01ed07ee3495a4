package br.com.recarga.e2e;

import static org.awaitility.Awaitility.await;

import java.io.File;
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

/** A program that is none of ours and listens, with a configuration of the project. */
final class Programa implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Some are programs in Java. */
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;

    private Programa(Process process) {
        this.process = process;
    }

    /** Where it is, if it is installed; Debian keeps some where only root looks. */
    static Optional<Path> find(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")).map(Path::of), Stream.of(Path.of("/usr/sbin")))
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it; returns when it accepts connections.
     *
     * @param name with {@code -c} it is given its configuration
     * @param log what it says is added to it
     */
    static Programa start(String name, Path configuration, File log, int port) throws IOException {
        Path file = configuration.toAbsolutePath();
        return start(List.of(find(name).orElseThrow().toString(), "-c", file.toString()), file.getParent(), log, port);
    }

    /**
     * Starts it; returns when it accepts connections.
     *
     * @param folder in which it runs
     * @param log what it says is added to it
     */
    static Programa start(List<String> command, Path folder, File log, int port) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        await().atMost(START).until(() -> accepts(port));
        return new Programa(process);
    }

    /** Lets it read its files again. */
    void reload() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** As a power cut ends it: it says nothing to anybody. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
