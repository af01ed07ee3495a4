package br.com.recarga.contract;

import br.com.recarga.contract.validation.RequestId;
import jakarta.validation.constraints.Pattern;

/**
 * Begins a charge.
 *
 * @param reservaId of the reservation that arrives; absent: a car without one
 * @param placa absent: the reservation's
 */
@WireFormat
public record CarregamentoInicio(
        @RequestId String reservaId,

        @Pattern(regexp = Carro.PLACA, message = "{recarga.placa}")
        String placa) {

    public CarregamentoInicio {
        placa = Carro.normalizar(placa);
    }
}
