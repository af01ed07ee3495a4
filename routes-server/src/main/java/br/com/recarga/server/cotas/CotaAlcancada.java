package br.com.recarga.server.cotas;

/**
 * Which quotas are used up: until when, at the latest, ISO-8601, UTC; null: there is room.
 *
 * @param daPlaca of open reservations of the car
 * @param dePreReservas of trips that are held for the car
 * @param doParceiro of open reservations of the partner
 */
public record CotaAlcancada(String daPlaca, String dePreReservas, String doParceiro) {}
