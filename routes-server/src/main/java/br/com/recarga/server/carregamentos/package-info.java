/** Charges: a car arrives and begins one at a point, with a reservation or without, and ends it with the energy it took. */
package br.com.recarga.server.carregamentos;
