package br.com.recarga.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.platform.perfil.PartidaRecusada;
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

    @Test
    void aFileIsNotForReplicas() {
        DatabaseSettings replicas = new DatabaseSettings("sqlite:///./target/replicas.db", "FULL", "", false, true);

        assertThatThrownBy(() -> new DatabaseAutoConfiguration().databaseUrl(replicas))
                .isInstanceOf(PartidaRecusada.class)
                .hasMessageContaining("postgresql://");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://db/server1, jdbc:postgresql://db/server1, ,",
        "postgres://ana@db:5433/server1?sslmode=require, jdbc:postgresql://db:5433/server1?sslmode=require, ana,",
        "postgresql://ana:s%40%2Fnh%3Aa@a:1/server1, jdbc:postgresql://a:1/server1, ana, s@/nh:a",
        "'postgresql://ana:x@a:1,b:2/server1', 'jdbc:postgresql://a:1,b:2/server1', ana, x"
    })
    void aPostgresqlIsNamedAsItsUsersDoAndItsPasswordIsInNoOtherPlace(
            String url, String jdbc, String user, String password) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);

        assertThat(parsed).isEqualTo(new DatabaseUrl(jdbc, user, password));
        assertThat(parsed.isPostgresql()).isTrue();
        assertThat(parsed.isSqlite()).isFalse();
        assertThat(parsed.file()).isEmpty();
        if (password != null) {
            assertThat(parsed.toString()).doesNotContain(password);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "./data/server1.db",
                "sqlite://server1.db",
                "JDBC:sqlite:x",
                "postgresql://",
                "postgresql://db",
                "postgresql://db/",
                "postgresql:///server1",
                "postgresql://ana:se nha@db/server1",
                "postgresql://ana:100%se nha@db/server1",
                "postgresql://ana:100%segredo@db/server1"
            })
    void anythingElseIsRefusedWithAnExample(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseUrl.parse(url))
                .withMessageContaining("DATABASE_URL")
                .withMessageNotContaining("se nha")
                .withMessageNotContaining("segredo")
                .withMessageContaining("postgresql://")
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
