package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.RequestId;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;

/** Asks a server to make the held stops of a trip certain; all of them, or the server gives the trip up and says so. */
@WireFormat
public record ConfirmacaoRequest(
        @NotNull @RequestId String requestId,
        @NotNull @Identificador String clientId,
        @NotNull @Identificador String serverId,
        @NotNull @Identificador String viagemId,
        OffsetDateTime prazo)
        implements Pedido {
    /** Without a deadline. */
    public ConfirmacaoRequest(String requestId, String clientId, String serverId, String viagemId) {
        this(requestId, clientId, serverId, viagemId, null);
    }

    @Override
    public ConfirmacaoRequest comPrazo(OffsetDateTime prazo) {
        return new ConfirmacaoRequest(requestId, clientId, serverId, viagemId, prazo);
    }
}
