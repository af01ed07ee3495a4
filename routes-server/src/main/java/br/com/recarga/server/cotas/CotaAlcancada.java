package br.com.recarga.server.cotas;

/**
 * Which quotas are used up.
 *
 * @param daPlaca of open reservations of the car
 * @param dePreReservas of trips that are held for the car
 * @param doParceiro of open reservations of the partner: until when, at the latest, ISO-8601, UTC; null: there is room
 * @param daViagem what one trip may have
 */
public record CotaAlcancada(boolean daPlaca, boolean dePreReservas, String doParceiro, boolean daViagem) {}
