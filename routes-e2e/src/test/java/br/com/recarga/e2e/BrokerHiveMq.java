package br.com.recarga.e2e;

import br.com.recarga.testkit.FreePorts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** HiveMQ CE, with the project's own configuration on another port, and with the libraries that are its own. */
final class BrokerHiveMq implements Broker {

    private static final Path CONFIGURATION = Path.of("../hivemq/config.xml");
    private static final Path PROGRAM = Path.of("../routes-hivemq/target");

    private final int port = FreePorts.find(1).get(0);
    private Programa hivemq;

    @Override
    public void start() throws IOException {
        // for all that it writes
        Path folder = Files.createTempDirectory(Path.of("target"), "hivemq").toAbsolutePath();
        Files.writeString(
                folder.resolve(CONFIGURATION.getFileName()),
                Files.readString(CONFIGURATION).replace("<port>1883</port>", "<port>%d</port>".formatted(port)));
        hivemq = Programa.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // started more often than it is used
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        PROGRAM.resolve("classes").toAbsolutePath()
                                + File.pathSeparator
                                + Files.readString(PROGRAM.resolve("class-path")),
                        "br.com.recarga.hivemq.HiveMqApplication",
                        folder.toString()),
                folder,
                new File(folder + ".log"),
                port);
    }

    @Override
    public void stop() throws InterruptedException {
        if (hivemq != null) {
            hivemq.kill();
            hivemq = null;
        }
    }

    @Override
    public int port(String user) {
        return port;
    }
}
