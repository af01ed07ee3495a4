package br.com.recarga.client.sagas;

import org.apache.camel.CamelContext;
import org.apache.camel.service.lra.LRASagaService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An external coordinator in place of our own saga log, by the names of camel-lra's starter, which would bring a servlet
 * container's worth of what is not needed: {@code camel.lra.enabled}, {@code camel.lra.coordinator-url}, {@code
 * camel.lra.local-participant-url} (as the coordinator sees us).
 */
@Configuration
@ConditionalOnProperty(name = "camel.lra.enabled", havingValue = "true")
class LraConfiguration {

    @Bean
    @ConfigurationProperties("camel.lra")
    LRASagaService lraSagaService(CamelContext camel) {
        LRASagaService service = new LRASagaService();
        // not later, as it brings the routes by which the coordinator calls us
        service.setCamelContext(camel);
        return service;
    }
}
