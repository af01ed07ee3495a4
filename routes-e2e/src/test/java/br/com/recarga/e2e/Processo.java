package br.com.recarga.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server or a client in a process of its own, which a test can kill as a power cut would. */
final class Processo implements AutoCloseable {

    private final Class<?> mainClass;
    private final List<String> arguments;
    private final File log;
    private Process process;

    Processo(Class<?> mainClass, Path log, String... arguments) {
        this.mainClass = mainClass;
        this.log = log.toFile();
        this.arguments = List.of(arguments);
    }

    void start() throws IOException {
        List<String> command = new ArrayList<>(ClassesGuardadas.java(mainClass));
        command.addAll(List.of("-cp", ClassesGuardadas.classPath(), mainClass.getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** SIGKILL: nothing is finished, nothing is said. */
    void kill() {
        process.destroyForcibly();
    }

    /** SIGTERM: it is to finish what it does, and to go. */
    void end() {
        process.destroy();
    }

    /** @return whether it was gone within so many seconds */
    boolean hasGoneWithin(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    /** SIGSTOP: it hangs, and whoever talks to it hears nothing. */
    void hang() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT: it goes on where it was. */
    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
