package br.com.recarga.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Topicos;
import br.com.recarga.platform.perfil.Perfil;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PresencaSettingsTest {

    @Test
    void haveDefaults() {
        assertThat(bound(Map.of("recarga.nome", "")))
                .isEqualTo(new PresencaSettings(Topicos.COMPARTILHADOS, Perfil.ABERTO, "", "", Duration.ofSeconds(15)));
    }

    @ParameterizedTest
    @CsvSource({
        "compartilhados, aberto, true, true",
        "compartilhados, fechado, true, false",
        "compartilhados, certificados, true, false",
        "proprios, aberto, false, false",
        "proprios, fechado, false, false",
    })
    void ordersAreTakenWhereEverybodyMayDoEverything(String topicos, String perfil, boolean shared, boolean orders) {
        PresencaSettings settings = bound(Map.of("recarga.topicos", topicos, "recarga.perfil", perfil));

        assertThat(settings.usa(Topicos.PROPRIOS)).isTrue();
        assertThat(settings.usa(Topicos.COMPARTILHADOS)).isEqualTo(shared);
        assertThat(settings.ouveOrdens()).isEqualTo(orders);
    }

    private static PresencaSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("recarga", PresencaSettings.class)
                .get();
    }
}
