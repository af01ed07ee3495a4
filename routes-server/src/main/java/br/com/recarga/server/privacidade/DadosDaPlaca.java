package br.com.recarga.server.privacidade;

import br.com.recarga.contract.Carro;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Of whom the data is asked for, or asked to be taken away.
 *
 * @param codigo of one of the plate's reservations; the operator needs none
 */
public record DadosDaPlaca(
        @NotNull @Pattern(regexp = Carro.PLACA, message = "{recarga.placa}")
        String placa,

        @Size(max = 64) String codigo) {

    public DadosDaPlaca {
        placa = Carro.normalizar(placa);
    }
}
