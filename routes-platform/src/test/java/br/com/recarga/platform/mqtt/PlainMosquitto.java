package br.com.recarga.platform.mqtt;

import static org.awaitility.Awaitility.await;

import br.com.recarga.testkit.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A Mosquitto of this machine that lets everybody in, with whatever limits a test is about. */
final class PlainMosquitto implements AutoCloseable {

    private final int port = FreePorts.find(1).get(0);
    private final Process process;

    /**
     * @param folder for all that it writes
     * @param limits lines of its configuration
     */
    PlainMosquitto(Path folder, String... limits) throws IOException {
        Path configuration = Files.writeString(folder.resolve("mosquitto.conf"), """
                listener %d 127.0.0.1
                allow_anonymous true
                user %s
                %s
                """.formatted(
                        port, System.getProperty("user.name"), String.join(System.lineSeparator(), limits)));
        process = new ProcessBuilder(
                        ClosedMosquitto.program("mosquitto").orElseThrow().toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(10)).until(this::accepts);
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
