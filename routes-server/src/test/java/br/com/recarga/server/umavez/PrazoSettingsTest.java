package br.com.recarga.server.umavez;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.ServerApplication;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.util.TestPropertyValues.Type;

class PrazoSettingsTest {

    @EnableConfigurationProperties(PrazoSettings.class)
    static class Settings {}

    @Test
    void clocksMayDifferByTwoSecondsUnlessItIsSaidOtherwise() {
        withEnvironment()
                .run(context -> assertThat(context.getBean(PrazoSettings.class))
                        .isEqualTo(new PrazoSettings(Duration.ofSeconds(2))));
        withEnvironment("RECARGA_FOLGA_RELOGIO=500ms")
                .run(context -> assertThat(context.getBean(PrazoSettings.class))
                        .isEqualTo(new PrazoSettings(Duration.ofMillis(500))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECARGA_FOLGA_RELOGIO=-1s", "RECARGA_FOLGA_RELOGIO=61s"})
    void stopTheStartWhenTheyAreInvalid(String setting) {
        withEnvironment(setting).run(context -> assertThat(context).hasFailed());
    }

    private static ApplicationContextRunner withEnvironment(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withInitializer(context ->
                        TestPropertyValues.of(ServerApplication.CONFIG_NAME).applyTo(context))
                .withInitializer(context -> TestPropertyValues.of(settings)
                        .applyTo(context.getEnvironment(), Type.SYSTEM_ENVIRONMENT, "test environment"))
                .withInitializer(new ConfigDataApplicationContextInitializer());
    }
}
