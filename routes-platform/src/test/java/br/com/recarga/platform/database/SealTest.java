package br.com.recarga.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.platform.perfil.PartidaRecusada;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final String ANSWER = "{\"codigo_reserva\":\"00112233445566778899\",\"mensagem\":\"é seu\"}";

    @TempDir
    private Path folder;

    @Test
    void whatIsClosedIsReadAgainAlsoByTheNextProcess() throws Exception {
        String closed = beside("server1.db").close(ANSWER, "r-1");

        assertThat(closed).doesNotContain("00112233445566778899").doesNotContain("codigo");
        assertThat(beside("server1.db").open(closed, "r-1")).contains(ANSWER);
    }

    @Test
    void theSameTwiceDoesNotLookTheSame() throws Exception {
        Seal seal = beside("server1.db");

        assertThat(seal.close(ANSWER, "r-1")).isNotEqualTo(seal.close(ANSWER, "r-1"));
    }

    @Test
    void nothingIsReadWithAnotherKeyInAnotherPlaceOrChanged() throws Exception {
        Seal seal = beside("server1.db");
        String closed = seal.close(ANSWER, "r-1");
        char[] changed = closed.toCharArray();
        changed[20] = changed[20] == 'A' ? 'B' : 'A';

        assertThat(beside("server2.db").open(closed, "r-1")).isEmpty();
        assertThat(seal.open(closed, "r-2")).isEmpty();
        assertThat(seal.open(new String(changed), "r-1")).isEmpty();
    }

    @Test
    void whatAFormerVersionStoredIsReadAsItIs() throws Exception {
        assertThat(beside("server1.db").open(ANSWER, "r-1")).contains(ANSWER);
    }

    @Test
    void whoSharesADatabaseElsewhereSharesTheKeyThatHeIsGiven() {
        String key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

        assertThat(Seal.with(key + "\n").open(Seal.with(key).close(ANSWER, "r-1"), "r-1"))
                .contains(ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "curta", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5", "não é Base64, nem perto disso"})
    void withoutAKeyOf32BytesADatabaseElsewhereStopsTheStart(String key) {
        assertThatThrownBy(() -> Seal.with(key))
                .isInstanceOf(PartidaRecusada.class)
                .hasMessageContaining("RECARGA_BANCO_CHAVE")
                .hasMessageNotContaining("MDEy");
    }

    @Test
    void theKeyLiesBesideTheDatabaseAndIsNotEmpty() throws Exception {
        beside("server1.db");

        assertThat(Files.readAllBytes(folder.resolve("server1.db.chave")))
                .hasSize(32)
                .isNotEqualTo(new byte[32]);
    }

    @Test
    void aDatabaseInMemoryHasAKeyThatEndsWithIt() throws Exception {
        Seal seal = Seal.of(DatabaseUrl.parse("jdbc:sqlite::memory:"));

        assertThat(seal.open(seal.close(ANSWER, "r-1"), "r-1")).contains(ANSWER);
        assertThat(folder).isEmptyDirectory();
    }

    private Seal beside(String database) throws Exception {
        return Seal.of(DatabaseUrl.parse("jdbc:sqlite:" + folder.resolve(database)));
    }
}
