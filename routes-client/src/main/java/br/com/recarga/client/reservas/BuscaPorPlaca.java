package br.com.recarga.client.reservas;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.validation.Identificador;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What {@code GET /reservas} is asked.
 *
 * @param serverId absent: all servers that are online
 * @param codigo of the reservations that are to be shown; absent: none are
 */
record BuscaPorPlaca(
        @NotNull @Pattern(regexp = Carro.PLACA, message = "{recarga.placa}")
        String placa,

        @Identificador String serverId,
        @Size(max = 64) String codigo) {

    BuscaPorPlaca {
        placa = Carro.normalizar(placa);
    }

    ReservasRequest pedido(String requestId, String clientId, String aServidor) {
        return new ReservasRequest(requestId, clientId, aServidor, null, placa, null, null, codigo, null);
    }
}
