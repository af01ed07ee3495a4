package br.com.recarga.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Our programs as tests start them, by the dozen: a JVM leaves the classes that it has read and linked to the next ones (class
 * data sharing), which is two fifths of the processor time of a start.
 */
final class ClassesGuardadas {

    private static final Path PASTA = Path.of("target", "classes-guardadas");

    private ClassesGuardadas() {}

    /**
     * The command that starts a JVM for this program; the class path, of its jars, and what follows are yet to be added. Makes
     * the archive at the first time. While the classes lie in folders ({@code mvn test}) it is a JVM as any other, as an archive
     * can only be of jars.
     *
     * @param argumentos with which it starts, whatever its settings
     */
    static synchronized List<String> java(Class<?> programa, String... argumentos) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // started more often than it is used
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC");
        if (entradas().anyMatch(Files::isDirectory)) {
            return java;
        }
        Files.createDirectories(PASTA);
        Path arquivo = PASTA.resolve("%s-%08x.jsa".formatted(programa.getSimpleName(), versao()))
                .toAbsolutePath();
        // another fork of the tests may need the same
        try (FileChannel tranca =
                FileChannel.open(PASTA.resolve("tranca"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            tranca.lock();
            if (!Files.exists(arquivo)) {
                criar(arquivo, java, programa, argumentos);
            }
        }
        return mais(java, "-XX:SharedArchiveFile=" + arquivo);
    }

    /** Without the tests' own, of which no program needs any. */
    static String classPath() {
        return String.join(File.pathSeparator, entradas().map(Path::toString).toList());
    }

    private static Stream<Path> entradas() {
        // the build's test runner hides the real one behind a jar of its own
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .map(Path::of)
                .filter(entrada -> !entrada.startsWith(Path.of("target").toAbsolutePath()));
    }

    /** Of the jars as they are now, and of the JVM: others cannot use it. */
    private static int versao() {
        return Objects.hash(
                System.getProperty("java.vm.version"),
                entradas()
                        .map(entrada -> entrada + " " + entrada.toFile().lastModified())
                        .toList());
    }

    private static void criar(Path arquivo, List<String> java, Class<?> programa, String... argumentos)
            throws IOException {
        Path feito = Path.of(arquivo + ".feito");
        List<String> comando = new ArrayList<>(mais(
                java,
                "-XX:ArchiveClassesAtExit=" + feito,
                // as soon as all of it is there, and before it does anything
                "-Dspring.context.exit=onRefresh",
                "-cp",
                classPath(),
                programa.getName()));
        comando.addAll(List.of(argumentos));
        Path pasta = Files.createTempDirectory(PASTA, "primeira");
        Path log = pasta.resolve("log");
        ProcessBuilder primeira =
                new ProcessBuilder(comando).redirectErrorStream(true).redirectOutput(log.toFile());
        primeira.environment()
                .putAll(Map.of(
                        "DATABASE_URL",
                        "jdbc:sqlite:" + pasta.resolve("primeira.db"),
                        "RECARGA_POSTOS_CSV",
                        "../data/server1.csv",
                        "RECARGA_TERMINAL_DIR",
                        pasta.toString()));
        Process processo = primeira.start();
        try {
            processo.onExit().orTimeout(2, TimeUnit.MINUTES).join();
        } finally {
            processo.destroyForcibly();
        }
        if (!Files.exists(feito)) {
            throw new IllegalStateException(Files.readString(log));
        }
        Files.move(feito, arquivo);
    }

    private static List<String> mais(List<String> java, String... outros) {
        return Stream.concat(java.stream(), Stream.of(outros)).toList();
    }
}
