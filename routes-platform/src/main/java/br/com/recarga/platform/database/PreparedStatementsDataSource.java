package br.com.recarga.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.DelegatingConnection;
import org.apache.commons.dbcp2.DelegatingPreparedStatement;
import org.apache.commons.dbcp2.PoolingConnection;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericKeyedObjectPoolConfig;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that keep their statements prepared. Neither SQLite's driver nor Hikari does, and to compile the statements of
 * a reservation, with the triggers behind them, takes about as long as to run them.
 */
final class PreparedStatementsDataSource extends DelegatingDataSource {

    /** Of each connection; more than an application has. A further one closes that which has been idle for longest. */
    private static final int STATEMENTS = 100;

    PreparedStatementsDataSource(DataSource database) {
        super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
        PoolingConnection connection = new PoolingConnection(new KeepingParameters(super.getConnection()));
        GenericKeyedObjectPoolConfig<DelegatingPreparedStatement> config = new GenericKeyedObjectPoolConfig<>();
        config.setMaxTotal(STATEMENTS);
        config.setMaxTotalPerKey(STATEMENTS);
        config.setMaxIdlePerKey(1);
        connection.setStatementPool(new GenericKeyedObjectPool<>(connection, config));
        return connection;
    }

    /**
     * The pool takes back the parameters of a statement that comes back, and SQLite then compiles it anew when it is run, if their
     * values might lead to another plan, as those that a partial index speaks of do. Whoever runs one gives all of them.
     */
    private static final class KeepingParameters extends DelegatingConnection<Connection> {

        KeepingParameters(Connection connection) {
            super(connection);
        }

        @Override
        public PreparedStatement prepareStatement(String sql) throws SQLException {
            return new DelegatingPreparedStatement(this, getDelegate().prepareStatement(sql)) {

                @Override
                public void clearParameters() {
                    // the next ones take their places
                }
            };
        }
    }
}
