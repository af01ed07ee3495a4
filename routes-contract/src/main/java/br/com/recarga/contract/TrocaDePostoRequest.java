package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.RequestId;
import br.com.recarga.contract.validation.SemControle;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;

/**
 * Asks a server to let a reservation have another of its points, beside the one that it has; if that one is taken, the
 * reservation stays as it was. Only for the operator.
 *
 * @param postoId at the same place, with the same plug and no less power
 * @param motivo told to the driver; may be absent
 */
@WireFormat
public record TrocaDePostoRequest(
        @NotNull @RequestId String requestId,
        @NotNull @Identificador String clientId,
        @NotNull @Identificador String serverId,
        @NotNull @RequestId String reservaId,
        @NotNull @Positive Integer postoId,
        @Size(max = 200) @SemControle String motivo,
        OffsetDateTime prazo)
        implements Pedido {
    @Override
    public TrocaDePostoRequest comPrazo(OffsetDateTime prazo) {
        return new TrocaDePostoRequest(requestId, clientId, serverId, reservaId, postoId, motivo, prazo);
    }
}
