package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A point after its operator has changed it: the point's own fields, and what that did to its reservations.
 *
 * @param afetadas how many reservations that wait for their cars are told that the point is not any more what they reserved
 */
public record PostoGravado(@JsonUnwrapped Posto posto, int afetadas) {}
