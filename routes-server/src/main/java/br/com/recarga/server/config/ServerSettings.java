package br.com.recarga.server.config;

import br.com.recarga.contract.validation.Identificador;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.ZoneId;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.*} of a server.
 *
 * @param serverId what requests name to reach this server
 * @param postosCsv the points with which an empty database begins; the file may be absent; a string, because
 *     Spring would look for a relative path in the web application
 * @param fuso in which times are told; inside they are UTC
 * @param horizonteDias how many days ahead a window may begin
 * @param tolerancia how long after the start of its window, and how long before, a car may arrive
 * @param retencaoRespostas how long a repeated request still gets its first answer
 * @param fatorEstrada how much longer than the great circle the way to a point is taken to be
 * @param limiteCarregamento how long a car that had not reserved charges before it is called overdue
 * @param folgaRelogio by how much the clocks of clients and of this server may differ before a request that is in time
 *     counts as late, 0 to 1 min
 */
@Validated
@ConfigurationProperties("recarga")
public record ServerSettings(
        @NotNull @Identificador String serverId,
        @NotBlank String postosCsv,
        @DefaultValue("America/Sao_Paulo") ZoneId fuso,
        @DefaultValue("365") @Positive int horizonteDias,

        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(hours = 24)
        Duration tolerancia,

        @DefaultValue("30d") @DurationMin(days = 1) Duration retencaoRespostas,

        @DefaultValue("1.2") @DecimalMin("1") @DecimalMax("5")
        double fatorEstrada,

        @DefaultValue("8h") @DurationMin(minutes = 15) @DurationMax(hours = 24)
        Duration limiteCarregamento,

        @DefaultValue("2s") @DurationMin @DurationMax(minutes = 1)
        Duration folgaRelogio) {}
