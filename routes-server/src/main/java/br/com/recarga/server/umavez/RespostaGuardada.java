package br.com.recarga.server.umavez;

/**
 * What is known of a request: a row of {@code respostas}, or the mark that somebody was told that it was never made.
 *
 * @param impressao of the request that was answered; null for a mark
 * @param resposta JSON, closed by a {@link br.com.recarga.platform.database.Seal}; null for a mark
 */
public record RespostaGuardada(String impressao, String resposta) {

    boolean negada() {
        return resposta == null;
    }
}
