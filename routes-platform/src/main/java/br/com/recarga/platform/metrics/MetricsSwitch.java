package br.com.recarga.platform.metrics;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Leaves out all that Spring Boot and Camel measure, unless {@code recarga.metricas} asks for it: for a monitoring system that
 * nobody has connected it would take a twelfth of a start.
 */
public final class MetricsSwitch implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String SETTING = "recarga.metricas";

    private static final List<String> MEASURING = List.of(
            "org.springframework.boot.actuate.autoconfigure.metrics.",
            "org.springframework.boot.actuate.autoconfigure.observation.",
            "org.apache.camel.component.micrometer.springboot.");

    private boolean measures;

    @Override
    public void setEnvironment(Environment environment) {
        measures = isOn(environment);
    }

    private static boolean isOn(Environment environment) {
        return environment.getProperty(SETTING, Boolean.class, false);
    }

    /** Of what is there only where somebody measures. */
    public static final class On implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isOn(context.getEnvironment());
        }
    }

    /** Of what is there instead. */
    static final class Off implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !isOn(context.getEnvironment());
        }
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
