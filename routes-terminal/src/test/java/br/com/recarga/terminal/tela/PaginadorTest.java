package br.com.recarga.terminal.tela;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a terminal in memory, of ten lines, whose keys are pressed before anybody reads them. */
class PaginadorTest {

    private final ByteArrayOutputStream tela = new ByteArrayOutputStream();
    private final StringWriter respostas = new StringWriter();
    private LineDisciplineTerminal terminal;

    @BeforeEach
    void open() throws IOException {
        terminal = new LineDisciplineTerminal("teste", "xterm", tela, StandardCharsets.UTF_8);
        terminal.setSize(new Size(60, 10));
        terminal.enterRawMode();
        var attributes = terminal.getAttributes();
        attributes.setLocalFlag(LocalFlag.ISIG, false);
        terminal.setAttributes(attributes);
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    @Test
    void whatFitsIsShownWithoutAQuestion() throws IOException {
        mostrar("", 9);

        assertThat(respostas.toString().lines()).hasSize(9);
        assertThat(tela.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "q,9",
        "'\u001b',9",
        "'\u0004',9",
        "'\rq',18",
        "' q',18",
        "'\u001b[6~q',18",
        "'\u001b[Bq',10",
        "'x\u001bOBq',10",
        "t,150",
        "'\rt',150",
        "'                ',150"
    })
    void keysShowMoreOrNoMore(String teclas, int linhas) throws IOException {
        mostrar(teclas, 150);

        assertThat(respostas.toString().lines())
                .containsExactlyElementsOf(linhas(150).subList(0, linhas));
        assertThat(tela.toString(StandardCharsets.UTF_8)).contains("9 de 150 linhas: Enter mostra mais");
    }

    @Test
    void ctrlCLeaves() {
        assertThatThrownBy(() -> mostrar("\u0003", 150)).isInstanceOf(UserInterruptException.class);
    }

    @Test
    void theTerminalIsLeftAsItWasFound() throws IOException {
        String antes = terminal.getAttributes().toString();

        mostrar("q", 150);

        assertThat(terminal.getAttributes()).hasToString(antes);
    }

    @Test
    void aTerminalThatDoesNotKnowItsSizeGetsAllAtOnce() throws IOException {
        terminal.setSize(new Size(0, 0));

        mostrar("", 150);

        assertThat(respostas.toString().lines()).hasSize(150);
    }

    private void mostrar(String teclas, int quantas) throws IOException {
        terminal.processInputBytes(teclas.getBytes(StandardCharsets.UTF_8));
        Saida saida = new Saida(new PrintWriter(respostas), new PrintWriter(respostas), false, () -> 60);
        new Paginador(terminal).mostrar(linhas(quantas), saida);
    }

    private static List<String> linhas(int quantas) {
        return IntStream.rangeClosed(1, quantas).mapToObj(n -> "linha " + n).toList();
    }
}
