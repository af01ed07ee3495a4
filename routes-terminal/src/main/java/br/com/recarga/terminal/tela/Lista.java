package br.com.recarga.terminal.tela;

import br.com.recarga.terminal.rotas.FiltroDePostos;
import br.com.recarga.terminal.tela.Perguntas.Opcao;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * A list in which one line is chosen with the arrow keys; typing leaves only the lines that contain what was typed. It
 * follows the terminal when that changes its size, and is gone from the screen when it is over.
 */
final class Lista<T> {

    private static final String AJUDA = "↑ ↓ escolhem, Enter confirma, Esc volta; digite para procurar";

    /** Title, what was typed and a line below the list. */
    private static final int OUTRAS_LINHAS = 3;

    private final Terminal terminal;
    private final Saida saida;
    private final String titulo;
    private final List<Opcao<T>> opcoes;
    private final Display display;
    private String filtro = "";
    private List<Opcao<T>> visiveis;
    private int escolhida;
    private int primeira;

    private enum Tecla {
        ACIMA,
        ABAIXO,
        PAGINA_ACIMA,
        PAGINA_ABAIXO,
        INICIO,
        FIM,
        LETRA,
        APAGAR,
        CONFIRMAR,
        VOLTAR,
        INTERROMPER,
        ENCERRAR
    }

    Lista(Terminal terminal, Saida saida, String titulo, List<Opcao<T>> opcoes) {
        this.terminal = terminal;
        this.saida = saida;
        this.titulo = titulo;
        this.opcoes = opcoes;
        this.visiveis = opcoes;
        this.display = new Display(terminal, false);
    }

    Optional<Opcao<T>> escolher() {
        try (Teclado teclado = new Teclado(terminal, this::voltar)) {
            SignalHandler resize = terminal.handle(Signal.WINCH, sinal -> desenhar());
            try {
                return lerTeclas(teclas(teclado));
            } finally {
                terminal.handle(Signal.WINCH, resize);
                apagar();
            }
        }
    }

    /** The shell has used the terminal meanwhile. */
    private synchronized void voltar() {
        display.reset();
        desenhar();
    }

    private Optional<Opcao<T>> lerTeclas(KeyMap<Tecla> teclas) {
        BindingReader reader = new BindingReader(terminal.reader());
        while (true) {
            desenhar();
            Tecla tecla = reader.readBinding(teclas);
            if (tecla == null || tecla == Tecla.ENCERRAR) {
                throw new EndOfFileException();
            }
            switch (tecla) {
                case INTERROMPER -> throw new UserInterruptException("");
                case VOLTAR -> {
                    return Optional.empty();
                }
                case CONFIRMAR -> {
                    if (!visiveis.isEmpty()) {
                        return Optional.of(visiveis.get(escolhida));
                    }
                }
                case LETRA -> filtrar(filtro + reader.getLastBinding());
                case APAGAR -> filtrar(filtro.isEmpty() ? "" : filtro.substring(0, filtro.length() - 1));
                default -> mover(tecla);
            }
        }
    }

    private static KeyMap<Tecla> teclas(Teclado teclado) {
        KeyMap<Tecla> teclas = Teclado.semTeclas();
        teclas.setNomatch(null);
        teclas.setUnicode(Tecla.LETRA);
        for (char c = ' '; c < KeyMap.KEYMAP_LENGTH; c++) {
            teclas.bind(Tecla.LETRA, Character.toString(c));
        }
        teclado.ligar(teclas, Tecla.ACIMA, Capability.key_up, "\u001b[A", "\u001bOA", KeyMap.ctrl('P'));
        teclado.ligar(teclas, Tecla.ABAIXO, Capability.key_down, "\u001b[B", "\u001bOB", KeyMap.ctrl('N'), "\t");
        teclado.ligar(teclas, Tecla.PAGINA_ACIMA, Capability.key_ppage, "\u001b[5~");
        teclado.ligar(teclas, Tecla.PAGINA_ABAIXO, Capability.key_npage, "\u001b[6~");
        teclado.ligar(teclas, Tecla.INICIO, Capability.key_home, "\u001b[H", "\u001bOH", "\u001b[1~");
        teclado.ligar(teclas, Tecla.FIM, Capability.key_end, "\u001b[F", "\u001bOF", "\u001b[4~");
        teclado.ligar(teclas, Tecla.APAGAR, Capability.key_backspace, KeyMap.del(), "\b");
        teclas.bind(Tecla.CONFIRMAR, "\r", "\n");
        teclas.bind(Tecla.VOLTAR, KeyMap.esc());
        teclas.bind(Tecla.INTERROMPER, KeyMap.ctrl('C'));
        teclas.bind(Tecla.ENCERRAR, KeyMap.ctrl('D'));
        return teclas;
    }

    private synchronized void filtrar(String texto) {
        filtro = texto;
        String procurado = FiltroDePostos.simples(texto);
        visiveis = opcoes.stream()
                .filter(opcao -> FiltroDePostos.simples(opcao.texto()).contains(procurado))
                .toList();
        escolhida = 0;
        primeira = 0;
    }

    private synchronized void mover(Tecla tecla) {
        int ultima = Math.max(0, visiveis.size() - 1);
        int pagina = altura(terminal.getSize());
        escolhida = switch (tecla) {
            // round and round, as menus are short
            case ACIMA -> escolhida == 0 ? ultima : escolhida - 1;
            case ABAIXO -> escolhida == ultima ? 0 : escolhida + 1;
            case PAGINA_ACIMA -> Math.max(0, escolhida - pagina);
            case PAGINA_ABAIXO -> Math.min(ultima, escolhida + pagina);
            case INICIO -> 0;
            case FIM -> ultima;
            default -> escolhida;
        };
    }

    private static int altura(Size size) {
        return Math.max(1, size.getRows() - OUTRAS_LINHAS);
    }

    /** Also called by the thread that hears of a new size. */
    private synchronized void desenhar() {
        Size size = terminal.getSize();
        int colunas = Math.max(1, size.getColumns());
        int altura = altura(size);
        display.resize(size.getRows(), colunas);
        primeira = Math.max(Math.min(primeira, escolhida), escolhida - altura + 1);
        List<String> linhas = new ArrayList<>();
        linhas.add(saida.pintar(Cor.CIANO, "? ")
                + saida.pintar(Cor.NEGRITO, Tabela.cortar(titulo, colunas - 3))
                + (filtro.isEmpty() ? "" : " " + filtro));
        int ultima = Math.min(visiveis.size(), primeira + altura);
        for (int i = primeira; i < ultima; i++) {
            String texto = Tabela.cortar(visiveis.get(i).texto(), colunas - 3);
            linhas.add(i == escolhida ? saida.pintar(Cor.CIANO, "❯ " + texto) : "  " + texto);
        }
        if (visiveis.isEmpty()) {
            linhas.add(saida.pintar(Cor.FRACO, "  nada com esse texto"));
        }
        String quantas = visiveis.size() > altura ? " (%d de %d)".formatted(escolhida + 1, visiveis.size()) : "";
        linhas.add(saida.pintar(Cor.FRACO, Tabela.cortar("  " + AJUDA + quantas, colunas - 1)));
        // the cursor is where the choice is, for those who are read to
        display.update(
                linhas.stream().map(AttributedString::fromAnsi).toList(),
                size.cursorPos(Math.min(1 + escolhida - primeira, linhas.size() - 1), 0));
    }

    private synchronized void apagar() {
        display.update(List.of(), 0);
    }
}
