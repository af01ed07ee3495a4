package br.com.recarga.terminal.comandos;

import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The first line of a help: what has to be said, and that there is more; picocli has only the latter, in English. */
final class Sinopse extends Help {

    Sinopse(CommandSpec comando, ColorScheme cores) {
        super(comando, cores);
    }

    @Override
    public String abbreviatedSynopsis() {
        String exigidas = commandSpec().options().stream()
                .filter(OptionSpec::required)
                .map(opcao -> opcao.longestName() + " " + opcao.paramLabel() + " ")
                .collect(Collectors.joining());
        return super.abbreviatedSynopsis().replace("[OPTIONS]", exigidas + "[OPÇÕES]");
    }
}
