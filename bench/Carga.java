import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** wrk, which asks the client of the system that runs; counts what it was told. */
final class Carga {

    private static final Pattern SUMMARY = Pattern.compile(
            "(\\d+) requests +([\\d.]+)/s +p50 +([\\d.]+) ms +p95 +[\\d.]+ ms +p99 +([\\d.]+) ms +refused or failed:"
                    + " (\\d+)");

    private long sent;
    private long refused;
    private long open;

    /**
     * What one run came to.
     *
     * @param p50 in ms, as p99
     * @param failed refused, or without an answer
     */
    record Medida(long requests, double perSecond, double p50, double p99, long failed) {}

    /** Each a reservation of its own, after those before. */
    Medida reserve(int connections, int seconds) throws IOException, InterruptedException {
        Medida medida = run("reservar.lua", connections, seconds, "server1", String.valueOf(sent + open));
        sent += medida.requests();
        refused += medida.failed();
        open += connections;
        return medida;
    }

    /** Asks for the list of the first server. */
    static Medida list(int connections, int seconds) throws IOException, InterruptedException {
        return run("listar.lua", connections, seconds, "server1");
    }

    /** @param arguments of the script, in bench */
    static Medida run(String script, int connections, int seconds, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "10",
                "-s",
                script,
                Sistema.URL,
                "--"));
        command.addAll(List.of(arguments));
        Process wrk = new ProcessBuilder(command)
                .directory(new File("bench"))
                .redirectErrorStream(true)
                .start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher summary = SUMMARY.matcher(said);
        if (wrk.waitFor() != 0 || !summary.find()) {
            throw new IllegalStateException("wrk: " + said);
        }
        return new Medida(
                Long.parseLong(summary.group(1)),
                Double.parseDouble(summary.group(2)),
                Double.parseDouble(summary.group(3)),
                Double.parseDouble(summary.group(4)),
                Long.parseLong(summary.group(5)));
    }

    /**
     * What was under way when a load ended is a row too, and was counted by nobody.
     *
     * @param rows of reservations that came meanwhile
     */
    void check(long rows) {
        if (rows < sent - refused || rows > sent + open) {
            throw new IllegalStateException(
                    "%d reservas respondidas, %d recusadas, %d linhas no banco".formatted(sent, refused, rows));
        }
    }
}
