package br.com.recarga.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One of the two databases of a {@link DatabaseMove}: in one transaction, and nobody else works on it while this is open. What is
 * not {@linkplain #commit committed} leaves nothing behind.
 */
abstract class MoveEnd implements AutoCloseable {

    private static final String[] TABLES = {"TABLE"};

    private final DatabaseUrl url;
    private final String vendor;

    MoveEnd(DatabaseUrl url, String vendor) {
        this.url = url;
        this.vendor = vendor;
    }

    abstract Connection connection();

    /** @throws CopyRefused if there is anything in it already */
    abstract void requireEmpty() throws SQLException;

    /** Rows are taken as they are: what a trigger would make of them has been made where they come from. */
    abstract void suspendTriggers() throws SQLException;

    abstract void resumeTriggers() throws SQLException;

    /** How an INSERT that gives all columns says that they are given, also those that the database would count itself. */
    abstract String given();

    /** What is written from now on is numbered after what is there. */
    abstract void goOnCounting(List<MovedTable> tables) throws SQLException;

    abstract void commit() throws SQLException, IOException;

    @Override
    public abstract void close() throws SQLException, IOException;

    boolean isSqlite() {
        return url.isSqlite();
    }

    /** Sees what this transaction sees, and its migrations are part of it. */
    final FluentConfiguration flyway(String migrations) {
        return Flyway.configure()
                .dataSource(new SingleConnectionDataSource(new HeldConnection(connection()), false))
                .locations(migrations.replace("{vendor}", vendor));
    }

    /** The names of all tables of the program, whatever migration made them. */
    final Set<String> tables() throws SQLException {
        try (ResultSet tables = metadata().getTables(null, connection().getSchema(), "%", TABLES)) {
            Set<String> names = new TreeSet<>();
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
            names.remove(Flyway.configure().getTable());
            return names;
        }
    }

    final DatabaseMetaData metadata() throws SQLException {
        return connection().getMetaData();
    }

    final void execute(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String toString() {
        return url.toString();
    }

    /** Names come from the schema, which migrations of ours have made. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
