package br.com.recarga.contract;

import java.time.OffsetDateTime;

/**
 * A time in which a point is taken; by whom is nobody's business.
 *
 * @param fim absent: nobody knows when it ends
 */
@WireFormat
public record JanelaOcupada(OffsetDateTime inicio, OffsetDateTime fim) {}
