package br.com.recarga.terminal.tela;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;

/** Where the cursor cannot be moved, or nobody sees it move: lists have numbers. */
final class PerguntasSimples implements Perguntas {

    private final Saida saida;
    private final Leitor leitor;

    PerguntasSimples(Terminal terminal, Saida saida, Path pasta) {
        this.saida = saida;
        this.leitor = new Leitor(terminal, false, saida, pasta);
    }

    @Override
    public <T> Optional<T> escolher(String titulo, List<Opcao<T>> opcoes) {
        saida.linha("");
        for (int i = 0; i < opcoes.size(); i++) {
            saida.linha("%3d  %s".formatted(i + 1, opcoes.get(i).texto()));
        }
        Pergunta numero = Pergunta.livre(titulo + " [1-" + opcoes.size() + "]")
                .recusa(resposta -> numero(resposta, opcoes.size()) > 0
                        ? Optional.empty()
                        : Optional.of("deve ser um número de 1 a " + opcoes.size()));
        return leitor.perguntar(numero)
                .map(resposta -> opcoes.get(numero(resposta, opcoes.size()) - 1).valor());
    }

    /** 0 if it is none of these. */
    private static int numero(String texto, int maximo) {
        try {
            int numero = Integer.parseInt(texto);
            return numero >= 1 && numero <= maximo ? numero : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public Optional<String> texto(Pergunta pergunta) {
        return leitor.perguntar(pergunta);
    }

    @Override
    public void esperando(String texto) {
        saida.linha(texto);
    }

    @Override
    public void pronto() {
        // what is written stays
    }
}
