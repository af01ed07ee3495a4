package br.com.recarga.terminal.tela;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a terminal in memory, whose keys are pressed before anybody reads them. */
class LeitorTest {

    private final StringWriter avisos = new StringWriter();

    @TempDir
    private Path pasta;

    private LineDisciplineTerminal terminal;

    @BeforeEach
    void open() throws IOException {
        terminal = new LineDisciplineTerminal("teste", "xterm", new ByteArrayOutputStream(), StandardCharsets.UTF_8);
        terminal.enterRawMode();
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    @Test
    void oneEnterTooManyIsAskedAgain() throws IOException {
        assertThat(perguntar("\rABC1D23\r", Pergunta.livre("Placa"))).contains("ABC1D23");

        assertThat(avisos.toString()).containsOnlyOnce("Enter outra vez volta ao menu");
    }

    @Test
    void noAnswerTwiceGoesBack() throws IOException {
        assertThat(perguntar("\r \r", Pergunta.livre("Placa"))).isEmpty();
    }

    @Test
    void anAnswerThatIsRefusedBetweenTwoEntersIsNoSilence() throws IOException {
        Pergunta placa = Pergunta.livre("Placa")
                .recusa(dita -> dita.equals("x") ? Optional.of("não é uma placa") : Optional.empty());

        // ^U takes the refused answer away, which is there to be corrected
        assertThat(perguntar("\rx\r\u0015\rABC1D23\r", placa)).contains("ABC1D23");
    }

    @Test
    void enterIsTheAnswerWhereOneIsOffered() throws IOException {
        assertThat(perguntar("\r", Pergunta.livre("Partida").padrao("agora"))).contains("agora");

        assertThat(avisos.toString()).isEmpty();
    }

    private Optional<String> perguntar(String teclas, Pergunta pergunta) throws IOException {
        terminal.processInputBytes(teclas.getBytes(StandardCharsets.UTF_8));
        Saida saida = new Saida(terminal.writer(), new PrintWriter(avisos), false, () -> 80);
        return new Leitor(terminal, true, saida, pasta).perguntar(pergunta);
    }
}
