package br.com.recarga.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Databases in which reservation and charge were two facts that could disagree: what was open for ever ends, what charges is
 * known to.
 */
class CarregamentosDeAntesTest {

    private static final String NEVER = "2099-01-01T00:00:00Z";

    @TempDir
    private Path directory;

    private SingleConnectionDataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void aDatabaseOfBefore() {
        database = new SingleConnectionDataSource("jdbc:sqlite:" + directory.resolve("server7.db"), true);
        jdbc = JdbcClient.create(database);
        migrateTo("4");
        for (int posto = 1; posto <= 5; posto++) {
            jdbc.sql("INSERT INTO postos VALUES (?, 'P', 'C', 'BA', -12, -38, 22, 'CCS2', 2, 1)")
                    .param(posto)
                    .update();
        }
        jdbc.sql(
                        "INSERT INTO carros (placa, modelo, capacidade_bateria, nivel_bateria_atual, taxa_descarga, atualizado_em)"
                                + " VALUES ('CAR0001', 'X', 50, 20, 0.2, '')")
                .update();
    }

    @AfterEach
    void close() {
        database.destroy();
    }

    @Test
    void aChargeWhoseReservationWasCompletedEndedWithIt() {
        reservation("r", 1, "CONCLUIDA", "2026-06-01T10:00:00Z");
        charge(1, "r", "CAR0001", "2026-06-01T09:10:00Z");

        migrateTo("5");

        assertThat(values("SELECT fim FROM carregamentos")).containsExactly("2026-06-01T09:40:00Z");
        assertThat(values("SELECT energia_kwh FROM carregamentos")).containsNull();
        assertThat(values("SELECT em FROM carregamentos_historico")).containsExactly("2026-06-01T09:40:00Z");
    }

    @Test
    void whoeverArrivedOverMqttAndIsStillThereCharges() {
        reservation("r", 2, "EM_ANDAMENTO", NEVER);

        migrateTo("5");

        assertThat(values("SELECT reserva_id || ' ' || inicio FROM carregamentos WHERE fim IS NULL"))
                .containsExactly("r 2026-06-01T09:40:00Z");
    }

    @Test
    void whoeverArrivedOnceAndNeverLeftHasLeftWhenItsWindowEnded() {
        reservation("r", 2, "EM_ANDAMENTO", "2026-06-01T10:00:00Z");

        migrateTo("5");

        assertThat(values("SELECT situacao || ' ' || alterada_em || ' ' || alterada_por FROM reservas"))
                .containsExactly("CONCLUIDA 2026-06-01T10:00:00Z SISTEMA");
        assertThat(values("SELECT id FROM carregamentos")).isEmpty();
    }

    @Test
    void aCarThatChargesInTwoPlacesIsWhereItBeganLast() {
        reservation("r", 3, "EM_ANDAMENTO", NEVER);
        charge(3, "r", "CAR0001", "2026-06-01T09:00:00Z");
        charge(4, null, "CAR0001", "2026-06-01T09:30:00Z");
        charge(5, null, "CAR0001", "2026-06-01T09:20:00Z");

        migrateTo("5");

        assertThat(values("SELECT posto_id FROM carregamentos WHERE fim IS NULL"))
                .containsExactly("4");
        assertThat(values("SELECT situacao FROM reservas")).containsExactly("CONCLUIDA");
    }

    /** Of CAR0001, from nine o'clock on, last changed at 9:40. */
    private void reservation(String id, int posto, String situacao, String fim) {
        jdbc.sql("""
                        INSERT INTO reservas (id, codigo_reserva, request_id, client_id, posto_id, placa, inicio, fim, situacao,
                                              criada_em, expira_em, alterada_em)
                        VALUES (?, '', ?, 'c', ?, 'CAR0001', '2026-06-01T09:00:00Z', ?, ?, '', ?, '2026-06-01T09:40:00Z')""").params(id, id, posto, fim, situacao, fim).update();
    }

    private void charge(int posto, String reserva, String placa, String inicio) {
        jdbc.sql("INSERT INTO carregamentos (posto_id, reserva_id, placa, inicio, preco_kwh) VALUES (?, ?, ?, ?, 2)")
                .params(posto, reserva, placa, inicio)
                .update();
    }

    private List<String> values(String query) {
        return jdbc.sql(query).query((row, number) -> row.getString(1)).list();
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
