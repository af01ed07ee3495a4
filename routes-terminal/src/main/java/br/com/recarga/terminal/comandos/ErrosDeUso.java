package br.com.recarga.terminal.comandos;

import br.com.recarga.contract.Conector;
import br.com.recarga.contract.Decimal;
import br.com.recarga.terminal.acoes.Ambiente;
import br.com.recarga.terminal.tela.Formatos;
import br.com.recarga.terminal.tela.Momento;
import br.com.recarga.terminal.tela.Saida;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.reader.UserInterruptException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was not understood of a command line, in Portuguese; picocli speaks English. */
final class ErrosDeUso {

    private ErrosDeUso() {}

    static CommandLine emPortugues(CommandLine linha, Ambiente ambiente) {
        Formatos formatos = ambiente.formatos();
        return linha.registerConverter(
                        Momento.class,
                        texto -> formatos.lerMomento(texto).orElseThrow(() -> new TypeConversionException(texto)))
                .registerConverter(
                        Double.class, texto -> Decimal.ler(texto).orElseThrow(() -> new TypeConversionException(texto)))
                .registerConverter(
                        Conector.class,
                        texto -> Conector.de(texto).orElseThrow(() -> new TypeConversionException(texto)))
                .registerConverter(
                        Nivel.class, texto -> Nivel.ler(texto).orElseThrow(() -> new TypeConversionException(texto)))
                .registerConverter(
                        Consumo.class,
                        texto -> Consumo.ler(texto).orElseThrow(() -> new TypeConversionException(texto)))
                .setHelpFactory(Sinopse::new)
                // not System.out, which is kept from libraries
                .setOut(ambiente.saida().escritor())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((erro, argumentos) -> recusar(erro, ambiente.saida()))
                .setExecutionExceptionHandler((falha, comando, resultado) -> falhar(falha, ambiente));
    }

    private static int recusar(ParameterException erro, Saida saida) {
        saida.erro("✘ " + mensagem(erro));
        saida.aviso("Veja: " + erro.getCommandLine().getCommandSpec().qualifiedName() + " --ajuda");
        return CodigoDeSaida.USO;
    }

    private static String mensagem(ParameterException erro) {
        if (erro instanceof MissingParameterException falta) {
            ArgSpec primeiro = falta.getMissing().get(0);
            // one that may be left out can only have been given without a value
            return primeiro.isOption() && !primeiro.required() && primeiro.group() == null
                    ? nome(primeiro) + " precisa de um valor"
                    : "Falta "
                            + falta.getMissing().stream().map(ErrosDeUso::nome).collect(Collectors.joining(", "));
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
            return erro.getValue() == null
                    ? nome(argumento) + " precisa de um valor"
                    : "%s: não se entende '%s', espera-se %s"
                            .formatted(nome(argumento), erro.getValue(), esperado(argumento));
        }
        return erro.getMessage();
    }

    private static String nome(ArgSpec argumento) {
        return argumento instanceof OptionSpec opcao ? opcao.longestName() : argumento.paramLabel();
    }

    private static String esperado(ArgSpec argumento) {
        Class<?> tipo = argumento.type();
        if (tipo == Integer.class) {
            return "um número inteiro";
        }
        if (tipo == Double.class) {
            return "um número, como 44,9";
        }
        if (tipo == Nivel.class) {
            return Nivel.ESPERADO;
        }
        if (tipo == Consumo.class) {
            return Consumo.ESPERADO;
        }
        if (tipo == Momento.class) {
            return "14:00, amanhã 8h, 24/12 14:00 ou ISO-8601 com fuso";
        }
        if (tipo == Conector.class) {
            return "um de " + Conector.lista();
        }
        return tipo.isEnum()
                ? "um de "
                        + Stream.of(tipo.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                : "outra coisa";
    }

    private static int falhar(Exception falha, Ambiente ambiente) {
        if (falha instanceof UserInterruptException) {
            return CodigoDeSaida.INTERROMPIDO;
        }
        ambiente.relatos().falha(falha);
        return CodigoDeSaida.FORA_DO_AR;
    }
}
