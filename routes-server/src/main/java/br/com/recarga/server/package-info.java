/**
 * One operator's server. {@code pedidos} is the way in from MQTT, {@code postos} and {@code reservas} are the use cases,
 * {@code estado} says how the server is.
 */
package br.com.recarga.server;
