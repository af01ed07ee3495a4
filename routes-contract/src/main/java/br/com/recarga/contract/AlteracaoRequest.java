package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.Presentes;
import br.com.recarga.contract.validation.RequestId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;

/**
 * Asks a server to move a reservation to another window; if that one is taken, the reservation stays as it was.
 *
 * @param codigoReserva what whoever reserved was given
 * @param inicio absent: as it is
 * @param fim absent: as long after {@code inicio} as before
 */
@WireFormat
@JanelaCoerente
@Presentes(
        value = {"inicio", "fim"},
        soUm = false,
        message = "{recarga.janela_ausente}")
public record AlteracaoRequest(
        @NotNull @RequestId String requestId,
        @NotNull @Identificador String clientId,
        @NotNull @Identificador String serverId,
        @NotNull @RequestId String reservaId,
        @Size(max = 64) String codigoReserva,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        OffsetDateTime prazo)
        implements Pedido, Janela {
    @Override
    public AlteracaoRequest comPrazo(OffsetDateTime prazo) {
        return new AlteracaoRequest(requestId, clientId, serverId, reservaId, codigoReserva, inicio, fim, prazo);
    }
}
