package br.com.recarga.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class MqttSettingsTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues("recarga.mqtt.broker-url=tcp://broker:1883", "recarga.mqtt.client-id-prefix=c1");

    @Test
    void theBrokerAndANameAreEnough() {
        application.run(context -> assertThat(context.getBean(MqttSettings.class))
                .isEqualTo(new MqttSettings(
                        "tcp://broker:1883",
                        "c1",
                        "",
                        "",
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(3),
                        Duration.ofMillis(500))));
    }

    @Test
    void everySettingIsBoundByItsName() {
        application
                .withPropertyValues(
                        "recarga.mqtt.usuario=u",
                        "recarga.mqtt.senha=s",
                        "recarga.mqtt.keep-alive=20s",
                        "recarga.mqtt.connect-timeout=7s",
                        "recarga.mqtt.reconnect-delay=90ms")
                .run(context -> assertThat(context.getBean(MqttSettings.class))
                        .isEqualTo(new MqttSettings(
                                "tcp://broker:1883",
                                "c1",
                                "u",
                                "s",
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(7),
                                Duration.ofMillis(90))));
    }

    @Configuration
    @EnableConfigurationProperties(MqttSettings.class)
    static class Settings {}
}
