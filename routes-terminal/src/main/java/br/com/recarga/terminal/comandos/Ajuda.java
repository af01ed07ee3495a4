package br.com.recarga.terminal.comandos;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The help of every command, in Portuguese. */
@Command(
        synopsisHeading = "Uso: ",
        synopsisSubcommandLabel = "COMANDO",
        abbreviateSynopsis = true,
        commandListHeading = "%nComandos:%n",
        optionListHeading = "%nOpções:%n")
final class Ajuda {

    @Option(
            names = {"-h", "--ajuda", "--help"},
            usageHelp = true,
            description = "mostra esta ajuda")
    boolean pedida;
}
