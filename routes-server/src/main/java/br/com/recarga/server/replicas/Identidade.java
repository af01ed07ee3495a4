package br.com.recarga.server.replicas;

/**
 * As which all replicas of a server speak: one and the same, whichever of them does, and for as long as there is their database.
 *
 * @param instancia what the presence says of who serves
 * @param desde since when
 * @param conexao by which the broker knows the connection that announces it; nobody else's guess
 */
public record Identidade(String instancia, String desde, String conexao) {}
