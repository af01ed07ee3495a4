package br.com.recarga.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.platform.mqtt.MqttSettings;
import br.com.recarga.platform.mqtt.TlsSettings;
import br.com.recarga.server.ServerApplication;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.util.TestPropertyValues.Type;
import org.springframework.context.annotation.Configuration;

/** The settings as {@code routes-server.properties} takes them from the environment. */
class ServerSettingsTest {

    @Configuration
    @EnableConfigurationProperties({
        ServerSettings.class,
        PedidosSettings.class,
        CotasSettings.class,
        MqttSettings.class,
        TlsSettings.class
    })
    static class Settings {}

    @Test
    void bindFromTheNamesOfTheContract() {
        withEnvironment(
                        "SERVER_ID=server42",
                        "DATABASE_URL=sqlite:////var/lib/x.db",
                        "MQTT_BROKER=mosquitto",
                        "MQTT_PORT=1889",
                        "RECARGA_POSTOS_CSV=/etc/postos.csv",
                        "RECARGA_FUSO=America/Manaus",
                        "RECARGA_HORIZONTE_DIAS=30",
                        "RECARGA_TOLERANCIA=20m",
                        "RECARGA_RETENCAO_RESPOSTAS=7d",
                        "RECARGA_FATOR_ESTRADA=1.5",
                        "RECARGA_LIMITE_CARREGAMENTO=4h",
                        "RECARGA_FOLGA_RELOGIO=500ms",
                        "RECARGA_MQTT_USUARIO=someone",
                        "RECARGA_MQTT_SENHA=secret")
                .run(context -> {
                    assertThat(context.getBean(ServerSettings.class))
                            .isEqualTo(new ServerSettings(
                                    "server42",
                                    "/etc/postos.csv",
                                    ZoneId.of("America/Manaus"),
                                    30,
                                    Duration.ofMinutes(20),
                                    Duration.ofDays(7),
                                    1.5,
                                    Duration.ofHours(4),
                                    Duration.ofMillis(500)));
                    MqttSettings mqtt = context.getBean(MqttSettings.class);
                    assertThat(mqtt.brokerUrl()).isEqualTo("tcp://mosquitto:1889");
                    assertThat(mqtt.clientIdPrefix()).startsWith("server_server42-");
                    assertThat(mqtt.usuario()).isEqualTo("someone");
                    assertThat(mqtt.senha()).isEqualTo("secret");
                    assertThat(context.getEnvironment().getProperty("camel.main.name"))
                            .isEqualTo("server42");
                });
    }

    @Test
    void limitNobodyUnlessTheyAreToldTo() {
        withEnvironment("RECARGA_COTAS_POR_PLACA=", "RECARGA_COTAS_PARCEIROS=")
                .run(context -> assertThat(context.getBean(CotasSettings.class))
                        .isEqualTo(new CotasSettings(0, 0, 0, List.of())));
        withEnvironment(
                        "RECARGA_COTAS_POR_PLACA=3",
                        "RECARGA_COTAS_PRE_RESERVAS=1",
                        "RECARGA_COTAS_DIAS_ADIANTE=14",
                        "RECARGA_COTAS_PARCEIROS=client2=500,client3=100")
                .run(context -> assertThat(context.getBean(CotasSettings.class))
                        .isEqualTo(new CotasSettings(3, 1, 14, List.of("client2=500", "client3=100"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RECARGA_COTAS_POR_PLACA=-1",
                "RECARGA_COTAS_PARCEIROS=client2",
                "RECARGA_COTAS_PARCEIROS=client2=muitas",
                "RECARGA_COTAS_PARCEIROS=client2=0"
            })
    void refuseAQuotaThatIsNone(String setting) {
        withEnvironment(setting).run(context -> assertThat(context).hasFailed());
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
    void haveDefaultsThatFollowFromTheServersId() {
        withEnvironment("SERVER_ID=server2").run(context -> {
            assertThat(context.getBean(ServerSettings.class))
                    .isEqualTo(new ServerSettings(
                            "server2",
                            "./data/server2.csv",
                            ZoneId.of("America/Sao_Paulo"),
                            365,
                            Duration.ofMinutes(15),
                            Duration.ofDays(30),
                            1.2,
                            Duration.ofHours(8),
                            Duration.ofSeconds(2)));
            assertThat(context.getBean(MqttSettings.class).brokerUrl()).isEqualTo("tcp://localhost:1883");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SERVER_ID=a/b",
                "SERVER_ID=",
                "SERVER_ID=+",
                "RECARGA_FUSO=Moon/Base",
                "RECARGA_FATOR_ESTRADA=0.9",
                "RECARGA_FOLGA_RELOGIO=-1s",
                "RECARGA_FOLGA_RELOGIO=61s",
                "RECARGA_FILA_PEDIDOS=0"
            })
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
