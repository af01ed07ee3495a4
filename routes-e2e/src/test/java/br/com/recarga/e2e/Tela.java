package br.com.recarga.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.ScreenTerminal;

/**
 * A program on a terminal of its own, which {@code script} makes and we play: we press its keys and see its screen. Any Linux
 * has {@code script}, {@code stty} and {@code setsid}.
 */
final class Tela implements AutoCloseable {

    static final String ENTER = "\r";
    static final String ACIMA = "\u001b[A";
    static final String ABAIXO = "\u001b[B";
    static final String ESC = "\u001b";
    static final String TAB = "\t";
    static final String APAGAR_LINHA = "\u0015";
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";

    /** A JVM starts in that on a machine that has much else to do. */
    private static final Duration PACIENCIA = Duration.ofSeconds(60);

    /** A build in the background ignores the signal, and so would all that it starts; only GNU's {@code env} undoes that. */
    private static final String OUVIR_CTRL_C =
            "sinais=$(env --default-signal=INT true 2>/dev/null && echo env --default-signal=INT);";

    private final ScreenTerminal tela;
    private final Process processo;

    /** @param linha what is run, as for a shell */
    Tela(int colunas, int linhas, Map<String, String> ambiente, String linha) throws IOException {
        tela = new ScreenTerminal(colunas, linhas);
        String comTamanho = "stty cols %d rows %d; %s exec $sinais %s".formatted(colunas, linhas, OUVIR_CTRL_C, linha);
        ProcessBuilder script = new ProcessBuilder("script", "-q", "-e", "-f", "-c", comTamanho, "/dev/null");
        script.environment().putAll(ambiente);
        script.environment().put("SHELL", "/bin/sh");
        processo = script.redirectErrorStream(true).start();
        Thread leitor = new Thread(this::ler, "tela");
        leitor.setDaemon(true);
        leitor.start();
    }

    /** Whether this machine has what is needed; {@code RECARGA_EXIGE_TERMINAL=true} makes its absence a failure. */
    static boolean possivelOuExigida() {
        return Boolean.parseBoolean(System.getenv("RECARGA_EXIGE_TERMINAL"))
                || System.getProperty("os.name").equals("Linux")
                        && Stream.of("script", "stty")
                                .allMatch(program -> Stream.of(
                                                System.getenv("PATH").split(":"))
                                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    private void ler() {
        try (InputStream saida = processo.getInputStream();
                Reader texto = new InputStreamReader(saida, StandardCharsets.UTF_8)) {
            char[] buffer = new char[4096];
            for (int n = texto.read(buffer); n >= 0; n = texto.read(buffer)) {
                tela.write(new String(buffer, 0, n));
            }
        } catch (IOException encerrada) {
            // the program has ended
        }
    }

    void teclar(String... teclas) throws IOException {
        for (String tecla : teclas) {
            processo.getOutputStream().write(tecla.getBytes(StandardCharsets.UTF_8));
            processo.getOutputStream().flush();
        }
    }

    /** Waits until the screen shows this. */
    Tela ate(String texto) {
        await(texto)
                .atMost(PACIENCIA)
                .pollInterval(Duration.ofMillis(20))
                .until(this::texto, tela -> tela.contains(texto));
        return this;
    }

    /**
     * Waits until the question is put again with the answer that was refused. The refusal stands there before: what is typed
     * then still goes to the terminal, not to the program.
     */
    Tela deNovo(String recusada) {
        await("again: " + recusada)
                .atMost(PACIENCIA)
                .pollInterval(Duration.ofMillis(20))
                .until(this::texto, tela -> tela.stripTrailing().endsWith(": " + recusada));
        return this;
    }

    /** What is on the screen. */
    String texto() {
        return linhas().stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    List<String> linhas() {
        return tela.toString().lines().toList();
    }

    /** What the program exits with. */
    int fim() throws InterruptedException {
        if (!processo.waitFor(PACIENCIA.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Still running:\n" + texto());
        }
        return processo.exitValue();
    }

    @Override
    public void close() {
        processo.destroy();
    }
}
