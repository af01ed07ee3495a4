package br.com.recarga.contract;

import java.time.OffsetDateTime;

/**
 * The next time that a point is free.
 *
 * @param fim absent: nothing is planned after it within seven days from now
 */
@WireFormat
public record JanelaLivre(OffsetDateTime inicio, OffsetDateTime fim) {}
