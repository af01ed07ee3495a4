package br.com.recarga.server.postos;

import br.com.recarga.contract.Posto;
import br.com.recarga.contract.lugares.Coordenadas;
import java.time.ZoneId;

/**
 * A row of {@code postos}, with its availability in the window that was asked for.
 *
 * @param latitude decimal degrees, WGS 84
 * @param longitude decimal degrees, WGS 84
 * @param potenciaMaxima kW
 * @param precoKwh BRL per kWh
 */
public record PostoRegistro(
        int id,
        String nome,
        String cidade,
        String uf,
        double latitude,
        double longitude,
        double potenciaMaxima,
        String tipoConector,
        double precoKwh,
        boolean disponivel,
        boolean emManutencao) {

    /** @param fuso of its place */
    public Posto mostrar(ZoneId fuso) {
        return new Posto(
                id,
                nome,
                cidade,
                uf,
                lugar().escritas(),
                potenciaMaxima,
                tipoConector,
                precoKwh,
                disponivel,
                emManutencao,
                null,
                null,
                null,
                fuso.getId());
    }

    public Coordenadas lugar() {
        return new Coordenadas(latitude, longitude);
    }

    /** Great-circle distance in km, to 100 m. */
    public double distanciaKm(double toLatitude, double toLongitude) {
        double km = lugar().kmAte(new Coordenadas(toLatitude, toLongitude));
        return Math.round(km * 10) / 10.0;
    }
}
