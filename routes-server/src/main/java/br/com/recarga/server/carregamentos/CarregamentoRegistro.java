package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.lugares.Coordenadas;

/**
 * A row of {@code carregamentos_vistos}.
 *
 * @param posto the point's name
 * @param reservaId null: a car without a reservation
 * @param inicio ISO-8601, UTC
 * @param fim ISO-8601, UTC; null while it goes on
 * @param precoKwh BRL per kWh
 * @param potenciaMaxima kW, of the point when it began; null if it is not known any more
 * @param energiaKwh null while it goes on, and as long as nobody has said
 * @param custo BRL; null as long as the energy is
 * @param capacidadeBateria kWh, of the car; null if it never reserved here
 * @param latitude of the point, decimal degrees
 * @param longitude of the point, decimal degrees
 * @param prazo until when it should end, ISO-8601, UTC; null once it has
 */
public record CarregamentoRegistro(
        long id,
        int postoId,
        String posto,
        String reservaId,
        String placa,
        String inicio,
        String fim,
        double precoKwh,
        Double potenciaMaxima,
        Double energiaKwh,
        Double custo,
        Double capacidadeBateria,
        double latitude,
        double longitude,
        String prazo) {

    Coordenadas lugar() {
        return new Coordenadas(latitude, longitude);
    }
}
