package br.com.recarga.platform.management;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Producer;
import org.apache.camel.management.DefaultManagementObjectStrategy;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * What JMX and Hawtio show where Camel counts by route: the routes, their context and components, and the endpoints that lead
 * out of the process. Camel's own {@code RoutesOnly} leaves out steps only; each of the other 700 MBeans of a server takes some
 * 18 KB for as long as it runs.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "camel.main.jmx-management-m-beans-level", havingValue = "RoutesOnly")
public class ManagedByRoute {

    @Bean
    CamelContextConfiguration managesRoutesOnly() {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                if (context.getManagementStrategy() != null) {
                    context.getManagementStrategy().setManagementObjectStrategy(new WithoutInnerParts());
                }
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // what is managed is decided by then
            }
        };
    }

    private static final class WithoutInnerParts extends DefaultManagementObjectStrategy {

        @Override
        public Object getManagedObjectForEndpoint(CamelContext context, Endpoint endpoint) {
            return endpoint.isRemote() ? super.getManagedObjectForEndpoint(context, endpoint) : null;
        }

        @Override
        public Object getManagedObjectForConsumer(CamelContext context, Consumer consumer) {
            return null;
        }

        @Override
        public Object getManagedObjectForProducer(CamelContext context, Producer producer) {
            return null;
        }
    }
}
