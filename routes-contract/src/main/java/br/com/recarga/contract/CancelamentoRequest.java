package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import br.com.recarga.contract.validation.RequestId;
import br.com.recarga.contract.validation.SemControle;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks a server to cancel a reservation; its slot is free at once.
 *
 * @param codigoReserva what whoever reserved was given
 * @param motivo for the history
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CancelamentoRequest(
        @NotNull @RequestId String requestId,
        @NotNull @Identificador String clientId,
        @NotNull @Identificador String serverId,
        @NotNull @RequestId String reservaId,
        @Size(max = 64) String codigoReserva,
        @Size(max = 200) @SemControle String motivo)
        implements Pedido {}
