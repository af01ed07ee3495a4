package br.com.recarga.server.viagens;

import br.com.recarga.server.postos.PostoRegistro;

/**
 * A point that is free in the window of a stop.
 *
 * @param ordem of the stop in the request, from 0
 */
public record PostoLivre(
        int ordem,
        int id,
        String nome,
        String cidade,
        String uf,
        double latitude,
        double longitude,
        double potenciaMaxima,
        String tipoConector,
        double precoKwh) {

    PostoRegistro posto() {
        return new PostoRegistro(
                id, nome, cidade, uf, latitude, longitude, potenciaMaxima, tipoConector, precoKwh, true, false);
    }
}
