package br.com.recarga.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.platform.database.DatabaseInUse;
import br.com.recarga.platform.database.DatabaseLock;
import br.com.recarga.platform.database.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ServerApplicationTest {

    @Test
    void aDatabaseThatIsInUseStopsTheStartBeforeAnythingIsDoneToItAndSaysSo(@TempDir Path folder, CapturedOutput output)
            throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("server1.db");
        try (DatabaseLock first = DatabaseLock.take(DatabaseUrl.parse(url))) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> ServerApplication.application()
                            .run("--DATABASE_URL=" + url, "--server.port=0", "--management.server.port=-1"))
                    .hasRootCauseInstanceOf(DatabaseInUse.class);
        }

        assertThat(output)
                .contains("server1.db já está em uso por outro processo")
                .doesNotContain("\tat br.com");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SELECT name FROM sqlite_schema")) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void aDatabaseOfANewerVersionStopsTheStartAndSaysWhatToDo(@TempDir Path folder, CapturedOutput output)
            throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("server1.db");
        Files.writeString(folder.resolve("V9999__de_amanha.sql"), "CREATE TABLE de_amanha (id INTEGER) STRICT;");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("db/migration/sqlite", "filesystem:" + folder)
                .load()
                .migrate();

        assertThatThrownBy(() -> ServerApplication.application()
                        .run("--DATABASE_URL=" + url, "--server.port=0", "--management.server.port=-1"))
                .hasRootCauseInstanceOf(FlywayValidateException.class);

        assertThat(output)
                .contains("O banco não é deste programa, ou é de uma versão mais nova dele")
                .contains("9999")
                .contains("restaure com ela uma cópia de antes")
                .doesNotContain("\tat br.com");
    }

    @Test
    void aServerIdThatIsNoTopicLevelStopsTheStartAndSaysWhy(CapturedOutput output) {
        assertThatThrownBy(() -> ServerApplication.application().run("--SERVER_ID=a/b"))
                .isInstanceOf(RuntimeException.class);

        assertThat(output)
                .contains("recarga.serverId")
                .contains("Value: \"a/b\"")
                .contains("deve ter de 1 a 64 letras, algarismos, ponto, hífen ou sublinhado");
    }
}
