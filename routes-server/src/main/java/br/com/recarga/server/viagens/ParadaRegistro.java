package br.com.recarga.server.viagens;

import br.com.recarga.contract.Situacao;
import br.com.recarga.contract.lugares.Coordenadas;

/**
 * A stop as this server has it.
 *
 * @param posto the point's name
 * @param inicio ISO-8601, UTC
 * @param fim ISO-8601, UTC
 * @param situacao by the clock
 * @param confirmada whether it ever became certain
 * @param latitude of the point, decimal degrees
 * @param longitude of the point, decimal degrees
 */
public record ParadaRegistro(
        String reservaId,
        int postoId,
        String posto,
        String placa,
        String inicio,
        String fim,
        Situacao situacao,
        boolean confirmada,
        double latitude,
        double longitude) {

    Coordenadas lugar() {
        return new Coordenadas(latitude, longitude);
    }
}
