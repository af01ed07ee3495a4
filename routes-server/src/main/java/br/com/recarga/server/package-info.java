/**
 * One operator's server. {@code pedidos} is the way in from MQTT, {@code postos} and {@code reservas} are the use cases,
 * {@code http} is the operator's way in, and says how the server is.
 */
package br.com.recarga.server;
