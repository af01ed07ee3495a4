package br.com.recarga.platform.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Another process works on a database that only one may work on. */
public final class DatabaseInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseInUse(Object database) {
        super("O banco %s já está em uso por outro processo".formatted(database), null, false, false);
    }

    /** Says so in one line where else there would be a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<DatabaseInUse> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, DatabaseInUse cause) {
            return new FailureAnalysis(
                    cause.getMessage(), "Termine o outro, ou dê a este um DATABASE_URL só seu.", cause);
        }
    }
}
