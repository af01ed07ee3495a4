package br.com.recarga.server.pedidos;

/**
 * A row of {@code respostas}.
 *
 * @param impressao of the request that was answered
 * @param resposta JSON
 */
public record RespostaGuardada(String impressao, String resposta) {}
