package br.com.recarga.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code bin/recarga-partes}, as somebody runs it.
 *
 * @param segredos where it writes
 */
record RecargaPartes(Path segredos) {

    /** What came of it: the exit code, and standard output and error together. */
    record Resultado(int codigo, String disse) {}

    /** Runs it, whatever comes of it. */
    Resultado tenta(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of("../bin/recarga-partes").toAbsolutePath().normalize().toString());
        command.command().addAll(List.of(arguments));
        command.environment().put("RECARGA_SEGREDOS", segredos.toString());
        command.environment().put("RECARGA_BROKER_USUARIO", System.getProperty("user.name"));
        Process tool = command.redirectErrorStream(true).start();
        tool.getOutputStream().close();
        String disse = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Resultado(tool.waitFor(), disse);
    }

    /** Runs it, and it has to go well; what it says. */
    String faz(String... arguments) throws IOException, InterruptedException {
        Resultado resultado = tenta(arguments);
        if (resultado.codigo() != 0) {
            throw new IOException(resultado.disse());
        }
        return resultado.disse();
    }

    /** The password that it has given to a party. */
    String senha(String user) {
        try {
            return Files.readAllLines(segredos.resolve("partes/" + user + ".env")).stream()
                    .filter(line -> line.startsWith("RECARGA_MQTT_SENHA="))
                    .map(line -> line.substring(line.indexOf('=') + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
