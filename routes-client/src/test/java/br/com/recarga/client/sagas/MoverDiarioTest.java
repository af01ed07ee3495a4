package br.com.recarga.client.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.platform.database.DatabaseCommand;
import br.com.recarga.testkit.OnPostgresql;
import br.com.recarga.testkit.SoPostgresql;
import br.com.recarga.testkit.SqliteContents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A log of trips is moved by the same command as the database of a server: here only that all of it is, whatever it has come to have. */
@SoPostgresql
@ExtendWith(OutputCaptureExtension.class)
class MoverDiarioTest {

    private static final byte[] KEY = new byte[32];

    private static final List<String> ROWS = List.of(
            "INSERT INTO sagas VALUES ('s-1', 'INICIADA', '2026-06-01T12:00:00.000Z', '2026-06-01T12:00:01.000Z', 2, NULL, 0, 'p-1')",
            "INSERT INTO sagas VALUES ('s-2', 'CONCLUINDO', '', '', 0, '2026-06-01T12:00:09.000Z', 1, NULL)",
            "INSERT INTO saga_passos VALUES ('s-1', 1, NULL, 'direct:desfazer', '{\"é\":\"🔌\"}')",
            "INSERT INTO saga_passos VALUES ('s-1', 0, 'direct:confirmar', NULL, '{}')",
            "INSERT INTO viagens VALUES ('v-1', 'c', 'r-1', '{\"paradas\":[]}', 1, 'CANCELANDO', '[]', '', '', '[\"server1\"]', 'x', 'p-1')",
            "INSERT INTO processos VALUES ('p-1', 'prova', 1780315200)",
            "INSERT INTO esperas (espera_id, request_id, server_id, posto_id, origem, fim, criada_em)"
                    + " VALUES ('e-1', 'r-2', 'server1', 5, 'o-1', '2026-06-01T13:00:00Z', '2026-06-01T12:00:00Z')");

    @TempDir
    private Path folder;

    @Test
    void allOfALogIsMovedThereAndBack(CapturedOutput output) throws Exception {
        Path file = folder.resolve("client1.db");
        Path back = folder.resolve("de-volta.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("db/viagens/sqlite")
                .load()
                .migrate();
        Files.write(folder.resolve("client1.db.chave"), KEY);
        for (String row : ROWS) {
            execute(file, row);
        }
        Map<String, List<String>> before = SqliteContents.of(file);
        assertThat(before)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        String postgresql = OnPostgresql.database("diario-movido").get("DATABASE_URL");

        assertThat(move("sqlite:///" + file, postgresql)).isZero();
        assertThat(move(postgresql, "sqlite:///" + back)).isZero();

        assertThat(SqliteContents.of(back)).isEqualTo(before);
        assertThat(folder.resolve("de-volta.db.chave")).hasBinaryContent(KEY);
        assertThat(output.getOut()).contains("saga_passos", "igual").doesNotContain("DIFERENTE");
    }

    private static int move(String from, String to) {
        return DatabaseCommand.run(
                ClientApplication.CONFIG_NAME,
                "mover",
                to,
                "--DATABASE_URL=" + from,
                "--RECARGA_BANCO_CHAVE=" + Base64.getEncoder().encodeToString(KEY));
    }

    private static void execute(Path database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
