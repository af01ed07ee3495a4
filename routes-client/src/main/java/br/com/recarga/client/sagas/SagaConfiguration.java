package br.com.recarga.client.sagas;

import br.com.recarga.platform.database.DatabaseLock;
import br.com.recarga.platform.database.DatabaseUrl;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SagaConfiguration {

    /** {@code false} for whoever sees to it in another way that only one process carries sagas on. */
    private static final String TRANCAR = "recarga.trancar-diario";

    /** Two processes on one log would undo each other's sagas: each would take the other's for those of a process that is gone. */
    @Bean
    @ConditionalOnProperty(name = TRANCAR, havingValue = "true", matchIfMissing = true)
    DatabaseLock sagaLogLock(DatabaseUrl url) throws IOException {
        return DatabaseLock.take(url);
    }
}
