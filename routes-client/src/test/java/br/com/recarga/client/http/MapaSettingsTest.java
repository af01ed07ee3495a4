package br.com.recarga.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.SettingsFromEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** The settings as {@code routes-client.properties} takes them from the environment. */
class MapaSettingsTest {

    @Configuration
    @EnableConfigurationProperties(MapaSettings.class)
    static class Settings {}

    @Test
    void haveDefaultsByWhichNobodyElseIsAsked() {
        withEnvironment().run(context -> {
            assertThat(context.getBean(MapaSettings.class)).isEqualTo(new MapaSettings("", "", 19));
            assertThat(context.getBean(MapaSettings.class).origem()).isEmpty();
        });
    }

    @Test
    void bindFromTheEnvironment() {
        withEnvironment(
                        "RECARGA_MAPA_LADRILHOS=https://tiles.example/{z}/{x}/{y}.png?key=a_1",
                        "RECARGA_MAPA_FONTE=© Mapas Exemplo",
                        "RECARGA_MAPA_ZOOM_MAXIMO=17")
                .run(context -> assertThat(context.getBean(MapaSettings.class))
                        .isEqualTo(new MapaSettings(
                                "https://tiles.example/{z}/{x}/{y}.png?key=a_1", "© Mapas Exemplo", 17)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://tiles.example/{z}/{x}/{y}.png, https://tiles.example",
        "https://{s}.tiles.example/{z}/{x}/{y}.png, https://*.tiles.example",
        "http://localhost:8080/estilo/{z}/{x}/{y}@2x.png?key=k, http://localhost:8080",
        "/ladrilhos/{z}/{x}/{y}.png, "
    })
    void onlyTheHostOfTheTilesIsAllowed(String template, String origin) {
        withEnvironment("RECARGA_MAPA_LADRILHOS=" + template)
                .run(context -> assertThat(
                                context.getBean(MapaSettings.class).origem().orElse(null))
                        .isEqualTo(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RECARGA_MAPA_LADRILHOS=https://tiles.example/",
                "RECARGA_MAPA_LADRILHOS=https://tiles.example/{z}/{x}.png",
                "RECARGA_MAPA_LADRILHOS=//tiles.example/{z}/{x}/{y}.png",
                "RECARGA_MAPA_LADRILHOS=ftp://tiles.example/{z}/{x}/{y}.png",
                "RECARGA_MAPA_LADRILHOS=https://tiles.example; script-src */{z}/{x}/{y}.png",
                "RECARGA_MAPA_LADRILHOS=https://*/{z}/{x}/{y}.png",
                "RECARGA_MAPA_LADRILHOS=javascript:alert(1)//{z}/{x}/{y}",
                "RECARGA_MAPA_ZOOM_MAXIMO=0",
                "RECARGA_MAPA_ZOOM_MAXIMO=23"
            })
    void nonsenseKeepsTheClientFromStarting(String value) {
        withEnvironment(value).run(context -> assertThat(context).hasFailed());
    }

    private static ApplicationContextRunner withEnvironment(String... values) {
        return SettingsFromEnvironment.runner(Settings.class, values);
    }
}
