package br.com.recarga.terminal.memoria;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.terminal.memoria.Lembrado.ReservaFeita;
import br.com.recarga.terminal.memoria.Lembrado.ViagemFeita;
import br.com.recarga.terminal.memoria.Lembrado.ViagemPedida;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MemoriaTest {

    private Path pasta;
    private Memoria memoria;

    @BeforeEach
    void novo(@TempDir Path temp) {
        pasta = temp.resolve("estado/recarga");
        memoria = new Memoria(pasta);
    }

    @Test
    void remembersTheLatestFirstAndEachPlateOnce() throws IOException {
        memoria.lembrar(carro("ABC1D23", "Dolphin"));
        memoria.lembrar(carro("XYZ9A88", "Ora"));
        memoria.lembrar(carro("abc-1d23", "Dolphin Mini"));

        assertThat(memoria.tudo().carros()).extracting(Carro::modelo).containsExactly("Dolphin Mini", "Ora");
        assertThat(memoria.carro("ABC1D23")).map(Carro::modelo).contains("Dolphin Mini");
    }

    @Test
    void forgetsOneOrAll() throws IOException {
        memoria.lembrar(carro("ABC1D23", "Dolphin"));
        memoria.lembrar(reserva("server1-1"));
        memoria.lembrar(new ViagemFeita("v-1", "segredo", "ABC1D23", null, null, null));
        memoria.lembrar(new ViagemPedida("k-1", new ViagemBody(carro("ABC1D23", "Dolphin"), List.of()), "A", null));
        Files.writeString(pasta.resolve("historico-placa"), "1:ABC1D23");

        assertThat(memoria.esquecer("v-1")).isTrue();
        assertThat(memoria.esquecer("v-1")).isFalse();
        assertThat(memoria.lembra("server1-1")).isTrue();
        assertThat(memoria.lembra("k-1")).isTrue();
        assertThat(memoria.esquecer("k-1")).isTrue();
        assertThat(memoria.tudo().pendentes()).isEmpty();

        memoria.esquecerTudo();

        assertThat(memoria.tudo()).isEqualTo(new Lembrado(null, null, null, null));
        assertThat(pasta).isEmptyDirectory();
        memoria.esquecerTudo();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayRead() throws IOException {
        memoria.lembrar(reserva("server1-1"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pasta)))
                .isEqualTo("rwx------");
        try (Stream<Path> arquivos = Files.list(pasta)) {
            assertThat(arquivos)
                    .isNotEmpty()
                    .allSatisfy(
                            arquivo -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(arquivo)))
                                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void aFileThatCannotBeReadIsSetAside() throws IOException {
        memoria.lembrar(reserva("server1-1"));
        Files.writeString(memoria.arquivo(), "{\"reservas\":[{\"codigo");

        assertThat(memoria.tudo().reservas()).isEmpty();
        memoria.lembrar(reserva("server1-2"));

        assertThat(memoria.tudo().reservas())
                .extracting(ReservaFeita::reservaId)
                .containsExactly("server1-2");
        assertThat(pasta.resolve("memoria.estragada")).content().contains("codigo");
    }

    @Test
    void whatIsRememberedSurvivesInAnotherTerminal() throws IOException {
        memoria.lembrar(reserva("server1-1"));

        assertThat(new Memoria(pasta).reserva("server1-1"))
                .map(ReservaFeita::codigoReserva)
                .contains("segredo");
    }

    @Test
    void theFolderIsWhereTheUserWantsIt() {
        assertThat(Pasta.de(Map.of(), "/home/ana")).isEqualTo(Path.of("/home/ana/.local/state/recarga"));
        assertThat(Pasta.de(Map.of("XDG_STATE_HOME", "/var/ana"), "/home/ana")).isEqualTo(Path.of("/var/ana/recarga"));
        assertThat(Pasta.de(Map.of("XDG_STATE_HOME", "relativa"), "/home/ana"))
                .isEqualTo(Path.of("/home/ana/.local/state/recarga"));
        assertThat(Pasta.de(Map.of("RECARGA_TERMINAL_DIR", "/tmp/x", "XDG_STATE_HOME", "/var/ana"), "/home/ana"))
                .isEqualTo(Path.of("/tmp/x"));
    }

    private static Carro carro(String placa, String modelo) {
        return new Carro(placa, modelo, 44.9, 12.5, 0.15);
    }

    private static ReservaFeita reserva(String id) {
        return new ReservaFeita(id, "segredo", "server1", 5, "ABC1D23", null, null);
    }
}
