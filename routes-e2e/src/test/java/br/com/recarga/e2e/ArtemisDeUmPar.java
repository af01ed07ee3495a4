package br.com.recarga.e2e;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.slf4j.LoggerFactory;

/** One of two Artemis that are one broker, in a process of its own. It runs until it is killed. */
final class ArtemisDeUmPar {

    /** It serves, and what it is told the other one is told too. */
    static final String EM_DIA = "em dia";

    private static final long LOOK_MS = 100;

    private ArtemisDeUmPar() {}

    /** @param arguments its {@code broker.xml}, and a file in which it says how the two are */
    public static void main(String[] arguments) throws Exception {
        // its audit says every step of everybody
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        ((Logger) LoggerFactory.getLogger("org.apache.activemq.artemis.core.server")).setLevel(Level.INFO);
        EmbeddedActiveMQ embedded = new EmbeddedActiveMQ()
                .setConfigResourcePath(Path.of(arguments[0]).toUri().toString());
        embedded.start();
        ActiveMQServer server = embedded.getActiveMQServer();
        String said = null;
        while (true) {
            String now = server.isActive() && server.isReplicaSync() ? EM_DIA : "";
            if (!now.equals(said)) {
                Files.writeString(Path.of(arguments[1]), now);
                said = now;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }
}
