package br.com.recarga.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Databases that did not keep what was agreed: what is over is given no terms that nobody agreed to. */
class TermosDeAntesTest {

    @TempDir
    private Path directory;

    private SingleConnectionDataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void aDatabaseOfBefore() {
        database = new SingleConnectionDataSource("jdbc:sqlite:" + directory.resolve("server7.db"), true);
        jdbc = JdbcClient.create(database);
        migrateTo("9");
        jdbc.sql("""
                        INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh,
                                            disponivel)
                        VALUES (1, 'P', 'C', 'BA', -12, -38, 22, 'CCS2', 3, 1)""").update();
        jdbc.sql(
                        "INSERT INTO carros (placa, modelo, capacidade_bateria, nivel_bateria_atual, taxa_descarga, atualizado_em)"
                                + " VALUES ('CAR0001', 'X', 50, 20, 0.2, '')")
                .update();
    }

    @AfterEach
    void close() {
        database.destroy();
    }

    @ParameterizedTest(name = "{0}, charged: {1}, certain: {2}")
    @CsvSource({
        "PRE_RESERVADA, false, false, 3.0 22.0 CCS2",
        "CONFIRMADA,    false, true,  3.0 22.0 CCS2",
        "EM_ANDAMENTO,  true,  true,  2.0 22.0 CCS2",
        "EXPIRADA,      false, false, 3.0 22.0 CCS2",
        "CONCLUIDA,     true,  true,  - - -",
        "CONCLUIDA,     false, true,  - - -",
        "CANCELADA,     false, true,  - - -",
        "EXPIRADA,      false, true,  - - -"
    })
    void onlyWhatMayStillChargeIsGivenThePointsOwn(String situacao, boolean charged, boolean certain, String terms) {
        jdbc.sql("""
                        INSERT INTO reservas (id, codigo_reserva, request_id, client_id, posto_id, placa, inicio, fim, situacao,
                                              criada_em, expira_em, alterada_em, confirmada_em)
                        VALUES ('r', '', 'r', 'c', 1, 'CAR0001', '2026-06-01T09:00:00Z', '2026-06-01T10:00:00Z', ?, '',
                                '2026-06-01T10:00:00Z', '2026-06-01T09:40:00Z', ?)""").params(situacao, certain ? "2026-06-01T08:00:00Z" : null).update();
        if (charged) {
            jdbc.sql("INSERT INTO carregamentos (posto_id, reserva_id, placa, inicio, preco_kwh)"
                            + " VALUES (1, 'r', 'CAR0001', '2026-06-01T09:10:00Z', 2)")
                    .update();
        }

        migrateTo("16");

        assertThat(jdbc.sql("SELECT coalesce(preco_kwh, '-') || ' ' || coalesce(potencia_maxima, '-') || ' '"
                                + " || coalesce(tipo_conector, '-') FROM reservas")
                        .query(String.class)
                        .single())
                .isEqualTo(terms);
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/sqlite")
                .target(version)
                .load()
                .migrate();
    }
}
