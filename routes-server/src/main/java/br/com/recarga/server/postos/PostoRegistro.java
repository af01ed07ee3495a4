package br.com.recarga.server.postos;

import br.com.recarga.contract.Posto;
import br.com.recarga.contract.lugares.Coordenadas;
import br.com.recarga.server.janelas.JanelaDefinida;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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

    /** Parameters of {@code posto-buscar.sql}: one point, with its availability in the present second. */
    public static Map<String, Object> procurado(int postoId, Instant agora) {
        Map<String, Object> parametros =
                new HashMap<>(JanelaDefinida.agora(agora).parametros(agora));
        parametros.put("posto_id", postoId);
        return parametros;
    }

    /** @param fuso of its place */
    public Posto mostrar(ZoneId fuso) {
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

    /** Great-circle distance in km, to 100 m. */
    double distanciaKm(PostoRegistro other) {
        return distanciaKm(other.latitude, other.longitude);
    }
}
