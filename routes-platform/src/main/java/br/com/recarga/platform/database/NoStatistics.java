package br.com.recarga.platform.database;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Takes away, whenever a process starts, what ANALYZE has written into a file of SQLite: by it SQLite compiles a statement anew
 * whenever its parameters change, which halves what a server can do, and takes other indexes than those that were measured and
 * tested. Nothing here runs ANALYZE, but somebody may have looked into the file with another program.
 */
final class NoStatistics implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("DROP TABLE IF EXISTS sqlite_stat1");
            statement.execute("DROP TABLE IF EXISTS sqlite_stat4");
        } catch (SQLException e) {
            throw new FlywayException("The statistics of the database cannot be taken away", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "no-statistics";
    }
}
