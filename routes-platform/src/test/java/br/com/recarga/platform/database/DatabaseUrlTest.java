package br.com.recarga.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "sqlite:///./data/server1.db, jdbc:sqlite:./data/server1.db",
        "sqlite:///server1.db, jdbc:sqlite:server1.db",
        "sqlite:////var/lib/recarga/server1.db, jdbc:sqlite:/var/lib/recarga/server1.db",
        "jdbc:sqlite:/var/lib/recarga/server1.db, jdbc:sqlite:/var/lib/recarga/server1.db"
    })
    void bothFormsNameASqliteFile(String url, String jdbc) {
        assertThat(DatabaseUrl.parse(url).jdbc()).isEqualTo(jdbc);
        assertThat(DatabaseUrl.parse(url).isSqlite()).isTrue();
    }

    @Test
    void anotherJdbcUrlIsTakenAsItIs() throws IOException {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:postgresql://db:5432/server1");

        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db:5432/server1");
        assertThat(url.isSqlite()).isFalse();
        url.createFolders();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "./data/server1.db", "sqlite://server1.db", "postgresql://db/server1", "JDBC:sqlite:x"})
    void anythingElseIsRefusedWithAnExample(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseUrl.parse(url))
                .withMessageContaining("DATABASE_URL")
                .withMessageContaining("sqlite:///./data/server1.db");
    }

    @Test
    void theFoldersOfTheFileAreMade(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a/b/server1.db");

        DatabaseUrl.parse("sqlite:///" + file).createFolders();

        assertThat(file.getParent()).isEmptyDirectory();
    }

    @Test
    void aFileInTheWorkingDirectoryNeedsNoFolder() throws IOException {
        DatabaseUrl.parse("sqlite:///server1.db").createFolders();

        assertThat(Path.of("server1.db")).doesNotExist();
    }
}
