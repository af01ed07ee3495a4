package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.OffsetDateTime;

/**
 * One line of a reservation's history.
 *
 * @param de null for the first
 * @param para as {@code de} if only the window changed
 * @param por who did it
 * @param motivo null if nobody said why
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mudanca(OffsetDateTime em, Situacao de, Situacao para, Autor por, String motivo) {}
