package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.Presentes;
import br.com.recarga.contract.validation.RequestId;
import br.com.recarga.contract.validation.SemControle;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;

/**
 * Asks a server to cancel a reservation, or all that it has of a trip; the slots are free at once.
 *
 * @param reservaId absent: the trip's
 * @param viagemId of the trip; a server that has not heard of it remembers not to hold it any more
 * @param codigoReserva what whoever reserved was given
 * @param motivo for the history
 */
@WireFormat
@Presentes(
        value = {"reservaId", "viagemId"},
        soUm = true,
        message = "{recarga.alvo_do_cancelamento}")
public record CancelamentoRequest(
        @NotNull @RequestId String requestId,
        @NotNull @Identificador String clientId,
        @NotNull @Identificador String serverId,
        @RequestId String reservaId,
        @Identificador String viagemId,
        @Size(max = 64) String codigoReserva,
        @Size(max = 200) @SemControle String motivo,
        OffsetDateTime prazo)
        implements Pedido {
    /** Without a deadline. */
    public CancelamentoRequest(
            String requestId,
            String clientId,
            String serverId,
            String reservaId,
            String viagemId,
            String codigoReserva,
            String motivo) {
        this(requestId, clientId, serverId, reservaId, viagemId, codigoReserva, motivo, null);
    }

    @Override
    public CancelamentoRequest comPrazo(OffsetDateTime prazo) {
        return new CancelamentoRequest(
                requestId, clientId, serverId, reservaId, viagemId, codigoReserva, motivo, prazo);
    }
}
