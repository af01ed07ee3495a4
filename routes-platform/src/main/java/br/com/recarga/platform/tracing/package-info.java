/** One trace for each request and each trip, from HTTP through MQTT to the database and back, where {@code recarga.rastreio} asks for it. */
package br.com.recarga.platform.tracing;
