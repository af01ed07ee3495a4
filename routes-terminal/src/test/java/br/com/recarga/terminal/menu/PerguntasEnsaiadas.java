package br.com.recarga.terminal.menu;

import br.com.recarga.terminal.tela.Pergunta;
import br.com.recarga.terminal.tela.Perguntas;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/** A person who says what a test tells them; after the last word they press Ctrl-D. */
final class PerguntasEnsaiadas implements Perguntas {

    /** Says nothing. */
    static final String VAZIO = "";

    /** Presses Ctrl-C. */
    static final String CTRL_C = "^C";

    private final Deque<String> respostas;
    private final List<String> recusas = new ArrayList<>();
    private final List<String> perguntas = new ArrayList<>();
    private final List<String> oferecidas = new ArrayList<>();

    PerguntasEnsaiadas(String... respostas) {
        this.respostas = new ArrayDeque<>(List.of(respostas));
    }

    /** Why answers were asked for again. */
    List<String> recusas() {
        return recusas;
    }

    /** What was asked. */
    List<String> perguntas() {
        return perguntas;
    }

    /** What could be chosen, or an answer be completed to. */
    List<String> oferecidas() {
        return oferecidas;
    }

    @Override
    public <T> Optional<T> escolher(String titulo, List<Opcao<T>> opcoes) {
        perguntas.add(titulo);
        opcoes.forEach(opcao -> oferecidas.add(opcao.texto()));
        String resposta = proxima();
        if (resposta.equals(VAZIO)) {
            return Optional.empty();
        }
        return opcoes.stream()
                .filter(opcao -> opcao.texto().startsWith(resposta))
                .findFirst()
                .map(opcao -> Optional.ofNullable(opcao.valor()))
                .orElseThrow(() -> new AssertionError("No " + resposta + " in " + opcoes));
    }

    @Override
    public Optional<String> texto(Pergunta pergunta) {
        perguntas.add(pergunta.rotulo());
        oferecidas.addAll(pergunta.candidatos());
        while (true) {
            String dita = proxima();
            String resposta = dita.equals(VAZIO) ? pergunta.padrao() : dita;
            if (resposta.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> recusa = pergunta.recusa().apply(resposta);
            if (recusa.isEmpty()) {
                return Optional.of(resposta);
            }
            recusas.add(recusa.get());
        }
    }

    private String proxima() {
        String resposta = respostas.poll();
        if (resposta == null) {
            throw new EndOfFileException();
        }
        if (resposta.equals(CTRL_C)) {
            throw new UserInterruptException("");
        }
        return resposta;
    }

    @Override
    public void esperando(String texto) {
        // nobody waits
    }

    @Override
    public void pronto() {
        // nobody waits
    }
}
