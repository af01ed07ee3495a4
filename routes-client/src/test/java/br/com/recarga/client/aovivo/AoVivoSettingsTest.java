package br.com.recarga.client.aovivo;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.SettingsFromEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** The settings as {@code routes-client.properties} takes them from the environment. */
class AoVivoSettingsTest {

    @Configuration
    @EnableConfigurationProperties(AoVivoSettings.class)
    static class Settings {}

    @Test
    void haveDefaults() {
        withEnvironment()
                .run(context ->
                        assertThat(context.getBean(AoVivoSettings.class)).isEqualTo(new AoVivoSettings(500)));
    }

    @Test
    void bindFromTheEnvironment() {
        withEnvironment("RECARGA_AO_VIVO_MAXIMO=7")
                .run(context ->
                        assertThat(context.getBean(AoVivoSettings.class)).isEqualTo(new AoVivoSettings(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECARGA_AO_VIVO_MAXIMO=0", "RECARGA_AO_VIVO_MAXIMO=5001", "RECARGA_AO_VIVO_MAXIMO=muitos"})
    void nonsenseKeepsTheClientFromStarting(String value) {
        withEnvironment(value).run(context -> assertThat(context).hasFailed());
    }

    private static ApplicationContextRunner withEnvironment(String... values) {
        return SettingsFromEnvironment.runner(Settings.class, values);
    }
}
