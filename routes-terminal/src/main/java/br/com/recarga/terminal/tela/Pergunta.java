package br.com.recarga.terminal.tela;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question that is answered in words.
 *
 * @param rotulo what is asked
 * @param padrao the answer of whoever says nothing; empty: there is none
 * @param candidatos what an answer may be completed to
 * @param recusa why an answer cannot be used; empty: it can
 * @param historico name of the file with former answers; null: they are secret, or not worth it
 */
public record Pergunta(
        String rotulo,
        String padrao,
        Collection<String> candidatos,
        Function<String, Optional<String>> recusa,
        String historico) {

    /** To which every answer will do. */
    public static Pergunta livre(String rotulo) {
        return new Pergunta(rotulo, "", List.of(), resposta -> Optional.empty(), null);
    }

    public Pergunta padrao(String resposta) {
        return new Pergunta(rotulo, resposta, candidatos, recusa, historico);
    }

    public Pergunta candidatos(Collection<String> respostas) {
        return new Pergunta(rotulo, padrao, respostas, recusa, historico);
    }

    public Pergunta recusa(Function<String, Optional<String>> porque) {
        return new Pergunta(rotulo, padrao, candidatos, porque, historico);
    }

    public Pergunta historico(String arquivo) {
        return new Pergunta(rotulo, padrao, candidatos, recusa, arquivo);
    }
}
