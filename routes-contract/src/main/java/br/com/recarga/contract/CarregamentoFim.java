package br.com.recarga.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * Ends a charge.
 *
 * @param energiaKwh delivered, 0 to 1000 kWh; absent: unknown
 */
@JsonNaming(SnakeCaseStrategy.class)
public record CarregamentoFim(
        @DecimalMin("0") @DecimalMax("1000") Double energiaKwh) {}
