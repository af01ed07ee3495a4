package br.com.recarga.platform.perfil;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.platform.limites.LimitesSettings;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class VariaveisDesconhecidasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // asked for by a setting of another name
                "RECARGA_OPERADORES",
                "RECARGA_PRE_RESERVA",
                // the setting itself, in both of Spring's spellings
                "RECARGA_MQTT_BROKERURL",
                "RECARGA_MQTT_BROKER_URL",
                // in no file, but in a profile's defaults
                "RECARGA_SWAGGER",
                // nowhere but where it is bound
                "RECARGA_LIMITES_ENVIO",
                // Compose's
                "RECARGA_PREFIXO_PORTAS",
                // not ours
                "PATH",
                "MQTT_BROKER"
            })
    void whatIsReadIsKnown(String name) {
        assertThat(unknown(name)).isEmpty();
    }

    @Test
    void whatNobodyReadsIsNamedInOrder() {
        assertThat(unknown("RECARGA_SENHA", "RECARGA_LIMITE_LEITURAS", "RECARGA_OPERADORES"))
                .containsExactly("RECARGA_LIMITE_LEITURAS", "RECARGA_SENHA");
    }

    private static Set<String> unknown(String... variables) {
        Set<String> found = new TreeSet<>();
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues(
                        "recarga.operador.pessoas=${RECARGA_OPERADORES:}",
                        "recarga.pre-reserva=${RECARGA_PRE_RESERVA:60s}",
                        "recarga.mqtt.broker-url=tcp://${MQTT_BROKER:localhost}")
                .run(context -> found.addAll(VariaveisDesconhecidas.unknown(
                        Set.of(variables), (ConfigurableApplicationContext) context.getSourceApplicationContext())));
        return found;
    }

    @Configuration
    @EnableConfigurationProperties(LimitesSettings.class)
    static class Settings {}
}
