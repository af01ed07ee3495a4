package br.com.recarga.platform.management;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** A process that ends waits for nobody who only looks at it: a console that is open would ask on and on. */
@ManagementContextConfiguration(proxyBeanMethods = false)
public class ManagementEnd {

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> managementEndsAtOnce() {
        // who names no order comes after Boot's, which let the management port end as the application's
        return factory -> factory.setShutdown(Shutdown.IMMEDIATE);
    }
}
