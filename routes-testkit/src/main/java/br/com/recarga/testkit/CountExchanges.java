package br.com.recarga.testkit;

import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Lets Camel count exchanges, as in production: its test support switches that off just before a context starts. */
public final class CountExchanges implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DefaultCamelContext.setDisableJmx(false);
    }
}
