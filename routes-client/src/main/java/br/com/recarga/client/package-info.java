/**
 * The HTTP gateway of drivers and other systems. {@code http} is its door, and the drivers' page; {@code postos},
 * {@code reservas}, {@code viagens} with its {@code sagas}, and {@code aovivo} (what is told as it happens) are the use cases.
 * They stand on {@code pedidos} (how a server is asked), {@code servidores} (which there are) and {@code novidades} (what there
 * is to tell).
 */
package br.com.recarga.client;
