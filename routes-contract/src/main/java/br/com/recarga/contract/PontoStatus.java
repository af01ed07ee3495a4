package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.OffsetDateTime;

/** How a point is now, retained on {@link Topics#pontoStatus} and published at every change. */
@WireFormat
public record PontoStatus(
        @NotNull @Positive Integer pontoId,
        @NotNull @Identificador String serverId,
        @NotNull Boolean disponivel,
        @NotNull Boolean emManutencao,
        OffsetDateTime timestamp) {}
