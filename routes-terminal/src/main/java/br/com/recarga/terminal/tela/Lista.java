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
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
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

    private static final long ESC_MS = 100;
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
        Attributes antes = teclaPorTecla();
        SignalHandler resize = terminal.handle(Signal.WINCH, sinal -> desenhar());
        SignalHandler resume = terminal.handle(Signal.CONT, sinal -> voltar());
        try {
            return lerTeclas();
        } finally {
            terminal.handle(Signal.WINCH, resize);
            terminal.handle(Signal.CONT, resume);
            apagar();
            terminal.puts(Capability.keypad_local);
            terminal.setAttributes(antes);
            terminal.flush();
        }
    }

    private Attributes teclaPorTecla() {
        Attributes antes = terminal.enterRawMode();
        Attributes semSinais = terminal.getAttributes();
        // Ctrl-C is a key like others, so that the list is taken away before the program ends
        semSinais.setLocalFlag(LocalFlag.ISIG, false);
        terminal.setAttributes(semSinais);
        terminal.puts(Capability.keypad_xmit);
        return antes;
    }

    /** The shell has used the terminal meanwhile. */
    private synchronized void voltar() {
        teclaPorTecla();
        display.reset();
        desenhar();
    }

    private Optional<Opcao<T>> lerTeclas() {
        KeyMap<Tecla> teclas = teclas();
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

    private KeyMap<Tecla> teclas() {
        KeyMap<Tecla> teclas = new KeyMap<>();
        teclas.setAmbiguousTimeout(ESC_MS);
        teclas.setNomatch(null);
        teclas.setUnicode(Tecla.LETRA);
        for (char c = ' '; c < KeyMap.KEYMAP_LENGTH; c++) {
            teclas.bind(Tecla.LETRA, Character.toString(c));
        }
        // both, as terminals do not all keep to what they say of themselves
        ligar(teclas, Tecla.ACIMA, Capability.key_up, "\u001b[A", "\u001bOA", KeyMap.ctrl('P'));
        ligar(teclas, Tecla.ABAIXO, Capability.key_down, "\u001b[B", "\u001bOB", KeyMap.ctrl('N'), "\t");
        ligar(teclas, Tecla.PAGINA_ACIMA, Capability.key_ppage, "\u001b[5~");
        ligar(teclas, Tecla.PAGINA_ABAIXO, Capability.key_npage, "\u001b[6~");
        ligar(teclas, Tecla.INICIO, Capability.key_home, "\u001b[H", "\u001bOH", "\u001b[1~");
        ligar(teclas, Tecla.FIM, Capability.key_end, "\u001b[F", "\u001bOF", "\u001b[4~");
        ligar(teclas, Tecla.APAGAR, Capability.key_backspace, KeyMap.del(), "\b");
        teclas.bind(Tecla.CONFIRMAR, "\r", "\n");
        teclas.bind(Tecla.VOLTAR, KeyMap.esc());
        teclas.bind(Tecla.INTERROMPER, KeyMap.ctrl('C'));
        teclas.bind(Tecla.ENCERRAR, KeyMap.ctrl('D'));
        return teclas;
    }

    private void ligar(KeyMap<Tecla> teclas, Tecla tecla, Capability sua, String... sequencias) {
        String dita = KeyMap.key(terminal, sua);
        if (dita != null) {
            teclas.bind(tecla, dita);
        }
        teclas.bind(tecla, (CharSequence[]) sequencias);
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
