package br.com.recarga.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.SettingsFromEnvironment;
import br.com.recarga.platform.mqtt.MqttSettings;
import br.com.recarga.platform.mqtt.TlsSettings;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** The settings as {@code routes-client.properties} takes them from the environment. */
class ClientSettingsTest {

    @Configuration
    @EnableConfigurationProperties({ClientSettings.class, MqttSettings.class, TlsSettings.class})
    static class Settings {}

    @Test
    void bindFromTheNamesOfTheContract() {
        withEnvironment(
                        "MQTT_CLIENT_ID=client_servidor_2",
                        "MQTT_BROKER=mosquitto",
                        "MQTT_PORT=1889",
                        "RECARGA_PRAZO=2500ms",
                        "RECARGA_INTERVALO_REPETICAO=1s",
                        "RECARGA_MAX_EM_ANDAMENTO=7",
                        "RECARGA_SERVIDORES_SEM_PRESENCA=server8,server9",
                        "RECARGA_SERVIDORES_CONHECIDOS=server1",
                        "RECARGA_TOPICOS=compartilhados",
                        "RECARGA_MQTT_USUARIO=someone",
                        "RECARGA_PRE_RESERVA=30s",
                        "RECARGA_ESPERA_VIAGEM=40s",
                        "RECARGA_RETENCAO_VIAGENS=30d",
                        "RECARGA_MQTT_SENHA=secret")
                .run(context -> {
                    assertThat(context.getBean(ClientSettings.class))
                            .isEqualTo(new ClientSettings(
                                    "client_servidor_2",
                                    Duration.ofMillis(2500),
                                    Duration.ofSeconds(1),
                                    7,
                                    Duration.ofSeconds(30),
                                    Duration.ofSeconds(40),
                                    Duration.ofDays(30),
                                    Set.of("server8", "server9"),
                                    Set.of("server1"),
                                    OndePerguntar.COMPARTILHADOS));
                    MqttSettings mqtt = context.getBean(MqttSettings.class);
                    assertThat(mqtt.brokerUrl()).isEqualTo("tcp://mosquitto:1889");
                    assertThat(mqtt.clientIdPrefix())
                            .matches("client_servidor_2-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
                    assertThat(mqtt.usuario()).isEqualTo("someone");
                    assertThat(mqtt.senha()).isEqualTo("secret");
                });
    }

    @Test
    void takeTheFilesOfTls() {
        withEnvironment(
                        "RECARGA_MQTT_TLS=true",
                        "RECARGA_MQTT_CA=ca.pem",
                        "RECARGA_MQTT_CERTIFICADO=eu.pem",
                        "RECARGA_MQTT_CHAVE=eu.key")
                .run(context -> assertThat(context.getBean(TlsSettings.class))
                        .isEqualTo(new TlsSettings(true, "ca.pem", "eu.pem", "eu.key")));
        withEnvironment()
                .run(context ->
                        assertThat(context.getBean(TlsSettings.class)).isEqualTo(new TlsSettings(false, "", "", "")));
    }

    @Test
    void haveDefaults() {
        withEnvironment().run(context -> {
            assertThat(context.getBean(ClientSettings.class))
                    .isEqualTo(new ClientSettings(
                            "client_servidor_1",
                            Duration.ofSeconds(5),
                            Duration.ofMillis(1500),
                            4096,
                            Duration.ofSeconds(60),
                            Duration.ofSeconds(45),
                            Duration.ofDays(90),
                            Set.of(),
                            Set.of(),
                            OndePerguntar.AMBOS));
            assertThat(context.getBean(MqttSettings.class).brokerUrl()).isEqualTo("tcp://localhost:1883");
        });
    }

    @Test
    void whatIsKeptOfPersonsForLessTimeIsKeptOfTripsForLessTime() {
        withEnvironment("RECARGA_RETENCAO_PESSOAL=30d")
                .run(context -> assertThat(context.getBean(ClientSettings.class).retencaoViagens())
                        .isEqualTo(Duration.ofDays(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server8", " server8 ", "server8,server8"})
    void serversWithoutPresenceAreASet(String value) {
        withEnvironment("RECARGA_SERVIDORES_SEM_PRESENCA=" + value)
                .run(context -> assertThat(context.getBean(ClientSettings.class).servidoresSemPresenca())
                        .containsExactly("server8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MQTT_CLIENT_ID=a/b",
                "MQTT_CLIENT_ID=",
                "MQTT_CLIENT_ID=+",
                "RECARGA_PRAZO=999ms",
                "RECARGA_PRAZO=51s",
                "RECARGA_PRAZO=soon",
                "RECARGA_INTERVALO_REPETICAO=0s",
                "RECARGA_PRE_RESERVA=9s",
                "RECARGA_RETENCAO_VIAGENS=23h",
                "RECARGA_ESPERA_VIAGEM=56s",
                "RECARGA_MAX_EM_ANDAMENTO=0",
                "RECARGA_SERVIDORES_SEM_PRESENCA=server8,a/b",
                "RECARGA_SERVIDORES_SEM_PRESENCA=server8,"
            })
    void stopTheStartWhenTheyAreInvalid(String setting) {
        withEnvironment(setting).run(context -> assertThat(context).hasFailed());
    }

    @Test
    void aHoldMustOutlastTwoDeadlinesAndTheMessageSaysSo() {
        withEnvironment("RECARGA_PRAZO=30s")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("RECARGA_PRE_RESERVA deve durar mais que duas vezes RECARGA_PRAZO"));
        withEnvironment("RECARGA_PRAZO=30s", "RECARGA_PRE_RESERVA=61s")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static ApplicationContextRunner withEnvironment(String... settings) {
        return SettingsFromEnvironment.runner(Settings.class, settings);
    }
}
