package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.OffsetDateTime;

/**
 * A charge.
 *
 * @param id unique within its server
 * @param fim absent while it goes on
 * @param precoKwh BRL per kWh, as it was at the start
 * @param custo BRL
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Carregamento(
        Long id,
        String serverId,
        Integer postoId,
        String reservaId,
        String placa,
        OffsetDateTime inicio,
        OffsetDateTime fim,
        Double energiaKwh,
        Double precoKwh,
        Double custo) {}
