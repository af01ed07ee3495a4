package br.com.recarga.platform.database;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line that a database has been migrated by others: another program, or a newer version of this one. */
final class ForeignDatabaseAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        return new FailureAnalysis(
                "O banco não é deste programa, ou é de uma versão mais nova dele: " + cause.getMessage(),
                "Confira DATABASE_URL. Para voltar a uma versão mais velha, restaure com ela uma cópia de antes.",
                cause);
    }
}
