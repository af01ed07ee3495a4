package br.com.recarga.terminal.tela;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;

/**
 * Rows in aligned columns. Where they are wider than the terminal, the widest elastic columns give way; where even that is
 * not enough, each row becomes a few lines.
 */
public final class Tabela {

    /** The width of a file or a pipe. */
    public static final int SEM_LIMITE = Integer.MAX_VALUE;

    private static final int ELASTICA_MINIMA = 10;
    private static final String ENTRE = "  ";
    private static final String RETICENCIAS = "…";

    private final List<Coluna> colunas = new ArrayList<>();
    private final List<Celula[]> linhas = new ArrayList<>();

    private record Coluna(String titulo, boolean direita, boolean elastica) {}

    /**
     * One field of a row.
     *
     * @param cor null: none
     */
    public record Celula(String texto, Cor cor) {}

    public Tabela coluna(String titulo) {
        colunas.add(new Coluna(titulo, false, false));
        return this;
    }

    /** Of numbers. */
    public Tabela direita(String titulo) {
        colunas.add(new Coluna(titulo, true, false));
        return this;
    }

    /** Of text that can be cut. */
    public Tabela elastica(String titulo) {
        colunas.add(new Coluna(titulo, false, true));
        return this;
    }

    /** One field for each column: a {@link Celula}, or anything else for its text; null leaves it empty. */
    public void linha(Object... campos) {
        Celula[] celulas = new Celula[colunas.size()];
        for (int i = 0; i < celulas.length; i++) {
            celulas[i] =
                    campos[i] instanceof Celula celula ? celula : new Celula(Objects.toString(campos[i], ""), null);
        }
        linhas.add(celulas);
    }

    List<String> linhas(int largura, Saida saida) {
        int[] larguras =
                IntStream.range(0, colunas.size()).map(this::larguraNatural).toArray();
        if (!encolher(larguras, largura)) {
            return fichas(largura, saida);
        }
        List<String> saidas = new ArrayList<>();
        saidas.add(saida.pintar(Cor.NEGRITO, emLinha(i -> ajustar(colunas.get(i).titulo(), i, larguras))));
        for (Celula[] linha : linhas) {
            saidas.add(emLinha(i -> saida.pintar(linha[i].cor(), ajustar(linha[i].texto(), i, larguras))));
        }
        return saidas;
    }

    private String emLinha(IntFunction<String> campo) {
        return IntStream.range(0, colunas.size())
                .mapToObj(campo)
                .collect(Collectors.joining(ENTRE))
                .stripTrailing();
    }

    private int larguraNatural(int coluna) {
        return Math.max(
                colunas(colunas.get(coluna).titulo()),
                linhas.stream()
                        .mapToInt(linha -> colunas(linha[coluna].texto()))
                        .max()
                        .orElse(0));
    }

    /** Takes from the widest first; false if there is not enough to be taken. */
    private boolean encolher(int[] larguras, int largura) {
        long sobra = IntStream.of(larguras).asLongStream().sum()
                + (long) ENTRE.length() * Math.max(0, larguras.length - 1)
                - largura;
        while (sobra > 0) {
            int maior = IntStream.range(0, larguras.length)
                    .filter(i -> colunas.get(i).elastica() && larguras[i] > ELASTICA_MINIMA)
                    .boxed()
                    .max(Comparator.comparingInt(i -> larguras[i]))
                    .orElse(-1);
            if (maior < 0) {
                return false;
            }
            larguras[maior]--;
            sobra--;
        }
        return true;
    }

    private String ajustar(String texto, int coluna, int[] larguras) {
        String cabe = cortar(texto, larguras[coluna]);
        String espacos = " ".repeat(larguras[coluna] - colunas(cabe));
        return colunas.get(coluna).direita() ? espacos + cabe : cabe + espacos;
    }

    /** For a terminal that is too narrow: a title and a text on each line, and an empty line between rows. */
    private List<String> fichas(int largura, Saida saida) {
        int titulo = colunas.stream()
                .mapToInt(coluna -> colunas(coluna.titulo()))
                .max()
                .orElse(0);
        List<String> saidas = new ArrayList<>();
        for (Celula[] linha : linhas) {
            if (!saidas.isEmpty()) {
                saidas.add("");
            }
            for (int i = 0; i < linha.length; i++) {
                String nome = colunas.get(i).titulo();
                String campo = cortar(linha[i].texto(), Math.max(1, largura - titulo - ENTRE.length()));
                if (!campo.isEmpty()) {
                    saidas.add(saida.pintar(Cor.FRACO, nome + " ".repeat(titulo - colunas(nome)))
                            + ENTRE
                            + saida.pintar(linha[i].cor(), campo));
                }
            }
        }
        return saidas;
    }

    /** The text in lines of at most this many columns, broken between words where that is possible. */
    static List<String> quebrar(String texto, int largura) {
        List<String> linhas = new ArrayList<>();
        StringBuilder linha = new StringBuilder();
        for (String palavra : texto.split(" ")) {
            if (!linha.isEmpty() && colunas(linha.toString()) + 1 + colunas(palavra) > largura) {
                linhas.add(linha.toString());
                linha.setLength(0);
            } else if (!linha.isEmpty()) {
                linha.append(' ');
            }
            linha.append(palavra);
        }
        linhas.add(linha.toString());
        return linhas;
    }

    /** The text itself if it fits, else its beginning. */
    public static String cortar(String texto, int largura) {
        if (colunas(texto) <= largura) {
            return texto;
        }
        return new AttributedString(texto).columnSubSequence(0, largura - 1) + RETICENCIAS;
    }

    /** How many columns a terminal takes for it; a letter may be two characters, or none of its own. */
    static int colunas(String texto) {
        return new AttributedString(texto).columnLength();
    }
}
