package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;

/**
 * The next time that a point is free.
 *
 * @param fim absent: nothing is planned after it within seven days from now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JanelaLivre(OffsetDateTime inicio, OffsetDateTime fim) {}
