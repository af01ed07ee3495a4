package br.com.recarga.faltas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that the campaign starts, ends, and starts again. */
final class Programa implements AutoCloseable {

    /** A first start also writes down its classes. */
    private static final long END_SECONDS = 180;

    private final Path folder;
    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private Process process;
    private boolean closed;

    /**
     * @param folder where it runs, and where its log is
     * @param environment besides ours, of which nothing that configures a part is passed on
     */
    Programa(Path folder, String name, List<String> command, Map<String, String> environment) {
        this.folder = folder;
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
    }

    /** Where a program of this machine is, if it is installed; Debian keeps some where only root looks. */
    static Optional<Path> find(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")).map(Path::of), Stream.of(Path.of("/usr/sbin")))
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    String name() {
        return name;
    }

    /** Not once it has been closed: then the campaign is over. */
    synchronized void start() throws IOException {
        if (closed) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()));
        builder.environment()
                .keySet()
                .removeIf(variable ->
                        variable.matches("(RECARGA|MQTT|SERVER|MANAGEMENT|SPRING)_.*|DATABASE_URL|JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** SIGKILL: nothing is finished, nothing is said. */
    void kill() throws InterruptedException {
        current().destroyForcibly().waitFor();
    }

    /** SIGSTOP: it hangs, and whoever talks to it hears nothing. */
    void suspend() throws IOException, InterruptedException {
        run("kill", "-STOP", String.valueOf(current().pid()));
    }

    /** SIGCONT: it goes on where it was. */
    void goOn() throws IOException, InterruptedException {
        run("kill", "-CONT", String.valueOf(current().pid()));
    }

    /**
     * Lets it write to no file beyond this offset: beyond it every write fails, as on a disk that is full.
     *
     * @param bytes negative: as far as it likes
     */
    void limitFiles(long bytes) throws IOException, InterruptedException {
        String soft = bytes < 0 ? "unlimited" : String.valueOf(bytes);
        run("prlimit", "--pid", String.valueOf(current().pid()), "--fsize=" + soft + ":");
    }

    boolean isAlive() {
        return current().isAlive();
    }

    private synchronized Process current() {
        return process;
    }

    /** Ends it, also if it hangs. */
    @Override
    public void close() {
        Process last;
        synchronized (this) {
            closed = true;
            last = process;
        }
        if (last == null) {
            return;
        }
        try {
            last.destroy();
            if (!last.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                last.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL, and it is not started again: for a campaign that is given up. */
    void abandon() {
        synchronized (this) {
            closed = true;
        }
        Process last = current();
        if (last != null) {
            last.destroyForcibly();
        }
    }

    /** @throws IOException if the program fails */
    static void run(String... command) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (program.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said.strip());
        }
    }
}
