package br.com.recarga.terminal.tela;

import java.util.List;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** Shows what is longer than the screen one screen at a time; what was shown stays above. */
final class Paginador implements Saida.Paginas {

    private static final String AJUDA = "Enter mostra mais, t tudo, q volta";

    private final Terminal terminal;

    private enum Tecla {
        PAGINA,
        LINHA,
        TUDO,
        VOLTAR,
        INTERROMPER
    }

    Paginador(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Returns when all is shown, or no more is wanted.
     *
     * @throws UserInterruptException for Ctrl-C
     */
    @Override
    public void mostrar(List<String> linhas, Saida saida) {
        if (linhas.size() <= altura()) {
            linhas.forEach(saida::linha);
            return;
        }
        try (Teclado teclado = new Teclado(terminal, () -> {})) {
            KeyMap<Tecla> teclas = teclas(teclado);
            BindingReader reader = new BindingReader(terminal.reader());
            int mostradas = 0;
            int mais = altura();
            while (true) {
                int ate = (int) Math.min(linhas.size(), (long) mostradas + mais);
                linhas.subList(mostradas, ate).forEach(saida::linha);
                mostradas = ate;
                if (mostradas == linhas.size()) {
                    return;
                }
                mais = quantas(perguntar(reader, teclas, onde(mostradas, linhas.size(), saida)));
                if (mais == 0) {
                    return;
                }
            }
        }
    }

    private String onde(int mostradas, int todas, Saida saida) {
        String texto = "  %d de %d linhas: %s".formatted(mostradas, todas, AJUDA);
        return saida.pintar(Cor.FRACO, Tabela.cortar(texto, Math.max(1, terminal.getWidth() - 1)));
    }

    private Tecla perguntar(BindingReader reader, KeyMap<Tecla> teclas, String texto) {
        terminal.writer().print(texto);
        terminal.flush();
        try {
            return reader.readBinding(teclas);
        } finally {
            terminal.puts(Capability.carriage_return);
            terminal.puts(Capability.clr_eol);
            terminal.flush();
        }
    }

    private int quantas(Tecla tecla) {
        // whoever is no longer there wants no more
        return switch (tecla == null ? Tecla.VOLTAR : tecla) {
            case PAGINA -> altura();
            case LINHA -> 1;
            case TUDO -> Integer.MAX_VALUE;
            case VOLTAR -> 0;
            case INTERROMPER -> throw new UserInterruptException("");
        };
    }

    private static KeyMap<Tecla> teclas(Teclado teclado) {
        KeyMap<Tecla> teclas = Teclado.semTeclas();
        teclado.ligar(teclas, Tecla.PAGINA, Capability.key_npage, "\u001b[6~", " ", "\r", "\n");
        teclado.ligar(teclas, Tecla.LINHA, Capability.key_down, "\u001b[B", "\u001bOB");
        teclas.bind(Tecla.TUDO, "t", "T");
        teclas.bind(Tecla.VOLTAR, "q", "Q", KeyMap.esc(), KeyMap.ctrl('D'));
        teclas.bind(Tecla.INTERROMPER, KeyMap.ctrl('C'));
        return teclas;
    }

    /** Lines of a screen, without the one that says how to go on; no end of them where the terminal does not know. */
    private int altura() {
        int linhas = terminal.getHeight();
        return linhas > 1 ? linhas - 1 : Integer.MAX_VALUE;
    }
}
