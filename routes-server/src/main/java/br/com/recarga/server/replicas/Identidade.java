package br.com.recarga.server.replicas;

/**
 * As which all replicas of a server speak: one and the same, whichever of them does, and for as long as one of them is there.
 *
 * @param instancia what the presence says of who serves
 * @param desde since when
 * @param conexao by which the broker knows the connection that announces it; nobody else's guess
 * @param prova the same, sealed: whoever cannot open it has another key than the others
 */
public record Identidade(String instancia, String desde, String conexao, String prova) {}
