package br.com.recarga.server.replicas;

/**
 * Who speaks for all replicas now.
 *
 * @param numero grows with each change of hands
 * @param dono the replica, by the name of its process
 */
public record Mandato(long numero, String dono) {}
