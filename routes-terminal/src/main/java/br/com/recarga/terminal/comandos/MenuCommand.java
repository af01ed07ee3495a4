package br.com.recarga.terminal.comandos;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "menu",
        description = "Abre o menu, também onde não há um terminal de verdade: então com perguntas simples.")
final class MenuCommand implements Callable<Integer> {

    @Option(
            names = {"-h", "--ajuda", "--help"},
            usageHelp = true,
            description = "mostra esta ajuda")
    boolean ajuda;

    private final Callable<Integer> menu;

    MenuCommand(Callable<Integer> menu) {
        this.menu = menu;
    }

    @Override
    public Integer call() throws Exception {
        return menu.call();
    }
}
