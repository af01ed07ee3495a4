package br.com.recarga.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.platform.database.Seal;
import br.com.recarga.server.reservas.ImpressaoDoCodigo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Databases that kept the codes of reservations themselves. */
class CodigosDeAntesTest {

    private static final String CODIGO = "0011223344aabbccddee";

    @TempDir
    private Path directory;

    @Test
    void theCodeOfAReservationIsStillItsCodeAndNotInTheFileAnyMore() throws Exception {
        Path file = directory.resolve("server7.db");
        SingleConnectionDataSource database = new SingleConnectionDataSource("jdbc:sqlite:" + file, true);
        JdbcClient jdbc = JdbcClient.create(database);
        migrateTo(database, "19");
        jdbc.sql("""
                        INSERT INTO postos (id, nome, cidade, uf, latitude, longitude, potencia_maxima, tipo_conector, preco_kwh,
                                            disponivel)
                        VALUES (1, 'P', 'C', 'BA', -12, -38, 22, 'CCS2', 3, 1)""").update();
        jdbc.sql(
                        "INSERT INTO carros (placa, modelo, capacidade_bateria, nivel_bateria_atual, taxa_descarga, atualizado_em)"
                                + " VALUES ('CAR0001', 'X', 50, 20, 0.2, '')")
                .update();
        jdbc.sql("""
                        INSERT INTO reservas (id, codigo_reserva, request_id, client_id, posto_id, placa, inicio, fim, situacao,
                                              criada_em, expira_em, alterada_em)
                        VALUES ('r', ?, 'r', 'c', 1, 'CAR0001', '2026-06-01T09:00:00Z', '2026-06-01T10:00:00Z', 'CONFIRMADA', '',
                                '2026-06-01T10:00:00Z', '2026-06-01T09:40:00Z')""").param(CODIGO).update();

        jdbc.sql("INSERT INTO respostas (request_id, impressao, resposta, criada_em) VALUES ('r', '', ?, '')")
                .param("{\"codigo_reserva\":\"" + CODIGO + "\"}")
                .update();

        migrateTo(database, "20");

        assertThat(jdbc.sql("SELECT codigo_reserva FROM reservas")
                        .query(String.class)
                        .single())
                .isEqualTo(ImpressaoDoCodigo.de(CODIGO))
                .hasSize(64);
        String closed =
                jdbc.sql("SELECT resposta FROM respostas").query(String.class).single();
        assertThat(Seal.of(DatabaseUrl.parse("jdbc:sqlite:" + file)).open(closed, "r"))
                .contains("{\"codigo_reserva\":\"" + CODIGO + "\"}");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM reservas_historico")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        database.destroy();
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain(CODIGO);
    }

    private static void migrateTo(SingleConnectionDataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/sqlite")
                .target(version)
                .load()
                .migrate();
    }
}
