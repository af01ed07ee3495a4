package br.com.recarga.contract;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * Ends a charge.
 *
 * @param energiaKwh delivered, 0 to 1000 kWh; absent: unknown
 * @param confirmado whether it is meant although it is more than could be expected; absent: no
 */
@WireFormat
public record CarregamentoFim(
        @DecimalMin("0") @DecimalMax("1000") Double energiaKwh, Boolean confirmado) {}
