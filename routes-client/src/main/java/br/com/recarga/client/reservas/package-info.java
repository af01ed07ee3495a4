/** Reserving a point of one server. */
package br.com.recarga.client.reservas;
