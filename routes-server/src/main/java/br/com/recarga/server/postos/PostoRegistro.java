package br.com.recarga.server.postos;

import br.com.recarga.contract.Posto;
import java.util.Locale;

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

    private static final double EARTH_RADIUS_KM = 6371.0;

    public Posto toPosto() {
        return new Posto(
                id,
                nome,
                cidade,
                uf,
                String.format(Locale.ROOT, "%.4f,%.4f", latitude, longitude),
                potenciaMaxima,
                tipoConector,
                precoKwh,
                disponivel,
                emManutencao,
                null,
                null);
    }

    /** Great-circle distance in km (haversine), to 100 m. */
    public double distanciaKm(double toLatitude, double toLongitude) {
        double dLat = Math.toRadians(toLatitude - latitude);
        double dLon = Math.toRadians(toLongitude - longitude);
        double a = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(toLatitude))
                        * Math.pow(Math.sin(dLon / 2), 2);
        return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(a)) * 10) / 10.0;
    }

    /** Great-circle distance in km, to 100 m. */
    double distanciaKm(PostoRegistro other) {
        return distanciaKm(other.latitude, other.longitude);
    }
}
