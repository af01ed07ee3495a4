package br.com.recarga.server.carros;

/**
 * A reservation of a car here, as far as it tells where the car charges.
 *
 * @param tipoConector of the point that was reserved
 * @param latitude of that point
 * @param longitude of that point
 * @param chegou whether the car is, or was, at that point: its reservation has begun and did not lapse
 */
public record Passagem(String tipoConector, double latitude, double longitude, boolean chegou) {}
