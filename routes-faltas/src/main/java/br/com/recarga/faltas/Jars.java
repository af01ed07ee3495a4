package br.com.recarga.faltas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The program of a server or a client, as it is started again and again: jars beside each other, and the classes that a first start has
 * read and linked (class data sharing), which is more than half of the processor time of a start.
 */
final class Jars {

    private static final List<String> JVM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // started more often than it is used
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m");

    private final Path jar;
    private final Path classes;

    private Jars(Path jar, Path classes) {
        this.jar = jar;
        this.classes = classes;
    }

    /** @param folder where it is laid out, once for each version of the jar */
    static Jars of(String module, Path folder) throws IOException, InterruptedException {
        Path packed = Path.of(module, "target", module + ".jar").toAbsolutePath();
        if (!Files.isRegularFile(packed)) {
            throw new CampanhaImpossivel("Falta %s: make faltas o constrói".formatted(packed));
        }
        Path home =
                folder.toAbsolutePath().resolve(module + "-" + digest(packed).substring(0, 12));
        Path jar = home.resolve(module + ".jar");
        if (!Files.isRegularFile(jar)) {
            Programa.run(
                    JVM.get(0),
                    "-Djarmode=tools",
                    "-jar",
                    packed.toString(),
                    "extract",
                    "--destination",
                    home.toString());
        }
        return new Jars(jar, home.resolve("classes.jsa"));
    }

    /** Whether a start has left its classes. */
    boolean hasClasses() {
        return Files.isRegularFile(classes);
    }

    /** The command of a start that leaves its classes to the next ones, when it is ended in good order. */
    List<String> firstCommand() {
        return command("-XX:ArchiveClassesAtExit=" + classes);
    }

    List<String> command() {
        return command("-XX:SharedArchiveFile=" + classes);
    }

    private List<String> command(String sharing) {
        List<String> command = new ArrayList<>(JVM);
        command.addAll(List.of(sharing, "-Xlog:cds*=off", "-jar", jar.toString()));
        return command;
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
