package br.com.recarga.server.reservas;

import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.testkit.OnPostgresql;
import br.com.recarga.testkit.SoPostgresql;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to a database on another machine: an answer in time, nothing half written, and the next one is served. */
@SoPostgresql
@ServerTest
class FalhasDoPostgresqlTest {

    private static final Duration IN_TIME = Duration.ofSeconds(3);

    @Autowired
    private ServerHarness server;

    @Autowired
    private DatabaseUrl database;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyCommitWaitsForTheDisk() {
        assertThat(jdbc.sql("SHOW synchronous_commit").query(String.class).single())
                .isEqualTo("on");
    }

    @Test
    void whileAnotherProcessWritesTheRequesterIsToldInTimeAndServedAfterwards() throws SQLException {
        ReservaRequest request = deReserva().build();
        try (Connection other = another();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(" + OnPostgresql.TRAVA + ")");

            long begin = System.nanoTime();
            Resposta refused = server.reservar(request);

            assertThat(refused.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(IN_TIME);
            other.rollback();
        }
        assertThat(server.rows("reservas")).isZero();
        assertThat(server.rows("respostas")).isZero();
        assertThat(server.reservar(request).codigo()).isEqualTo(Codigo.OK);
    }

    @Test
    void whenItsConnectionsAreCutItGoesOnWithNewOnesAndARepeatedRequestHasOneEffect() throws SQLException {
        server.reservar(deReserva().id("r-1").build());
        try (Connection other = another();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
        ReservaRequest request = deReserva().id("r-2").posto(2).placa("BBB2222").build();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(server.reservar(request).codigo()).isEqualTo(Codigo.OK));

        assertThat(server.rows("reservas")).isEqualTo(2);
    }

    private Connection another() throws SQLException {
        return DriverManager.getConnection(database.jdbc(), database.user(), database.password());
    }
}
