package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.RequestId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Asks a server to hold all of its stops of a trip, or none.
 *
 * @param viagemId unguessable: whoever has it can confirm and cancel
 * @param expiraEm until when the stops are held unless they are confirmed; at most 10 min ahead
 */
@WireFormat
public record PreReservaRequest(
        @NotNull @RequestId String requestId,
        @NotNull @Identificador String clientId,
        @NotNull @Identificador String serverId,
        @NotNull @Valid Carro carro,
        @NotNull @Identificador String viagemId,
        @NotNull OffsetDateTime expiraEm,

        @NotNull @Size(min = 1, max = 20, message = "{recarga.numero_de_paradas}") @Valid @EmOrdem
        List<@NotNull Parada> paradas,

        OffsetDateTime prazo)
        implements Pedido {
    @Override
    public PreReservaRequest comPrazo(OffsetDateTime prazo) {
        return new PreReservaRequest(requestId, clientId, serverId, carro, viagemId, expiraEm, paradas, prazo);
    }
}
