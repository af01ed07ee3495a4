package br.com.recarga.planner;

import br.com.recarga.contract.lugares.Coordenadas;

/**
 * A place on the map.
 *
 * @param nome as people call it
 * @param latitude decimal degrees (WGS 84)
 * @param longitude decimal degrees (WGS 84)
 */
public record Local(String nome, double latitude, double longitude) {

    Coordenadas coordenadas() {
        return new Coordenadas(latitude, longitude);
    }
}
