/** What every request to a server has in common: its id, its way over MQTT, its reply's way back to HTTP. */
package br.com.recarga.client.pedidos;
