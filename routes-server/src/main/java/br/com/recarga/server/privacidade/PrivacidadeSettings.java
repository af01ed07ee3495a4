package br.com.recarga.server.privacidade;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.*} of what is kept of persons.
 *
 * @param retencaoPessoal for how long after the end of its window, or of its charge, it is known whose a reservation was; at
 *     least 1 day. 90 days: as long as a bill is commonly disputed, and as the trips that clients keep
 */
@Validated
@ConfigurationProperties("recarga")
public record PrivacidadeSettings(
        @DefaultValue("90d") @DurationMin(days = 1) Duration retencaoPessoal) {}
