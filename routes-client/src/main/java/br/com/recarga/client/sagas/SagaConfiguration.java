package br.com.recarga.client.sagas;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Our own saga log, unless an external coordinator (camel-lra) is configured. */
@Configuration
@ConditionalOnProperty(name = "camel.lra.enabled", havingValue = "false", matchIfMissing = true)
class SagaConfiguration {

    @Bean
    DurableSagaService sagaService(SagaLog log) {
        return new DurableSagaService(log);
    }

    @Bean
    RetomarSagasRoute retomarSagasRoute(DurableSagaService sagas) {
        return new RetomarSagasRoute(sagas);
    }
}
