package br.com.recarga.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.platform.perfil.PartidaRecusada;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class TlsSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void everySettingIsBoundByItsName() {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues(
                        "recarga.mqtt.tls=true",
                        "recarga.mqtt.ca=ca.pem",
                        "recarga.mqtt.certificado=eu.pem",
                        "recarga.mqtt.chave=eu.key")
                .run(context -> assertThat(context.getBean(TlsSettings.class))
                        .isEqualTo(new TlsSettings(true, "ca.pem", "eu.pem", "eu.key")));
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://b:1, false, mqtt://b:1",
        "mqtt://b:1, false, mqtt://b:1",
        "tcp://b:1, true, mqtts://b:1",
        "mqtts://b, false, mqtts://b",
        "ssl://b:1, false, mqtts://b:1",
        "ws://b:1/mqtt, false, ws://b:1/mqtt",
        "ws://b:1, true, wss://b:1",
        "wss://b:1, false, wss://b:1"
    })
    void aBrokerIsReachedEncryptedIfItsUrlOrTheSettingSaysSo(String given, boolean tls, String url) {
        assertThat(new TlsSettings(tls, "", "", "").url(given)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker:1883", "http://broker", ""})
    void anythingElseIsNoBroker(String url) {
        assertThatThrownBy(() -> TlsSettings.NONE.url(url))
                .isInstanceOf(PartidaRecusada.class)
                .hasMessageContaining("recarga.mqtt.broker-url");
    }

    @ParameterizedTest
    @CsvSource({
        "missing, '', '', RECARGA_MQTT_CA",
        "text, '', '', RECARGA_MQTT_CA",
        "'', missing, text, RECARGA_MQTT_CERTIFICADO",
        "'', text, text, RECARGA_MQTT_CERTIFICADO",
        "'', text, '', RECARGA_MQTT_CHAVE",
        "'', '', text, RECARGA_MQTT_CERTIFICADO"
    })
    void aFileThatIsNotWhatItShouldBeIsNamed(String ca, String certificate, String key, String named) throws Exception {
        Files.writeString(folder.resolve("text"), "no PEM");
        TlsSettings settings = new TlsSettings(true, path(ca), path(certificate), path(key));

        assertThatThrownBy(settings::context)
                .isInstanceOf(PartidaRecusada.class)
                .hasMessageContaining(named)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aFileThatIsNotNeededIsNotIgnored() {
        assertThatThrownBy(new TlsSettings(false, "ca.pem", "", "")::refuseFiles)
                .isInstanceOf(PartidaRecusada.class)
                .hasMessageContaining("RECARGA_MQTT_CA");
    }

    private String path(String name) {
        return name.isEmpty() ? "" : folder.resolve(name).toString();
    }

    @Configuration
    @EnableConfigurationProperties(TlsSettings.class)
    static class Settings {}
}
