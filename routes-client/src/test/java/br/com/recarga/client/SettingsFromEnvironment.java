package br.com.recarga.client;

import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.util.TestPropertyValues.Type;

/** Settings as {@code routes-client.properties} takes them from the environment. */
public final class SettingsFromEnvironment {

    private SettingsFromEnvironment() {}

    /**
     * @param configuration enables the settings
     * @param variables of the environment, each as {@code NAME=value}
     */
    public static ApplicationContextRunner runner(Class<?> configuration, String... variables) {
        return new ApplicationContextRunner()
                .withUserConfiguration(configuration)
                .withPropertyValues(ClientApplication.CONFIG_NAME)
                .withInitializer(context -> TestPropertyValues.of(variables)
                        .applyTo(context.getEnvironment(), Type.SYSTEM_ENVIRONMENT, "test environment"))
                .withInitializer(new ConfigDataApplicationContextInitializer());
    }
}
