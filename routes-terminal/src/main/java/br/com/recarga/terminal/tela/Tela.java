package br.com.recarga.terminal.tela;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.logging.LogManager;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.InfoCmp.Capability;

/** The terminal that this process was started in, if any. */
public final class Tela {

    private static final int LARGURA_PADRAO = 80;

    private Tela() {}

    /** From now on what is printed to {@code System.out} goes to stderr, and what the JDK's own logging says nowhere. */
    public static void reservarSaida() {
        System.setOut(System.err);
        LogManager.getLogManager().reset();
    }

    public static boolean saidaEhTerminal() {
        return ehTerminal(SystemStream.Output);
    }

    public static boolean entradaEhTerminal() {
        return ehTerminal(SystemStream.Input);
    }

    /**
     * Answers to stdout, the rest to stderr, all in UTF-8.
     *
     * @param terminal whether stdout is one
     * @param interativo whether somebody is there who can say that more is wanted
     */
    public static Saida saida(Map<String, String> ambiente, boolean terminal, boolean interativo) {
        PrintWriter respostas = utf8(new FileOutputStream(FileDescriptor.out));
        PrintWriter avisos = utf8(new FileOutputStream(FileDescriptor.err));
        boolean cores = terminal && cores(ambiente);
        IntSupplier largura = terminal ? Tela::largura : () -> Tabela.SEM_LIMITE;
        return interativo
                ? new Saida(respostas, avisos, cores, largura, Tela::porPaginas)
                : new Saida(respostas, avisos, cores, largura);
    }

    private static void porPaginas(List<String> linhas, Saida saida) {
        try (Terminal terminal = abrir()) {
            paginas(terminal).mostrar(linhas, saida);
        } catch (IOException semTerminal) {
            Saida.todas(linhas, saida);
        }
    }

    private static Saida.Paginas paginas(Terminal terminal) {
        return simples(terminal) ? Saida::todas : new Paginador(terminal);
    }

    /**
     * The terminal for a conversation, or the pipe that it is replaced by.
     *
     * @throws IOException if there is neither
     */
    public static Terminal abrir() throws IOException {
        return TerminalBuilder.builder()
                .name("recarga")
                .system(true)
                .dumb(true)
                .encoding(StandardCharsets.UTF_8)
                .build();
    }

    /** What is said in a conversation goes where its questions are asked. */
    public static Saida saida(Terminal terminal, boolean cores) {
        return new Saida(terminal.writer(), terminal.writer(), cores, () -> largura(terminal), paginas(terminal));
    }

    /**
     * Questions as the terminal can show them.
     *
     * @param pasta for former answers
     */
    public static Perguntas perguntas(Terminal terminal, Saida saida, Path pasta) {
        return simples(terminal)
                ? new PerguntasSimples(terminal, saida, pasta)
                : new PerguntasNoTerminal(terminal, saida, pasta);
    }

    private static boolean simples(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB)
                || terminal.getStringCapability(Capability.cursor_up) == null;
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
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            return largura(terminal);
        } catch (IOException e) {
            return LARGURA_PADRAO;
        }
    }

    /** Some terminals do not know their own. */
    private static int largura(Terminal terminal) {
        return terminal.getWidth() > 0 ? terminal.getWidth() : LARGURA_PADRAO;
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
