package br.com.recarga.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.commons.dbcp2.DelegatingConnection;

/** A connection whose transaction is somebody else's: whoever works with it may undo it, but neither end it nor close it. */
final class HeldConnection extends DelegatingConnection<Connection> {

    HeldConnection(Connection connection) {
        super(connection);
    }

    @Override
    public void commit() {
        // with all the rest
    }

    @Override
    public void setAutoCommit(boolean autoCommit) {
        // never
    }

    @Override
    public void close() {
        // by whoever opened it
    }

    @Override
    public boolean isClosed() throws SQLException {
        return getDelegateInternal().isClosed();
    }
}
