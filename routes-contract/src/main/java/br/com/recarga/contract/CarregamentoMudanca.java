package br.com.recarga.contract;

import java.time.OffsetDateTime;

/**
 * What was said of a charge once it had ended: at its end, and at each correction.
 *
 * @param por who said it
 * @param operador of the operators, which; null if it was none or nobody knows
 * @param motivo of a correction
 * @param energiaKwh kWh; absent: nobody knew
 * @param custo BRL; absent as long as the energy is
 */
@WireFormat
public record CarregamentoMudanca(
        OffsetDateTime em, Autor por, String operador, String motivo, Double energiaKwh, Double custo) {}
