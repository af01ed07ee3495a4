package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.RequestId;
import jakarta.validation.constraints.NotNull;

/**
 * A car has arrived or left, on {@link Topics#RESERVAS_STATUS}.
 *
 * @param situacao {@link Situacao#EM_ANDAMENTO} or {@link Situacao#CONCLUIDA}
 */
@WireFormat
public record ReservaSituacao(
        @NotNull @RequestId String reservaId,
        @NotNull @Identificador String serverId,
        @NotNull Situacao situacao) {}
