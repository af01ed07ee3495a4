package br.com.recarga.contract;

/**
 * What is agreed with a reservation, as the point was then: it is charged so, whatever the operator changes later.
 *
 * @param precoKwh BRL per kWh
 * @param potenciaMaxima kW
 */
@WireFormat
public record Termos(Double precoKwh, Double potenciaMaxima, String tipoConector) {}
