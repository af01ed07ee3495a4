package br.com.recarga.terminal.comandos;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command. */
@Command(sortOptions = false)
final class OpcoesComuns {

    @Option(names = "--json", description = "responde com o JSON do contrato, e nada mais")
    boolean json;

    @Mixin
    Ajuda ajuda;

    @Option(
            names = {"-v", "--verboso"},
            description = "registra em stderr o que acontece por dentro")
    void verboso(boolean sim) {
        if (sim) {
            // read by the logging, whenever that starts
            System.setProperty("recarga.terminal.log", "INFO");
        }
    }
}
