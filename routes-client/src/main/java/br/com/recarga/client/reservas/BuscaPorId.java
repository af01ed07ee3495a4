package br.com.recarga.client.reservas;

import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.validation.Identificador;
import jakarta.validation.constraints.Size;

/**
 * What {@code GET /reservas/{id}} is asked.
 *
 * @param id the number of a reservation, or the id of the request that reserved
 * @param serverId absent: the one that the number names, or all
 * @param codigo absent: the outline of what a request made, and nothing of a reservation
 */
record BuscaPorId(
        String id,
        @Identificador String serverId,
        @Size(max = 64) String codigo) {

    ReservasRequest pedidoPeloNumero(String requestId, String clientId, String aServidor) {
        return new ReservasRequest(requestId, clientId, aServidor, id, null, null, null, codigo, null);
    }

    ReservasRequest pedidoPeloPedido(String requestId, String clientId, String aServidor) {
        return new ReservasRequest(requestId, clientId, aServidor, null, null, id, null, codigo, null);
    }
}
