package br.com.recarga.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.commons.dbcp2.DelegatingStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;

class PreparedStatementsDataSourceTest {

    private static final String INSERT = "INSERT INTO postos (id) VALUES (?)";
    private static final String SELECT = "SELECT id FROM postos ORDER BY id";

    private Connection reader;
    private Connection writer;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        SQLiteDataSource sqlite = new SQLiteDataSource(config);
        sqlite.setUrl("jdbc:sqlite:" + folder.resolve("postos.db"));
        PreparedStatementsDataSource database = new PreparedStatementsDataSource(sqlite);
        reader = database.getConnection();
        writer = database.getConnection();
        execute("CREATE TABLE postos (id INTEGER PRIMARY KEY)");
    }

    @AfterEach
    void close() throws SQLException {
        reader.close();
        writer.close();
    }

    @Test
    void theSameStatementIsCompiledOnce() throws SQLException {
        assertThat(compiled(writer, SELECT)).isSameAs(compiled(writer, SELECT));
        assertThat(compiled(writer, SELECT)).isNotSameAs(compiled(writer, SELECT + " DESC"));
        assertThat(compiled(writer, SELECT)).isNotSameAs(compiled(reader, SELECT));
    }

    @Test
    void aResultThatWasNotReadToItsEndHoldsNoSnapshot() throws SQLException {
        insert(1);
        insert(2);
        assertThat(first()).isEqualTo(1);

        insert(0);

        assertThat(first()).isZero();
    }

    @Test
    void aStatementThatFailedOnceCanBeUsedAgain() throws SQLException {
        insert(1);
        assertThatThrownBy(() -> insert(1)).isInstanceOf(SQLiteException.class);

        insert(2);

        assertThat(first()).isEqualTo(1);
    }

    /** SQLite compiles anew whose parameters are taken back, if a partial index might serve other values. */
    @Test
    void aStatementThatComesBackKeepsItsParameters() throws SQLException {
        String sql = "SELECT ?";
        try (PreparedStatement statement = reader.prepareStatement(sql)) {
            statement.setInt(1, 7);
            statement.executeQuery().close();
        }

        try (PreparedStatement again = reader.prepareStatement(sql);
                ResultSet row = again.executeQuery()) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(7);
        }
    }

    @Test
    void aStatementFollowsAChangeOfTheSchema() throws SQLException {
        insert(7);
        assertThat(first()).isEqualTo(7);

        execute("DROP TABLE postos");
        execute("CREATE TABLE postos (nome TEXT, id INTEGER PRIMARY KEY)");
        insert(8);

        assertThat(first()).isEqualTo(8);
    }

    private static Statement compiled(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return ((DelegatingStatement) statement).getInnermostDelegate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(int id) throws SQLException {
        try (PreparedStatement statement = writer.prepareStatement(INSERT)) {
            statement.setInt(1, id);
            statement.executeUpdate();
        }
    }

    private int first() throws SQLException {
        try (PreparedStatement statement = reader.prepareStatement(SELECT);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt("id");
        }
    }
}
