/** The way in from MQTT: filter, content-based router, reply. */
package br.com.recarga.server.pedidos;
