package br.com.recarga.hivemq;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.nio.file.Files;
import java.nio.file.Path;

/** HiveMQ CE in a process of its own, which takes anybody. It runs until it is killed. */
public final class HiveMqApplication {

    private HiveMqApplication() {}

    /** @param arguments the folder in which its {@code config.xml} lies; whatever it writes, it writes there */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        EmbeddedHiveMQ.builder()
                .withConfigurationFolder(folder)
                .withDataFolder(Files.createDirectories(folder.resolve("data")))
                .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
                .build()
                .start()
                .get();
    }
}
