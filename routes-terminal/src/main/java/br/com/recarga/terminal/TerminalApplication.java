package br.com.recarga.terminal;

import br.com.recarga.platform.database.PrivateFiles;
import br.com.recarga.terminal.acoes.Ambiente;
import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.comandos.RecargaCommand;
import br.com.recarga.terminal.memoria.Memoria;
import br.com.recarga.terminal.memoria.Pasta;
import br.com.recarga.terminal.menu.Menu;
import br.com.recarga.terminal.rotas.Diario;
import br.com.recarga.terminal.rotas.Motor;
import br.com.recarga.terminal.rotas.Recarga;
import br.com.recarga.terminal.tela.Formatos;
import br.com.recarga.terminal.tela.Saida;
import br.com.recarga.terminal.tela.Tela;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jline.terminal.Terminal;

/** The gateway's routes for one person, or for a script: one command, or the menu. */
public final class TerminalApplication {

    private TerminalApplication() {}

    public static void main(String[] args) {
        System.exit(executar(args));
    }

    private static int executar(String... argumentos) {
        // answers go to stdout and nothing else does, whatever a library has to say
        Tela.reservarSaida();
        // terminal-logback.xml says it all; Spring would set logging up anew
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "terminal-logback.xml");

        Map<String, String> env = System.getenv();
        boolean terminal = Tela.saidaEhTerminal();
        boolean interativo = terminal && Tela.entradaEhTerminal();
        Path pasta = Pasta.de(env, System.getProperty("user.home"));
        try (Ambiente ambiente = ambiente(Tela.saida(env, terminal, interativo), env, pasta)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> despedir(ambiente)));
            return RecargaCommand.de(ambiente, interativo, () -> menu(env, pasta))
                    .execute(argumentos);
        }
    }

    private static Ambiente ambiente(Saida saida, Map<String, String> env, Path pasta) {
        String dito = env.get("RECARGA_FUSO");
        ZoneId fuso = dito == null ? ZoneId.systemDefault() : ZoneId.of(dito);
        return new Ambiente(
                saida, new Formatos(Clock.system(fuso)), new Memoria(pasta), alcance -> ligar(alcance, pasta));
    }

    private static int menu(Map<String, String> env, Path pasta) throws IOException {
        try (Terminal terminal = Tela.abrir();
                Ambiente ambiente = ambiente(Tela.saida(terminal, Tela.cores(env)), env, pasta)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> despedir(ambiente)));
            return new Menu(ambiente, Tela.perguntas(terminal, ambiente.saida(), pasta)).call();
        }
    }

    private static Recarga ligar(Alcance alcance, Path pasta) {
        if (alcance == Alcance.POSTOS_E_RESERVAS) {
            return Motor.ligar(null);
        }
        try {
            return Motor.ligar(Diario.abrir(PrivateFiles.folder(pasta)));
        } catch (IOException e) {
            throw new UncheckedIOException("O diário das viagens não pode ser aberto em " + pasta, e);
        }
    }

    /** Whoever is interrupted in the middle of a change is told that nobody knows. */
    private static void despedir(Ambiente ambiente) {
        String incerteza = ambiente.incerteza();
        if (incerteza != null) {
            ambiente.saida().aviso("");
            ambiente.saida().aviso("Interrompido. " + incerteza);
        }
    }
}
