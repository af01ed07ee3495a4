package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.RequestId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.OffsetDateTime;

/**
 * Asks a server to reserve one of its charging points.
 *
 * @param inicio absent: now
 * @param fim absent: as long after {@code inicio} as the charge takes, at least 15 min and at most 24 h
 * @param viagemId the trip that this reservation is part of, if any
 * @param aceitaEquivalente whether another point will do if that one cannot be had in the window: at the same place, with the same
 *     plug, no less power and no higher price; absent: no
 */
@WireFormat
@JanelaCoerente
public record ReservaRequest(
        @NotNull @RequestId String requestId,
        @NotNull @Identificador String clientId,
        @NotNull @Identificador String serverId,
        @NotNull @Valid Carro carro,
        @NotNull @Positive Integer postoId,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        @Identificador String viagemId,
        Boolean aceitaEquivalente,
        OffsetDateTime prazo)
        implements Pedido, Janela {
    @Override
    public ReservaRequest comPrazo(OffsetDateTime prazo) {
        return new ReservaRequest(
                requestId, clientId, serverId, carro, postoId, inicio, fim, viagemId, aceitaEquivalente, prazo);
    }
}
