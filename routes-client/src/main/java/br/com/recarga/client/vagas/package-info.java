/** Who waits for a point to be given back, and is told when it is, first come first told. */
package br.com.recarga.client.vagas;
