package br.com.recarga.server.umavez;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.*}: how the deadlines of requests are read.
 *
 * @param folgaRelogio by how much the clocks of clients and of this server may differ before a request that is in time
 *     counts as late, 0 to 1 min
 */
@Validated
@ConfigurationProperties("recarga")
record PrazoSettings(
        @DefaultValue("2s") @DurationMin @DurationMax(minutes = 1)
        Duration folgaRelogio) {}
