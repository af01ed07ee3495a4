package br.com.recarga.client.sagas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientTest;
import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.testkit.OnPostgresql;
import br.com.recarga.testkit.SoPostgresql;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Of a log on PostgreSQL only one process at a time writes: two would undo each other's trips. */
@SoPostgresql
@ClientTest
class DiarioNoPostgresqlTest {

    private static final Duration AT_MOST = Duration.ofSeconds(20);

    @Autowired
    private DatabaseUrl database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SagaLog log;

    @Autowired
    private TransactionOperations transaction;

    @Test
    void whoHasTheLogKeepsOthersFromIt() throws SQLException {
        write("s-1");

        try (Connection other = another()) {
            assertThat(takes(other)).isFalse();
        }
    }

    @Test
    void whoHasLostItWritesNothingWhileAnotherHasItAndGoesOnAfterwards() throws SQLException {
        try (Connection other = another();
                Statement statement = other.createStatement()) {
            await().atMost(AT_MOST).until(() -> {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                return takes(other);
            });

            assertThatThrownBy(() -> write("s-2"))
                    .isInstanceOfAny(DataAccessException.class, TransactionException.class);
        }

        await().atMost(AT_MOST)
                .ignoreExceptionsInstanceOf(TransactionException.class)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .untilAsserted(() -> write("s-3"));
        assertThat(jdbc.sql("SELECT id FROM sagas WHERE id LIKE 's-%' ORDER BY id")
                        .query(String.class)
                        .list())
                .doesNotContain("s-2")
                .contains("s-3");
    }

    @Test
    void decisionsWaitForTheDiskAndWhatIsMadeAgainIfItIsLostDoesNot() {
        jdbc.sql("CREATE TABLE esperas_do_disco (situacao TEXT, espera TEXT)").update();
        jdbc.sql("""
                        CREATE FUNCTION anotar_espera() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            INSERT INTO esperas_do_disco VALUES (NEW.situacao, current_setting('synchronous_commit'));
                            RETURN NULL;
                        END $$""").update();
        jdbc.sql(
                        "CREATE TRIGGER anotar_espera AFTER INSERT OR UPDATE ON sagas FOR EACH ROW EXECUTE FUNCTION anotar_espera()")
                .update();
        try {
            log.begin("s-4", null, null, Map.of());
            assertThat(log.decideToComplete("s-4")).isTrue();
            log.completed("s-4");
            log.begin("s-5", null, null, Map.of());
            assertThat(log.abandon("s-5")).isTrue();
            log.compensated("s-5");

            assertThat(jdbc.sql("SELECT situacao || ' ' || espera FROM esperas_do_disco")
                            .query(String.class)
                            .list())
                    .containsExactly(
                            "INICIADA off",
                            "CONCLUINDO on",
                            "CONCLUIDA off",
                            "INICIADA off",
                            "COMPENSANDO on",
                            "COMPENSADA off");
        } finally {
            jdbc.sql("DROP FUNCTION anotar_espera CASCADE").update();
            jdbc.sql("DROP TABLE esperas_do_disco").update();
        }
    }

    private void write(String saga) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "INSERT INTO sagas (id, situacao, criada_em, alterada_em) VALUES (?, 'CONCLUIDA', '', '')"
                                + " ON CONFLICT (id) DO NOTHING")
                .param(saga)
                .update());
    }

    private static boolean takes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet taken = statement.executeQuery("SELECT pg_try_advisory_lock(" + OnPostgresql.TRAVA + ")")) {
            taken.next();
            return taken.getBoolean(1);
        }
    }

    private Connection another() throws SQLException {
        return DriverManager.getConnection(database.jdbc(), database.user(), database.password());
    }
}
