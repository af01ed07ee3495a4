package br.com.recarga.platform.database;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * For what a process writes before it serves: as long as another one writes to the same PostgreSQL, it waits. Who asks while a
 * process serves is answered instead that it cannot be done now, and asks again; a start that gave up would be the end of it.
 */
public final class PatientTransaction implements TransactionOperations {

    private static final Logger LOG = LoggerFactory.getLogger(PatientTransaction.class);

    /** Of a lock that was not let go of in the second for which a session waits. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Half a minute in all: several times as long as a transaction that stands still may last. */
    private static final int ATTEMPTS = 30;

    private final TransactionOperations transaction;

    public PatientTransaction(TransactionOperations transaction) {
        this.transaction = transaction;
    }

    /** @throws CannotCreateTransactionException if the database fails, or others write for too long */
    @Override
    public <T> T execute(TransactionCallback<T> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(action);
            } catch (CannotCreateTransactionException e) {
                if (attempt == ATTEMPTS || !isBusy(e)) {
                    throw e;
                }
                LOG.info("Another process writes to the database: this one waits for it before it begins");
            }
        }
    }

    private static boolean isBusy(CannotCreateTransactionException e) {
        return e.getRootCause() instanceof SQLException failure && LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
    }
}
