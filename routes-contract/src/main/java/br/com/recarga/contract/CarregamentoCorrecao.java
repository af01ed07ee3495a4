package br.com.recarga.contract;

import br.com.recarga.contract.validation.SemControle;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Corrects what was said of a charge that has ended.
 *
 * @param energiaKwh delivered, 0 to 1000 kWh
 * @param motivo why, for the history
 * @param confirmado whether it is meant although it is more than could be expected; absent: no
 */
@WireFormat
public record CarregamentoCorrecao(
        @NotNull @DecimalMin("0") @DecimalMax("1000") Double energiaKwh,
        @NotBlank @Size(max = 200) @SemControle String motivo,
        Boolean confirmado) {}
