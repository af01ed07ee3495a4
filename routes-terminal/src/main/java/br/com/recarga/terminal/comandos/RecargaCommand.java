package br.com.recarga.terminal.comandos;

import br.com.recarga.terminal.acoes.Ambiente;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "recarga",
        description = "Encontra e reserva postos de recarga de vários operadores.",
        footer = {
            "",
            "Sem comando, num terminal, abre o menu. MQTT_BROKER e MQTT_PORT dizem onde está o broker.",
            "Sai com 0: feito; 1: recusado; 2: uso incorreto; 3: fora do ar ou sem resposta a tempo; 130: interrompido."
        })
public final class RecargaCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-h", "--ajuda", "--help"},
            usageHelp = true,
            description = "mostra esta ajuda")
    boolean ajuda;

    private final boolean interativo;
    private final Callable<Integer> menu;

    private RecargaCommand(boolean interativo, Callable<Integer> menu) {
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
        CommandLine linha = new CommandLine(new RecargaCommand(interativo, menu))
                .addSubcommand(new PostosCommand(ambiente))
                .addSubcommand(new ReservarCommand(ambiente))
                .addSubcommand(new ReservasCommand(ambiente))
                .addSubcommand(new CancelarCommand(ambiente))
                .addSubcommand(new AlterarCommand(ambiente))
                .addSubcommand("viagem", ViagemCommand.de(ambiente))
                .addSubcommand(new ServidoresCommand(ambiente))
                .addSubcommand(new EsquecerCommand(ambiente))
                .addSubcommand(new MenuCommand(menu));
        return ErrosDeUso.emPortugues(linha, ambiente);
    }

    @Override
    public Integer call() throws Exception {
        if (!interativo) {
            throw new ParameterException(spec.commandLine(), "Falta o comando");
        }
        return menu.call();
    }
}
