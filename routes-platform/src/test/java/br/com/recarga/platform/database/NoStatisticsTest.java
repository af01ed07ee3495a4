package br.com.recarga.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Somebody has looked into the file with another program, which left statistics there. */
class NoStatisticsTest {

    @TempDir
    private Path directory;

    @Test
    void aStartTakesThemAwaySoThatStatementsAreCompiledOnce() {
        SingleConnectionDataSource database =
                new SingleConnectionDataSource("jdbc:sqlite:" + directory.resolve("server7.db"), true);
        try {
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql("CREATE TABLE postos (id INTEGER PRIMARY KEY, nome TEXT)").update();
            jdbc.sql("CREATE INDEX por_nome ON postos (nome)").update();
            jdbc.sql("INSERT INTO postos (nome) VALUES ('a'), ('b')").update();
            jdbc.sql("ANALYZE").update();
            assertThat(statistics(jdbc)).isPositive();

            Flyway.configure()
                    .dataSource(database)
                    .locations("filesystem:" + directory)
                    .baselineOnMigrate(true)
                    .callbacks(new NoStatistics())
                    .load()
                    .migrate();

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
}
