package br.com.recarga.server.avisos;

/**
 * What is told unasked.
 *
 * @param topico on which
 * @param corpo a record of the contract
 */
public record Aviso(String topico, Object corpo) {}
