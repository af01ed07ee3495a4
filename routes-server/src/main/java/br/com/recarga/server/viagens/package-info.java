/**
 * Stops of trips that a client reserves over several servers, all or nothing: held, then confirmed or cancelled; and whoever
 * cancels, a reservation or a trip.
 */
package br.com.recarga.server.viagens;
