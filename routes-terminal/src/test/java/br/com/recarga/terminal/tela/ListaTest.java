package br.com.recarga.terminal.tela;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.terminal.tela.Perguntas.Opcao;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a terminal in memory, whose keys are pressed before anybody reads them. */
class ListaTest {

    private static final List<String> CIDADES = List.of("São Paulo", "Salvador", "Recife", "João Pessoa");

    private LineDisciplineTerminal terminal;

    @BeforeEach
    void open() throws IOException {
        terminal = new LineDisciplineTerminal("teste", "xterm", new ByteArrayOutputStream(), StandardCharsets.UTF_8);
        terminal.setSize(new Size(40, 10));
        // as the list does when it begins; the keys below are pressed before that
        terminal.enterRawMode();
        var attributes = terminal.getAttributes();
        attributes.setLocalFlag(LocalFlag.ISIG, false);
        terminal.setAttributes(attributes);
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'\r',São Paulo",
        "'\u001b[B\r',Salvador",
        "'\u001bOB\u001bOB\r',Recife",
        "'\u001b[A\r',João Pessoa",
        "'\u001b[F\r',João Pessoa",
        "'\u001b[F\u001b[H\r',São Paulo",
        "'joao\r',João Pessoa",
        "'s\u001b[B\r',Salvador",
        "'sx\u007f\u001b[B\r',Salvador",
        "'xyz\r\u007f\u007f\u007f\r',São Paulo"
    })
    void keysLeadToALine(String teclas, String escolhida) throws IOException {
        assertThat(escolher(teclas, CIDADES)).contains(escolhida);
    }

    @Test
    void escGoesBack() throws IOException {
        assertThat(escolher("\u001b", CIDADES)).isEmpty();
    }

    @Test
    void ctrlCAndCtrlDLeave() {
        assertThatThrownBy(() -> escolher("\u0003", CIDADES)).isInstanceOf(UserInterruptException.class);
        assertThatThrownBy(() -> escolher("\u0004", CIDADES)).isInstanceOf(EndOfFileException.class);
    }

    @Test
    void aListLongerThanTheScreenIsPaged() throws IOException {
        List<String> muitas =
                IntStream.rangeClosed(1, 150).mapToObj(n -> "posto " + n).toList();

        assertThat(escolher("\u001b[6~\u001b[6~\u001b[B\r", muitas)).contains("posto 16");
        assertThat(escolher("posto 150\r", muitas)).contains("posto 150");
    }

    @Test
    void theTerminalIsLeftAsItWasFound() throws IOException {
        String antes = terminal.getAttributes().toString();

        escolher("\r", CIDADES);

        assertThat(terminal.getAttributes()).hasToString(antes);
    }

    private Optional<String> escolher(String teclas, List<String> textos) throws IOException {
        terminal.processInputBytes(teclas.getBytes(StandardCharsets.UTF_8));
        Saida saida = new Saida(terminal.writer(), terminal.writer(), true, () -> 40);
        List<Opcao<String>> opcoes =
                textos.stream().map(texto -> new Opcao<>(texto, texto)).toList();
        return new Lista<>(terminal, saida, "Cidade", opcoes).escolher().map(Opcao::valor);
    }
}
