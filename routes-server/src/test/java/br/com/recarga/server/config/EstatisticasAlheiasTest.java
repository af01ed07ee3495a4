package br.com.recarga.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Somebody has looked into the file with another program, which left statistics there. */
class EstatisticasAlheiasTest {

    @Test
    void aStartTakesThemAwaySoThatStatementsAreCompiledOnce(@TempDir Path directory) {
        SingleConnectionDataSource database =
                new SingleConnectionDataSource("jdbc:sqlite:" + directory.resolve("server7.db"), true);
        try {
            JdbcClient jdbc = JdbcClient.create(database);
            migrate(database);
            jdbc.sql("ANALYZE").update();
            assertThat(statistics(jdbc)).isPositive();

            migrate(database);

            assertThat(statistics(jdbc)).isZero();
        } finally {
            database.destroy();
        }
    }

    private static long statistics(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'")
                .query(Long.class)
                .single();
    }

    private static void migrate(SingleConnectionDataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/sqlite")
                .load()
                .migrate();
    }
}
