package br.com.recarga.platform.metrics;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out all that Spring Boot and Camel measure, unless {@code recarga.metricas} asks for it: for a monitoring system that
 * nobody has connected it would take a twelfth of a start.
 */
public final class MetricsSwitch implements AutoConfigurationImportFilter, EnvironmentAware {

    static final String SETTING = "recarga.metricas";

    private static final List<String> MEASURING = List.of(
            "org.springframework.boot.actuate.autoconfigure.metrics.",
            "org.springframework.boot.actuate.autoconfigure.observation.",
            "org.apache.camel.component.micrometer.springboot.");

    private boolean measures;

    @Override
    public void setEnvironment(Environment environment) {
        measures = environment.getProperty(SETTING, Boolean.class, false);
    }

    @Override
    public boolean[] match(String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[autoConfigurations.length];
        for (int i = 0; i < matches.length; i++) {
            matches[i] = measures || !isMeasuring(autoConfigurations[i]);
        }
        return matches;
    }

    /** @param autoConfiguration null, if another filter has left it out already */
    private static boolean isMeasuring(String autoConfiguration) {
        return autoConfiguration != null && MEASURING.stream().anyMatch(autoConfiguration::startsWith);
    }
}
