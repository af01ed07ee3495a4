/** Reserving a point of one server, and the life of reservations after that. */
package br.com.recarga.client.reservas;
