package br.com.recarga.server.operadores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.contract.Papel;
import br.com.recarga.platform.perfil.PartidaRecusada;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperadoresTest {

    private static final String ANA = Operadores.linha("ana", Papel.OPERAR, "segredo da ana");
    private static final String HASH = ANA.substring("ana:operar:".length());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void eachHasAPasswordAndARole() {
        Operadores operadores = de("chefe", "do chefe", ANA + " " + Operadores.linha("rui", Papel.VER, "do rui"));

        assertThat(operadores.conferir("ana", "segredo da ana")).contains(Papel.OPERAR);
        assertThat(operadores.conferir("rui", "do rui")).contains(Papel.VER);
        assertThat(operadores.conferir("chefe", "do chefe")).contains(Papel.ADMINISTRAR);
    }

    @ParameterizedTest
    @CsvSource({
        "ana, do rui",
        "ana, ''",
        "rui, segredo da ana",
        "Ana, segredo da ana",
        "chefe, ''",
        "'', ''",
        "nobody, x"
    })
    void noOtherPasswordFits(String nome, String senha) {
        Operadores operadores = de("chefe", "", ANA + "\n" + Operadores.linha("rui", Papel.VER, "do rui"));

        assertThat(operadores.conferir(nome, senha)).isEmpty();
    }

    @Test
    void whoHasComeInComesInAgainAndNobodyElseDoes() {
        Operadores operadores = de("chefe", "", ANA);

        assertThat(operadores.conferir("ana", "segredo da ana")).isPresent();
        assertThat(operadores.conferir("ana", "segredo da ana")).isPresent();
        assertThat(operadores.conferir("ana", "segredo da Ana")).isEmpty();
    }

    @Test
    void theyStandInAFileTooWithRemarks(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("operadores"), "# who\n\n" + ANA + "   # since May\n");

        Operadores operadores = new Operadores(new OperadorSettings("chefe", "", "", file.toString()));

        assertThat(operadores.conhece("ana")).isTrue();
        assertThat(operadores.ninguem()).isFalse();
    }

    @Test
    void aFileThatIsNotThereLetsNothingStart(@TempDir Path dir) {
        assertThatThrownBy(() -> new Operadores(
                        new OperadorSettings("chefe", "", "", dir.resolve("x").toString())))
                .isInstanceOf(PartidaRecusada.class)
                .hasMessageStartingWith("RECARGA_OPERADORES_ARQUIVO");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "ana:operar",
                ":operar:HASH",
                "ana:chefe:HASH",
                "ana::HASH",
                "a/na:operar:HASH",
                "ana:operar:",
                "ana:operar:segredo",
                "ana:operar:{noop}segredo",
                "ana:operar:{bcrypt}segredo",
                "ana:operar:HASH0",
                "ana:ver:HASH ana:operar:HASH",
                "chefe:ver:HASH"
            })
    void aLineThatSaysNothingClearLetsNothingStart(String pessoas) {
        assertThatThrownBy(() -> de("chefe", "do chefe", pessoas.replace("HASH", HASH)))
                .isInstanceOf(PartidaRecusada.class)
                .hasMessageStartingWith("RECARGA_OPERADORES: ")
                .hasMessageNotContaining("segredo")
                .hasMessageNotContaining("\n");
    }

    @Test
    void theCommandWritesALineThatFits() {
        assertThat(command("segredo", "senha", "ana", "ver")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("ana:ver:{bcrypt}")
                .doesNotContain("segredo");
        assertThat(de("chefe", "", out.toString(StandardCharsets.UTF_8)).conferir("ana", "segredo"))
                .contains(Papel.VER);
    }

    @ParameterizedTest
    @CsvSource({
        "segredo, 'senha', 2",
        "segredo, 'senha ana', 2",
        "segredo, 'senha ana chefe', 2",
        "segredo, 'senha a:na ver', 2",
        "segredo, 'senha ana ver segredo', 2",
        "'', 'senha ana ver', 1",
        ", 'senha ana ver', 1",
        "1234567890123456789012345678901234567890123456789012345678901234567890abc, 'senha ana ver', 1"
    })
    void theCommandRefusesWhatItCannotWrite(String senha, String arguments, int status) {
        assertThat(command(senha, arguments.split(" "))).isEqualTo(status);

        assertThat(out.size()).isZero();
        assertThat(err.size()).isPositive();
    }

    private int command(String senha, String... arguments) {
        return SenhaCommand.run(
                () -> senha,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private static Operadores de(String usuario, String senha, String pessoas) {
        return new Operadores(new OperadorSettings(usuario, senha, pessoas, ""));
    }
}
