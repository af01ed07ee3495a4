package br.com.recarga.server.reservas;

/**
 * A point that a reservation may get.
 *
 * @param potenciaMaxima kW
 * @param aoLado whether it stands where the reservation was made for
 */
public record PontoDaTroca(int id, String nome, double potenciaMaxima, String tipoConector, boolean aoLado) {}
