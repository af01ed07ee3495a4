package br.com.recarga.server.carros;

/**
 * A row of {@code carros} whose battery is low.
 *
 * @param capacidadeBateria kWh
 * @param nivelBateriaAtual kWh
 * @param taxaDescarga kWh per km
 * @param latitude decimal degrees, WGS 84; null if the car never told where it is
 * @param longitude decimal degrees, WGS 84; null if the car never told where it is
 */
public record CarroRegistro(
        String placa,
        double capacidadeBateria,
        double nivelBateriaAtual,
        double taxaDescarga,
        Double latitude,
        Double longitude) {}
