package br.com.recarga.contract;

import java.time.OffsetDateTime;

/**
 * One line of a reservation's history.
 *
 * @param de null for the first
 * @param para as {@code de} if only the window changed
 * @param por who did it
 * @param operador of the operators, which; told to operators only, and null if it was none or nobody knows
 * @param motivo null if nobody said why
 */
@WireFormat
public record Mudanca(OffsetDateTime em, Situacao de, Situacao para, Autor por, String operador, String motivo) {}
