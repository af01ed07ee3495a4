package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * The operator's switch of a point, on {@link Topics#PONTOS_DISPONIBILIDADE}.
 *
 * @param emManutencao true: from now until false is said; absent: as it is
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PontoDisponibilidade(
        @NotNull @Positive Integer pontoId,
        @NotNull @Identificador String serverId,
        @NotNull Boolean disponivel,
        Boolean emManutencao) {}
