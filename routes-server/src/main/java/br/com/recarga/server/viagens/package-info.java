/** Stops of trips that a client reserves over several servers, all or nothing: held, then confirmed or cancelled. */
package br.com.recarga.server.viagens;
