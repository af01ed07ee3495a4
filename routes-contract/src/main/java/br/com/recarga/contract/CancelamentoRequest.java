package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.Presentes;
import br.com.recarga.contract.validation.RequestId;
import br.com.recarga.contract.validation.SemControle;
import io.soabase.recordbuilder.core.RecordBuilder;
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
@RecordBuilder
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
        implements Pedido, CancelamentoRequestBuilder.With {
    @Override
    public CancelamentoRequest comPrazo(OffsetDateTime prazo) {
        return withPrazo(prazo);
    }
}
