package br.com.recarga.terminal.comandos;

import br.com.recarga.terminal.acoes.Ambiente;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "viagem", description = "Planeja, reserva, mostra e cancela viagens por vários operadores.")
final class ViagemCommand implements Runnable {

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-h", "--ajuda", "--help"},
            usageHelp = true,
            description = "mostra esta ajuda")
    boolean ajuda;

    /** With its subcommands. */
    static CommandLine de(Ambiente ambiente) {
        return new CommandLine(new ViagemCommand())
                .addSubcommand(new ViagemPlanejarCommand(ambiente))
                .addSubcommand(new ViagemReservarCommand(ambiente))
                .addSubcommand(new ViagemVerCommand(ambiente))
                .addSubcommand(new ViagemCancelarCommand(ambiente));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Falta dizer o que fazer: planejar, reservar, ver ou cancelar");
    }
}
