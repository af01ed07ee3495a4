package br.com.recarga.terminal.comandos;

import br.com.recarga.terminal.acoes.Ambiente;
import br.com.recarga.terminal.rotas.Resultado;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands have in common. */
abstract class Comando implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    OpcoesComuns comuns;

    Ambiente ambiente() {
        return ((RecargaCommand) spec.root().userObject()).ambiente();
    }

    /**
     * Prints an answer and says how it was.
     *
     * @param relato the answer for people, unless it is a refusal
     */
    int responder(Resultado resultado, Consumer<Resultado> relato) {
        if (comuns.json) {
            ambiente().saida().json(resultado.json());
        } else {
            ambiente().relatos().resposta(resultado, relato);
        }
        return CodigoDeSaida.de(resultado);
    }

    /** What is said of a trip each time that it is still waited for. */
    void aindaIncerta(Resultado viagem) {
        if (!comuns.json) {
            ambiente().saida().aviso("Ainda incerta, esperando pelos servidores…");
        }
    }
}
