package br.com.recarga.terminal.tela;

import br.com.recarga.terminal.rotas.TextoAlheio;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/**
 * How a person is asked. No answer, said twice where it could be a slip of the finger, means: back to where one came from. Every question throws {@link
 * UserInterruptException} for Ctrl-C and {@link EndOfFileException} for Ctrl-D, which both mean: leave.
 */
public interface Perguntas {

    /**
     * One of several.
     *
     * @param texto one line; what others wrote in it is made fit to be shown
     */
    record Opcao<T>(String texto, T valor) {

        public Opcao {
            texto = TextoAlheio.limpo(texto);
        }
    }

    /** Lets one be chosen; empty: none. */
    <T> Optional<T> escolher(String titulo, List<Opcao<T>> opcoes);

    /** Asks until the answer is one that can be used; empty: there is none. */
    Optional<String> texto(Pergunta pergunta);

    /** Yes or no; going back is a no. */
    default boolean confirmar(String titulo) {
        return escolher(titulo, List.of(new Opcao<>("Sim", true), new Opcao<>("Não", false)))
                .orElse(false);
    }

    /** Says what is waited for, until {@link #pronto()}. */
    void esperando(String texto);

    /** Takes that away again. */
    void pronto();
}
