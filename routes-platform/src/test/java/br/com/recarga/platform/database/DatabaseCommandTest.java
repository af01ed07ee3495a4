package br.com.recarga.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever goes wrong is said in words, to somebody who has just lost a database. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseCommandTest {

    @TempDir
    private Path folder;

    private Path database;
    private Path migrations;

    @BeforeEach
    void make() throws Exception {
        database = folder.resolve("server1.db");
        migrations = Files.createDirectory(folder.resolve("migrations"));
    }

    @Test
    void aFolderThatIsNotThereIsNamed(CapturedOutput output) throws Exception {
        Files.createFile(database);
        Path nowhere = folder.resolve("nenhuma");

        assertThat(run("copiar", nowhere.resolve("copia.db").toString())).isEqualTo(DatabaseCommand.RECUSADO);

        assertThat(output.getErr()).isEqualToIgnoringNewLines("A pasta " + nowhere + " não existe");
    }

    @Test
    void whatStandsInTheWayIsNamed(CapturedOutput output) throws Exception {
        Path copy = Files.createFile(folder.resolve("copia.db"));
        database = Files.createFile(folder.resolve("arquivo")).resolve("server1.db");

        assertThat(run("restaurar", copy.toString())).isEqualTo(DatabaseCommand.RECUSADO);

        assertThat(output.getErr()).isEqualToIgnoringNewLines(database.getParent() + " já existe");
    }

    @Test
    void whatIsNoPathIsRefused(CapturedOutput output) {
        assertThat(run("copiar", "copia\0.db")).isEqualTo(DatabaseCommand.RECUSADO);

        assertThat(output.getErr()).startsWith("Não é o caminho de um arquivo");
    }

    @Test
    void migrationsThatCannotBeReadAreAFailureInWords(CapturedOutput output) throws Exception {
        Path copy = Files.createFile(folder.resolve("copia.db"));
        Files.writeString(migrations.resolve("V1__a.sql"), "SELECT 1;");
        Files.writeString(migrations.resolve("V1__b.sql"), "SELECT 1;");

        assertThat(run("restaurar", copy.toString())).isEqualTo(DatabaseCommand.RECUSADO);

        assertThat(output.getErr()).startsWith("Não foi possível: ");
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("parcial"));
    }

    private int run(String command, String file) {
        return DatabaseCommand.run(
                "spring.config.name=nenhuma",
                command,
                file,
                "--recarga.database-url=jdbc:sqlite:" + database,
                "--spring.flyway.locations=filesystem:" + migrations);
    }
}
