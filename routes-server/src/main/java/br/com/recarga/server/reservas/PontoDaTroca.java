package br.com.recarga.server.reservas;

/**
 * A point that a reservation may get.
 *
 * @param latitude decimal degrees
 * @param longitude decimal degrees
 * @param potenciaMaxima kW
 */
public record PontoDaTroca(
        int id, String nome, double latitude, double longitude, double potenciaMaxima, String tipoConector) {}
