package br.com.recarga.e2e;

import br.com.recarga.testkit.FreePorts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Mosquitto of this machine, with the project's own configuration on other ports. */
final class BrokerMosquitto implements Broker {

    static final String PROGRAM = "mosquitto";

    private static final Path CONFIGURATION = Path.of("../mosquitto/mosquitto.conf");

    private final int port = FreePorts.find(1).get(0);
    private Programa mosquitto;

    @Override
    public void start() throws IOException {
        String configuration = Files.readString(CONFIGURATION)
                .replaceAll("(?m)^listener 1883.*$", "listener " + port + " 127.0.0.1")
                // nothing of a test outlives it
                .replaceAll("(?m)^persistence(_location)? .*$", "")
                // as root, Mosquitto would drop to a user who cannot read the test's files
                .concat(System.lineSeparator() + "user " + System.getProperty("user.name") + System.lineSeparator());
        Path file = Files.createTempFile(Path.of("target"), "mosquitto", ".conf");
        Files.writeString(file, configuration);
        mosquitto = Programa.start(PROGRAM, file, new File(file + ".log"), port);
    }

    @Override
    public void stop() throws InterruptedException {
        if (mosquitto != null) {
            mosquitto.kill();
            mosquitto = null;
        }
    }

    @Override
    public int port(String user) {
        return port;
    }
}
