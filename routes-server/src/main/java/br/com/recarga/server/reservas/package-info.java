/** Reserving a point: at most one car per window, at most once per request. */
package br.com.recarga.server.reservas;
