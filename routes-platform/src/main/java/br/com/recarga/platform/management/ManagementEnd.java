package br.com.recarga.platform.management;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** A process that ends waits for nobody who only looks at it: a console that is open would ask on and on. */
@ManagementContextConfiguration(proxyBeanMethods = false)
public class ManagementEnd {

    @Bean
    AtOnce managementEndsAtOnce() {
        return new AtOnce();
    }

    /** After Boot, which lets the management port end as the application's. */
    static final class AtOnce implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

        @Override
        public void customize(ConfigurableWebServerFactory factory) {
            factory.setShutdown(Shutdown.IMMEDIATE);
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }
}
