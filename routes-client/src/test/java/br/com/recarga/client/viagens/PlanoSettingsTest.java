package br.com.recarga.client.viagens;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.SettingsFromEnvironment;
import br.com.recarga.planner.PlanoSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** The settings as {@code routes-client.properties} takes them from the environment. */
class PlanoSettingsTest {

    @Test
    void haveDefaults() {
        withEnvironment()
                .run(context -> assertThat(plano(context))
                        .isEqualTo(new PlanoSettings(1.2, 80, Duration.ofMinutes(15), Duration.ofHours(2), 10, 400)));
    }

    @Test
    void bindFromTheEnvironment() {
        withEnvironment(
                        "RECARGA_PLANO_FATOR_ESTRADA=1.5",
                        "RECARGA_PLANO_VELOCIDADE_MEDIA=60",
                        "RECARGA_PLANO_PARADA_MINIMA=10m",
                        "RECARGA_PLANO_ESPERA_MAXIMA=0s",
                        "RECARGA_PLANO_PASSO_NIVEL=5",
                        "RECARGA_PLANO_PONTOS_MAXIMOS=7")
                .run(context -> assertThat(plano(context))
                        .isEqualTo(new PlanoSettings(1.5, 60, Duration.ofMinutes(10), Duration.ZERO, 5, 7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RECARGA_PLANO_FATOR_ESTRADA=0.9",
                "RECARGA_PLANO_FATOR_ESTRADA=NaN",
                "RECARGA_PLANO_VELOCIDADE_MEDIA=0",
                "RECARGA_PLANO_PARADA_MINIMA=0s",
                "RECARGA_PLANO_PARADA_MINIMA=25h",
                "RECARGA_PLANO_ESPERA_MAXIMA=-1s",
                "RECARGA_PLANO_ESPERA_MAXIMA=25h",
                "RECARGA_PLANO_PASSO_NIVEL=0",
                "RECARGA_PLANO_PASSO_NIVEL=101",
                "RECARGA_PLANO_PONTOS_MAXIMOS=0"
            })
    void nonsenseKeepsTheClientFromStarting(String value) {
        withEnvironment(value).run(context -> assertThat(context).hasFailed());
    }

    private static PlanoSettings plano(ApplicationContext context) {
        return context.getBean(PlanejadorConfiguration.Settings.class).plano();
    }

    private static ApplicationContextRunner withEnvironment(String... values) {
        return SettingsFromEnvironment.runner(PlanejadorConfiguration.class, values);
    }
}
