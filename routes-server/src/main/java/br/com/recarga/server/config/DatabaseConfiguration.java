package br.com.recarga.server.config;

import br.com.recarga.platform.database.DatabaseLock;
import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.platform.erros.ErrorReplies;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A server has its database for itself. */
@Configuration
class DatabaseConfiguration {

    /**
     * Of a file neither does a second one serve, or migrate it to a newer version, nor is a copy put in its place meanwhile. On
     * PostgreSQL a second one waits until the first has gone ({@code instancias}), and what both write takes turns.
     */
    @Bean
    DatabaseLock databaseLock(DatabaseUrl url) throws IOException {
        return DatabaseLock.take(url);
    }

    /** A database that is locked, full or gone, and a pool that waited in vain for its connection. */
    @Bean
    ErrorReplies errorReplies() {
        return new ErrorReplies(
                failure -> failure instanceof DataAccessException || failure instanceof TransactionException,
                DoisNoMesmoLugar::recusa);
    }
}
