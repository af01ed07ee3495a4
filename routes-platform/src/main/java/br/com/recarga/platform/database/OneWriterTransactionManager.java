package br.com.recarga.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * A transaction takes the database's write lock when it begins, as SQLite's do, so what it reads is still true when it writes,
 * whichever process of the same operator writes besides. Several that wait for it in one process share one lock, as they share one
 * commit ({@link WriteLane}).
 *
 * <p>It is an advisory lock: whoever only reads, and whoever looks at the database with a tool, is not held up.
 */
final class OneWriterTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    /** The lock's name within its database: "recarga", as bytes. */
    private static final String NAME = "x'72656361726761'::bigint";

    private static final String LOCK = "SELECT pg_advisory_xact_lock(" + NAME + ")";

    /** Another one, of whoever is to be the only process on a database, and of all that are not. */
    private static final String ALONE = "x'72656361726762'::bigint";

    /**
     * Taken by a connection for as long as it lasts: nobody is there who does not mind others, and nobody else
     * writes. In this order: who is refused has kept nobody from writing.
     */
    static final String LOCK_OF_SESSION = "SELECT pg_advisory_lock(" + ALONE + "), pg_advisory_lock(" + NAME + ")";

    /** The same for those who do not mind each other. */
    static final String LOCK_OF_REPLICAS = "SELECT pg_advisory_lock_shared(" + ALONE + ")";

    OneWriterTransactionManager(DataSource database) {
        super(database);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
    }
}
