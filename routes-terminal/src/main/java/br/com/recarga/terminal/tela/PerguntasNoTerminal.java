package br.com.recarga.terminal.tela;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** On a terminal that can move its cursor. */
final class PerguntasNoTerminal implements Perguntas {

    private final Terminal terminal;
    private final Saida saida;
    private final Leitor leitor;

    PerguntasNoTerminal(Terminal terminal, Saida saida, Path pasta) {
        this.terminal = terminal;
        this.saida = saida;
        this.leitor = new Leitor(terminal, true, saida, pasta);
    }

    @Override
    public <T> Optional<T> escolher(String titulo, List<Opcao<T>> opcoes) {
        Optional<Opcao<T>> escolhida = new Lista<>(terminal, saida, titulo, opcoes).escolher();
        escolhida.ifPresent(opcao -> saida.linha(saida.pintar(Cor.CIANO, "? ")
                + saida.pintar(Cor.NEGRITO, titulo)
                + (titulo.endsWith("?") ? " " : ": ")
                + Tabela.cortar(opcao.texto(), Math.max(1, terminal.getWidth() - Tabela.colunas(titulo) - 5))));
        return escolhida.map(Opcao::valor);
    }

    @Override
    public Optional<String> texto(Pergunta pergunta) {
        return leitor.perguntar(pergunta);
    }

    @Override
    public void esperando(String texto) {
        terminal.writer().print(saida.pintar(Cor.FRACO, Tabela.cortar(texto, terminal.getWidth() - 1)));
        terminal.flush();
    }

    @Override
    public void pronto() {
        terminal.puts(Capability.carriage_return);
        terminal.puts(Capability.clr_eol);
        terminal.flush();
    }
}
