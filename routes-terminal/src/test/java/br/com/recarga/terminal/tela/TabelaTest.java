package br.com.recarga.terminal.tela;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.terminal.tela.Tabela.Celula;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TabelaTest {

    private static final Saida SEM_CORES = saida(false);

    @Test
    void columnsAreAlignedAndNumbersStandAtTheRight() {
        assertThat(tabela().linhas(Tabela.SEM_LIMITE, SEM_CORES))
                .containsExactly(
                        "ID  NOME                    CIDADE        kW",
                        " 5  Praça São João          João Pessoa   11",
                        "12  Posto de nome comprido  Recife       7,4");
    }

    @Test
    void theWidestElasticColumnGivesWayFirst() {
        List<String> linhas = tabela().linhas(36, SEM_CORES);

        assertThat(linhas).allMatch(linha -> Tabela.colunas(linha) <= 36);
        assertThat(linhas.get(1)).contains("Praça São João").contains("João Pessoa");
        assertThat(linhas.get(2)).contains("Posto de nome…").endsWith("7,4");
    }

    @Test
    void aTerminalThatIsTooNarrowGetsALineForEachField() {
        assertThat(tabela().linhas(20, SEM_CORES))
                .containsExactly(
                        "ID      5",
                        "NOME    Praça São J…",
                        "CIDADE  João Pessoa",
                        "kW      11",
                        "",
                        "ID      12",
                        "NOME    Posto de no…",
                        "CIDADE  Recife",
                        "kW      7,4");
    }

    @Test
    void coloursTakeNoPlace() {
        Tabela tabela = new Tabela().coluna("A").coluna("B");
        tabela.linha(new Celula("livre", Cor.VERDE), "x");
        tabela.linha(new Celula("ocupado", Cor.VERMELHO), "y");

        assertThat(tabela.linhas(80, saida(true)))
                .contains("\u001b[32mlivre  \u001b[0m  x", "\u001b[31mocupado\u001b[0m  y");
    }

    @Test
    void aLetterOfTwoColumnsOrOfNoneCountsAsSuch() {
        assertThat(Tabela.colunas("é")).isEqualTo(1);
        assertThat(Tabela.colunas("充電")).isEqualTo(4);
        assertThat(Tabela.cortar("充電充電", 5)).isEqualTo("充電…");
    }

    @Test
    void textIsBrokenBetweenWords() {
        assertThat(Tabela.quebrar("O posto Tomba está ocupado", 14)).containsExactly("O posto Tomba", "está ocupado");
    }

    private static Tabela tabela() {
        Tabela tabela =
                new Tabela().direita("ID").elastica("NOME").elastica("CIDADE").direita("kW");
        tabela.linha(5, "Praça São João", "João Pessoa", "11");
        tabela.linha(12, "Posto de nome comprido", "Recife", "7,4");
        return tabela;
    }

    private static Saida saida(boolean cores) {
        PrintWriter writer = new PrintWriter(new StringWriter());
        return new Saida(writer, writer, cores, () -> 80);
    }
}
