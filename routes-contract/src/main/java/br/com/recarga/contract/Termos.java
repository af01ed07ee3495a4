package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * What is agreed with a reservation, as the point was then: it is charged so, whatever the operator changes later.
 *
 * @param precoKwh BRL per kWh
 * @param potenciaMaxima kW
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Termos(Double precoKwh, Double potenciaMaxima, String tipoConector) {}
