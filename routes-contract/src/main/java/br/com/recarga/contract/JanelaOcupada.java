package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;

/**
 * A time in which a point is taken; by whom is nobody's business.
 *
 * @param fim absent: nobody knows when it ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JanelaOcupada(OffsetDateTime inicio, OffsetDateTime fim) {}
