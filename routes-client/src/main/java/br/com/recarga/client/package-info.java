/**
 * The HTTP gateway of drivers and other systems: {@code postos} and {@code reservas} are the use cases, {@code servidores}
 * knows which servers there are, {@code pedidos} is what every request to one of them has in common.
 */
package br.com.recarga.client;
