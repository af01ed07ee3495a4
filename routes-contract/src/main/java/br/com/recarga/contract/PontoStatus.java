package br.com.recarga.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.OffsetDateTime;

/** How a point is now, retained on {@link Topics#pontoStatus} and published at every change. */
@JsonNaming(SnakeCaseStrategy.class)
public record PontoStatus(
        Integer pontoId, String serverId, Boolean disponivel, Boolean emManutencao, OffsetDateTime timestamp) {}
