package br.com.recarga.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.platform.database.DatabaseAutoConfiguration;
import br.com.recarga.server.ServerTest;
import br.com.recarga.testkit.SoSqlite;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@SoSqlite
@ServerTest
class DatabaseConfigurationTest {

    @Autowired
    private HikariDataSource writers;

    @Autowired
    @Qualifier(DatabaseAutoConfiguration.LEITURA)
    private HikariDataSource readers;

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "journal_mode, wal",
        // FULL
        "synchronous, 2",
        "busy_timeout, 500",
        "foreign_keys, 1"
    })
    void sqliteKeepsItsPromisesOnEveryConnection(String pragma, String expected) {
        assertThat(pragma(writers, pragma)).isEqualTo(expected);
        assertThat(pragma(readers, pragma)).isEqualTo(expected);
    }

    @Test
    void oneConnectionWritesAndSeveralRead() {
        assertThat(writers.getMaximumPoolSize()).isEqualTo(1);
        assertThat(readers.getMaximumPoolSize()).isGreaterThan(1);
    }

    @Test
    void whoWritesKeepsMorePagesThanWhoReads() {
        assertThat(pragma(writers, "cache_size")).isEqualTo("-8000");
        assertThat(pragma(readers, "cache_size")).isEqualTo("-2000");
    }

    private static String pragma(HikariDataSource pool, String name) {
        return JdbcClient.create(pool)
                .sql("PRAGMA " + name)
                .query((row, number) -> row.getString(1))
                .single();
    }
}
