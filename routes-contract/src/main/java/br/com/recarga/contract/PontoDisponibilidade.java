package br.com.recarga.contract;

import br.com.recarga.contract.validation.Identificador;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * The operator's switch of a point, on {@link Topics#PONTOS_DISPONIBILIDADE}.
 *
 * @param emManutencao true: from now until false is said; absent: as it is
 */
@WireFormat
public record PontoDisponibilidade(
        @NotNull @Positive Integer pontoId,
        @NotNull @Identificador String serverId,
        @NotNull Boolean disponivel,
        Boolean emManutencao) {}
