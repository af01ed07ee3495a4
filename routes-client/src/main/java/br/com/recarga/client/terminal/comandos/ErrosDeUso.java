package br.com.recarga.client.terminal.comandos;

import br.com.recarga.client.terminal.tela.Saida;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import org.slf4j.LoggerFactory;

/** What was not understood of a command line, in Portuguese; picocli speaks English. */
final class ErrosDeUso {

    private ErrosDeUso() {}

    static CommandLine emPortugues(CommandLine linha, Saida saida) {
        return cabecalhos(linha)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((erro, argumentos) -> recusar(erro, saida))
                .setExecutionExceptionHandler((falha, comando, resultado) -> falhar(falha, saida));
    }

    private static CommandLine cabecalhos(CommandLine linha) {
        linha.getCommandSpec()
                .usageMessage()
                .synopsisHeading("Uso: ")
                .synopsisSubcommandLabel("COMANDO")
                .abbreviateSynopsis(true)
                .commandListHeading("%nComandos:%n")
                .optionListHeading("%nOpções:%n");
        linha.getSubcommands().values().forEach(ErrosDeUso::cabecalhos);
        return linha;
    }

    private static int recusar(ParameterException erro, Saida saida) {
        saida.erro("✘ " + mensagem(erro));
        saida.aviso("Veja: " + erro.getCommandLine().getCommandSpec().qualifiedName() + " --ajuda");
        return CodigoDeSaida.USO;
    }

    private static String mensagem(ParameterException erro) {
        if (erro instanceof MissingParameterException falta) {
            return "Falta " + falta.getMissing().stream().map(ErrosDeUso::nome).collect(Collectors.joining(", "));
        }
        if (erro instanceof UnmatchedArgumentException desconhecido) {
            List<String> parecidos = desconhecido.getSuggestions();
            return "Não se entende " + String.join(" ", desconhecido.getUnmatched())
                    + (parecidos.isEmpty() ? "" : "; seria " + String.join(" ou ", parecidos) + "?");
        }
        if (erro instanceof OverwrittenOptionException repetida) {
            return nome(repetida.getOverwritten()) + " foi dito mais de uma vez";
        }
        if (erro instanceof MutuallyExclusiveArgsException) {
            return "Essas opções não podem vir juntas";
        }
        ArgSpec argumento = erro.getArgSpec();
        if (argumento != null) {
            String porque = erro.getCause() == null ? esperado(argumento) : erro.getCause().getMessage();
            return nome(argumento)
                    + (erro.getValue() == null ? " precisa de um valor" : ": não se entende '%s', %s".formatted(erro.getValue(), porque));
        }
        return erro.getMessage();
    }

    private static String nome(ArgSpec argumento) {
        return argumento instanceof OptionSpec opcao ? opcao.longestName() : argumento.paramLabel();
    }

    private static String esperado(ArgSpec argumento) {
        if (argumento.type() == Integer.class) {
            return "espera-se um número inteiro";
        }
        if (argumento.type().isEnum()) {
            return "espera-se um de: " + String.join(", ", argumento.completionCandidates());
        }
        return "o valor não serve";
    }

    /** Something inside went wrong: a line for the user, the rest for the log. */
    private static int falhar(Exception falha, Saida saida) {
        LoggerFactory.getLogger(ErrosDeUso.class).error("Failed", falha);
        saida.erro("✘ Algo deu errado (" + falha + "). Com --verboso se vê mais.");
        return CodigoDeSaida.FORA_DO_AR;
    }
}
