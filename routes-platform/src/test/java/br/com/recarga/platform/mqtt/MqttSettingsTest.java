package br.com.recarga.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tcp://broker:1883; tcp://broker:1883",
                "tcp://a,b:1883; tcp://a:1883 tcp://b:1883",
                "mqtts://a:8883,b:8884,c:8885; mqtts://a:8883 mqtts://b:8884 mqtts://c:8885",
                // MQTT_BROKER with ports, and MQTT_PORT behind it
                "tcp://a:1884,b:1885:1883; tcp://a:1884 tcp://b:1885",
                "tcp://a:1884:1883; tcp://a:1884",
                "tcp://[::1],[::2]:1884:1883; tcp://[::1]:1883 tcp://[::2]:1884",
                "ws://a,b:80/mqtt; ws://a:80/mqtt ws://b:80/mqtt",
                "mqtt://broker; mqtt://broker"
            })
    void severalBrokersAreTriedInTurnEachOnItsPortOrThatOfAll(String url, String brokers) {
        Duration any = Duration.ofSeconds(1);

        assertThat(new MqttSettings(url, "c1", "", "", any, any, any).brokers()).containsExactly(brokers.split(" "));
    }

    @Configuration
    @EnableConfigurationProperties(MqttSettings.class)
    static class Settings {}
}
