package br.com.recarga.terminal.comandos;

import br.com.recarga.terminal.acoes.Ambiente;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "recarga",
        versionProvider = Versao.class,
        description = "Encontra e reserva postos de recarga de vários operadores.",
        subcommands = {
            PostosCommand.class,
            ReservarCommand.class,
            ReservasCommand.class,
            CancelarCommand.class,
            AlterarCommand.class,
            ViagemCommand.class,
            ServidoresCommand.class,
            EsquecerCommand.class
        },
        footer = {
            "",
            "Sem comando, num terminal, abre o menu. MQTT_BROKER e MQTT_PORT dizem onde está o broker.",
            "Sai com 0: feito; 1: recusado; 2: uso incorreto; 3: fora do ar ou sem resposta a tempo; 130: interrompido."
        })
public final class RecargaCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    Ajuda ajuda;

    @Option(
            names = {"-V", "--versao", "--version"},
            versionHelp = true,
            description = "mostra a versão")
    boolean versao;

    private final Ambiente ambiente;
    private final boolean interativo;
    private final Callable<Integer> menu;

    private RecargaCommand(Ambiente ambiente, boolean interativo, Callable<Integer> menu) {
        this.ambiente = ambiente;
        this.interativo = interativo;
        this.menu = menu;
    }

    /**
     * The whole command line.
     *
     * @param interativo whether a person is there to use the menu
     * @param menu runs it, and returns how the program ends
     */
    public static CommandLine de(Ambiente ambiente, boolean interativo, Callable<Integer> menu) {
        return ErrosDeUso.emPortugues(new CommandLine(new RecargaCommand(ambiente, interativo, menu)), ambiente);
    }

    Ambiente ambiente() {
        return ambiente;
    }

    @Command(
            name = "menu",
            description = "Abre o menu, também onde não há um terminal de verdade: então com perguntas simples.")
    int menu(@Mixin Ajuda ajudaDoMenu) throws Exception {
        return menu.call();
    }

    @Override
    public Integer call() throws Exception {
        if (!interativo) {
            throw new ParameterException(spec.commandLine(), "Falta o comando");
        }
        return menu.call();
    }
}
