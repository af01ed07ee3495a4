/**
 * One operator's server. {@code pedidos} is the way in from MQTT, {@code postos}, {@code reservas},
 * {@code carregamentos} and {@code ocupacao} are the use cases, {@code http} is the operator's way in, and says how the
 * server is.
 */
package br.com.recarga.server;
