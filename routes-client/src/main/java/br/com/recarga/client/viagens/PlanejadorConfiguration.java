package br.com.recarga.client.viagens;

import br.com.recarga.planner.Caminhos;
import br.com.recarga.planner.Planejador;
import br.com.recarga.planner.PlanoSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** The planner, which knows nothing of Spring, with what is set of it. */
@Configuration
@EnableConfigurationProperties(PlanejadorConfiguration.Settings.class)
class PlanejadorConfiguration {

    /** {@code recarga.plano.*}. */
    @Validated
    @ConfigurationProperties("recarga")
    record Settings(@NotNull @Valid PlanoSettings plano) {}

    @Bean
    Planejador planejador(Settings settings) {
        return new Planejador(settings.plano());
    }

    @Bean
    Caminhos caminhos(Settings settings) {
        return new Caminhos(settings.plano());
    }
}
