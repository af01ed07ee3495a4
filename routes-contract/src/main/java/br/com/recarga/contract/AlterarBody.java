package br.com.recarga.contract;

import java.time.OffsetDateTime;

/** The body of {@code PATCH /reservas/{id}}; the rules of {@link AlteracaoRequest} are checked once it has become one. */
@WireFormat
public record AlterarBody(OffsetDateTime inicio, OffsetDateTime fim) {

    /** The same request as it goes over MQTT. */
    public AlteracaoRequest toRequest(
            String requestId, String clientId, String serverId, String reservaId, String codigoReserva) {
        return new AlteracaoRequest(requestId, clientId, serverId, reservaId, codigoReserva, inicio, fim, null);
    }
}
