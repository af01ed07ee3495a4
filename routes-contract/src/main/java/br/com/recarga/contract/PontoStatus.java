package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.OffsetDateTime;

/** How a point is now, retained on {@link Topics#pontoStatus} and published at every change. */
@JsonNaming(SnakeCaseStrategy.class)
public record PontoStatus(
        @NotNull @Positive Integer pontoId,
        @NotNull @Identificador String serverId,
        @NotNull Boolean disponivel,
        @NotNull Boolean emManutencao,
        OffsetDateTime timestamp) {}
