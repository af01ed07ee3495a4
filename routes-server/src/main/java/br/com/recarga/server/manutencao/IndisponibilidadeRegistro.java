package br.com.recarga.server.manutencao;

import br.com.recarga.contract.Indisponibilidades.Causa;
import br.com.recarga.contract.lugares.Coordenadas;

/**
 * What takes a point out of service.
 *
 * @param posto the point's name
 * @param inicio ISO-8601, UTC; null if nobody knows since when
 * @param fim ISO-8601, UTC; null if it has none
 * @param motivo may be null
 * @param latitude of the point, decimal degrees
 * @param longitude of the point, decimal degrees
 */
public record IndisponibilidadeRegistro(
        int postoId,
        String posto,
        Causa causa,
        String inicio,
        String fim,
        String motivo,
        double latitude,
        double longitude) {

    Coordenadas lugar() {
        return new Coordenadas(latitude, longitude);
    }
}
