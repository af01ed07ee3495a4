package br.com.recarga.server.reservas;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.testkit.SoSqlite;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to a file: nothing of the request remains, the requester hears of it, and the next one is served. */
@SoSqlite
@ServerTest
class FalhasDoSqliteTest {

    private static final int MORE_THAN_A_PAGE_HOLDS = 100;

    @Autowired
    private ServerHarness server;

    @Autowired
    private CamelContext camel;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aLockedDatabaseIsAnsweredAndWaitedOut() throws SQLException {
        doNotWaitForLocks();
        ReservaRequest request = deReserva().build();
        try (Connection other = anotherConnection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            Resposta refused = server.reservar(request);

            assertThat(refused.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL);
            assertThat(refused.mensagem()).isEqualTo("O servidor está indisponível no momento");
            statement.execute("ROLLBACK");
        }
        assertNothingStored();
        assertServedAgain(request);
    }

    @Test
    void afterALockedDatabaseTheServerHoldsNoLockItself() throws SQLException {
        doNotWaitForLocks();
        try (Connection other = anotherConnection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            server.reservar(deReserva().id("r-1").build());
            statement.execute("ROLLBACK");
            server.reservar(deReserva().id("r-1").build());

            statement.execute("BEGIN IMMEDIATE");
            statement.execute("UPDATE postos SET preco_kwh = preco_kwh WHERE id = 1");
            statement.execute("COMMIT");
        }
        assertThat(server.rows("reservas")).isEqualTo(1);
    }

    @Test
    void ofARequestThatIsUnknownWhileTheDatabaseIsLockedNothingIsSaid() throws SQLException {
        doNotWaitForLocks();
        try (Connection other = anotherConnection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            Resposta answer = server.ask(
                    Topics.RESERVAS_REQUEST,
                    new ReservasRequest("q-1", "c-1", "server7", null, null, "r-1", null, null, null),
                    Resposta.class);

            assertThat(answer.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL);
            statement.execute("ROLLBACK");
        }
        assertServedAgain(deReserva().id("r-1").build());
    }

    @Test
    void anInvalidRequestDoesNotEvenAskForTheLock() throws SQLException {
        doNotWaitForLocks();
        try (Connection other = anotherConnection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            Resposta refused = server.reservar(deReserva().placa("no plate").build());

            assertThat(refused.codigo()).isEqualTo(Codigo.DADOS_INVALIDOS);
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void pointsAreListedWhileSomebodyElseWrites() throws SQLException {
        try (Connection other = anotherConnection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            server.receive(
                    "server/postos/request",
                    "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\"}");

            assertThat(server.reply().json().path("postos")).hasSize(8);
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void whoeverAsksForWhatIsKnownDoesNotWaitBehindThoseWhoAskForWhatIsNot() throws Exception {
        waitForLocks(60_000);
        ExecutorService askers = Executors.newFixedThreadPool(8);
        try (Connection other = anotherConnection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (int i = 0; i < 8; i++) {
                String unknown = "unknown-" + i;
                askers.execute(() -> server.receive(
                        Topics.RESERVAS_REQUEST,
                        "{\"request_id\":\"%1$s\",\"client_id\":\"c-1\",\"server_id\":\"server7\",\"request_id_original\":\"%1$s\"}"
                                .formatted(unknown)));
            }
            await().until(() -> camel.getInflightRepository().size(SemReservaRoute.ID) >= 4);

            server.receive(
                    Topics.POSTOS_REQUEST, "{\"request_id\":\"r-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\"}");

            assertThat(server.published())
                    .extracting(published -> published.text("request_id"))
                    .containsExactly("r-1");
            statement.execute("ROLLBACK");
        } finally {
            askers.shutdown();
            assertThat(askers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            waitForLocks(500);
        }
    }

    @Test
    void aFullDiskIsAnsweredAndOneWithRoomAgainServesTheSameRequest() {
        // what earlier tests have deleted would be room enough
        jdbc.sql("VACUUM").update();
        jdbc.sql("PRAGMA max_page_count = " + pages()).query().singleRow();
        ReservaRequest refused = null;
        try {
            for (int i = 0; i < MORE_THAN_A_PAGE_HOLDS && refused == null; i++) {
                ReservaRequest request = deReserva()
                        .id("r-" + i)
                        .inicio(NOW.plus(Duration.ofHours(1 + i)))
                        .build();
                Resposta resposta = server.reservar(request);
                if (resposta.codigo() != Codigo.OK) {
                    assertThat(resposta.codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL);
                    refused = request;
                }
            }
        } finally {
            jdbc.sql("PRAGMA max_page_count = 1000000").query().singleRow();
        }
        assertThat(refused).as("a request that found the disk full").isNotNull();
        assertThat(server.rows("reservas")).isEqualTo(server.rows("respostas"));
        assertServedAgain(refused);
    }

    @Test
    void ofALockedDatabaseTheLogHasOneLineForEachKindAndNoStack() throws SQLException {
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        written.start();
        root.addAppender(written);
        try (Connection other = anotherConnection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (int i = 0; i < 4; i++) {
                doNotWaitForLocks();
                assertThat(server.reservar(deReserva().id("r-" + i).build()).codigo())
                        .isEqualTo(Codigo.SERVIDOR_INDISPONIVEL);
                server.fire(ExpirarRoute.ID);
            }
            statement.execute("ROLLBACK");
        } finally {
            root.detachAppender(written);
        }
        assertThat(written.list)
                .allMatch(event -> event.getThrowableProxy() == null)
                // none if another test has just met the same
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void afterALongReaderTheWriteAheadLogIsSmallAgain() throws Exception {
        Path log;
        try (Connection reader = anotherConnection();
                Statement statement = reader.createStatement()) {
            log = Path.of(reader.getMetaData().getURL().substring("jdbc:sqlite:".length()) + "-wal");
            statement.execute("BEGIN");
            statement.executeQuery("SELECT COUNT(*) FROM respostas").close();
            for (int i = 0; i < 150; i++) {
                store("longa-" + i, "x".repeat(100_000));
            }
            assertThat(Files.size(log)).isGreaterThan(12_000_000);
            statement.execute("COMMIT");
        }

        // one whose commit copies all to the database, one that begins the log anew
        store("depois-1", "x");
        store("depois-2", "x");

        assertThat(Files.size(log)).isLessThanOrEqualTo(8_388_608);
    }

    private void store(String requestId, String resposta) {
        jdbc.sql(
                        "INSERT INTO respostas (request_id, impressao, resposta, criada_em) VALUES (?, '', ?, '2026-01-01T00:00:00Z')")
                .params(requestId, resposta)
                .update();
    }

    /** On the one connection that writes; a new one will be patient again. */
    private void doNotWaitForLocks() {
        waitForLocks(100);
    }

    private void waitForLocks(int milliseconds) {
        jdbc.sql("PRAGMA busy_timeout = " + milliseconds).query().singleRow();
    }

    private int pages() {
        return jdbc.sql("PRAGMA page_count").query(Integer.class).single();
    }

    private void assertNothingStored() {
        assertThat(server.rows("reservas")).isZero();
        assertThat(server.rows("carros")).isZero();
        assertThat(server.rows("respostas")).isZero();
    }

    private void assertServedAgain(ReservaRequest request) {
        assertThat(server.reservar(request).codigo()).isEqualTo(Codigo.OK);
    }

    private Connection anotherConnection() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return DriverManager.getConnection(connection.getMetaData().getURL());
        }
    }
}
