package br.com.recarga.client.config;

import br.com.recarga.contract.validation.Identificador;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.*} of a client.
 *
 * @param clientId becomes part of the reply topics
 * @param prazo how long a caller waits for a server, 1 to 50 s
 * @param intervaloRepeticao after this silence a request is sent again
 * @param maxEmAndamento how many requests may wait at once; a further one is refused
 * @param preReserva how long the servers hold the stops of a trip for us, 10 s to 10 min
 * @param servidoresSemPresenca servers that announce nothing, such as the original's, and are asked all the same
 */
@Validated
@ConfigurationProperties("recarga")
public record ClientSettings(
        @NotNull @Identificador String clientId,

        @DefaultValue("5s") @DurationMin(seconds = 1) @DurationMax(seconds = 50)
        Duration prazo,

        @DefaultValue("1500ms") @DurationMin(millis = 100) Duration intervaloRepeticao,
        @DefaultValue("4096") @Positive int maxEmAndamento,

        @DefaultValue("60s") @DurationMin(seconds = 10) @DurationMax(minutes = 10)
        Duration preReserva,

        @DefaultValue Set<@Identificador String> servidoresSemPresenca) {}
