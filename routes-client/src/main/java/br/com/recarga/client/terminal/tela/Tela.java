package br.com.recarga.client.terminal.tela;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The terminal that this process was started in, if any. */
public final class Tela {

    private static final int LARGURA_PADRAO = 80;

    private Tela() {}

    /** From now on what is printed to {@code System.out} goes to stderr. */
    public static void reservarSaida() {
        System.setOut(System.err);
    }

    public static boolean saidaEhTerminal() {
        return ehTerminal(SystemStream.Output);
    }

    public static boolean entradaEhTerminal() {
        return ehTerminal(SystemStream.Input);
    }

    /** Answers to stdout, the rest to stderr, all in UTF-8. */
    public static Saida saida(Map<String, String> ambiente, boolean terminal) {
        return new Saida(
                utf8(new FileOutputStream(FileDescriptor.out)),
                utf8(new FileOutputStream(FileDescriptor.err)),
                terminal && cores(ambiente),
                terminal ? largura() : Tabela.SEM_LIMITE);
    }

    /** As https://no-color.org has it. */
    public static boolean cores(Map<String, String> ambiente) {
        return ambiente.getOrDefault("NO_COLOR", "").isEmpty()
                && !ambiente.getOrDefault("TERM", "dumb").equals("dumb");
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    private static int largura() {
        try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
            Size size = terminal.getSize();
            return size.getColumns() > 0 ? size.getColumns() : LARGURA_PADRAO;
        } catch (IOException e) {
            return LARGURA_PADRAO;
        }
    }

    private static boolean ehTerminal(SystemStream stream) {
        return provider().isSystemStream(stream);
    }

    /** The quick one; where its library cannot be loaded, the one that asks other programs. */
    private static TerminalProvider provider() {
        try {
            return new JniTerminalProvider();
        } catch (RuntimeException | LinkageError e) {
            return new ExecTerminalProvider();
        }
    }
}
