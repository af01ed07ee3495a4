package br.com.recarga.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** A database of a PostgreSQL. */
final class MoveEndPostgresql extends MoveEnd {

    /** Of a session that ends: its process may be gone for a moment already. */
    private static final int LOOKS = 20;

    /** Of SQLSTATE. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String SOMEBODY = """
            SELECT string_agg(DISTINCT coalesce(nullif(application_name, ''), 'pid ' || pid), ', ')
              FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()
               AND (usename = current_user OR application_name LIKE 'recarga %')""";

    private static final String ANYTHING = """
            SELECT string_agg(relname, ', ' ORDER BY relname)
              FROM pg_class
             WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')""";

    private static final String LAST_NUMBER =
            "SELECT setval(pg_get_serial_sequence(?, ?), max(%2$s)) FROM %1$s" + " HAVING max(%2$s) IS NOT NULL";

    private final Connection connection;

    private MoveEndPostgresql(DatabaseUrl url, Connection connection) {
        super(url, "postgresql");
        this.connection = connection;
    }

    /** @throws DatabaseInUse if somebody works on it, or is about to */
    static MoveEndPostgresql of(DatabaseUrl url) throws SQLException {
        Properties session = PostgresqlSessions.ofMove();
        if (url.user() != null) {
            session.setProperty("user", url.user());
        }
        if (url.password() != null) {
            session.setProperty("password", url.password());
        }
        Connection connection = DriverManager.getConnection(url.jdbc(), session);
        try {
            MoveEndPostgresql end = new MoveEndPostgresql(url, connection);
            end.takeAlone();
            connection.setAutoCommit(false);
            // all that is read is of one moment
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return end;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** For as long as the connection lasts. A server that does not write holds nothing, and is known by its sessions. */
    private void takeAlone() throws SQLException {
        try {
            execute(OneWriterTransactionManager.LOCK_OF_SESSION);
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new DatabaseInUse(this);
            }
            throw e;
        }
        String somebody = text(SOMEBODY);
        for (int looked = 1; somebody != null && looked < LOOKS; looked++) {
            execute("SELECT pg_sleep(0.1)");
            somebody = text(SOMEBODY);
        }
        if (somebody != null) {
            throw new DatabaseInUse(this + " (" + somebody + ")");
        }
    }

    @Override
    Connection connection() {
        return connection;
    }

    @Override
    void requireEmpty() throws SQLException {
        String anything = text(ANYTHING);
        if (anything != null) {
            throw new CopyRefused(
                    "O banco %s não está vazio (%s), e não se escreve por cima de nada: dê um novo"
                            + " (CREATE DATABASE … OWNER …)",
                    this, anything);
        }
    }

    @Override
    void suspendTriggers() throws SQLException {
        for (String table : tables()) {
            execute("ALTER TABLE " + quoted(table) + " DISABLE TRIGGER USER");
        }
    }

    @Override
    void resumeTriggers() throws SQLException {
        execute("SET CONSTRAINTS ALL IMMEDIATE");
        for (String table : tables()) {
            execute("ALTER TABLE " + quoted(table) + " ENABLE TRIGGER USER");
        }
    }

    @Override
    String given() {
        return " OVERRIDING SYSTEM VALUE";
    }

    @Override
    void goOnCounting(List<MovedTable> tables) throws SQLException {
        for (MovedTable table : tables) {
            if (table.counted() != null) {
                try (PreparedStatement last = connection.prepareStatement(
                        LAST_NUMBER.formatted(quoted(table.name()), quoted(table.counted())))) {
                    last.setString(1, quoted(table.name()));
                    last.setString(2, table.counted());
                    last.execute();
                }
            }
            // the first plans are made with it
            execute("ANALYZE " + quoted(table.name()));
        }
    }

    @Override
    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        // which undoes what was not committed
        connection.close();
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
