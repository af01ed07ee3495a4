package br.com.recarga.server.postos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Conector;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database from before there was a vocabulary. */
class ConectoresMigradosTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CCS 2",
                "ccs",
                "Combo 2",
                "CCS (Type 2)",
                "IEC_62196_T2_COMBO",
                "CCS2",
                "Combo-1",
                "Type 2",
                "tipo2",
                "MENNEKES",
                "Type 2 (Mennekes)",
                "IEC 62196-2 T2",
                "J1772",
                "SAE J1772",
                "tipo 1",
                "CHADEMO",
                "chademo",
                "GBT",
                "GB/T DC",
                "NACS",
                "tomada"
            })
    void aSpellingThatIsKnownBecomesTheOneAndAnotherStays(String texto) {
        String url = "jdbc:sqlite:" + folder.resolve("server7.db");
        migrate(url, "4");
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url));
        jdbc.sql("""
                        INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh)
                        VALUES (1, 'A', 'B', 'BA', -12, -38, 60, ?, 2)""").param(texto).update();

        migrate(url, "latest");

        assertThat(jdbc.sql("SELECT tipo_conector FROM postos")
                        .query(String.class)
                        .single())
                .isEqualTo(Conector.normalizar(texto));
    }

    private static void migrate(String url, String target) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration/sqlite")
                .target(MigrationVersion.fromVersion(target))
                .load()
                .migrate();
    }
}
