package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.OffsetDateTime;

/**
 * Tells the client that made a reservation what became of it without its doing, on {@link Topics#reservaEvento}.
 *
 * @param requestId of the request that reserved
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReservaEvento(
        String reservaId,
        String serverId,
        String requestId,
        String viagemId,
        Integer postoId,
        String placa,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        Situacao situacao,
        Autor por,
        String motivo,
        OffsetDateTime timestamp) {}
