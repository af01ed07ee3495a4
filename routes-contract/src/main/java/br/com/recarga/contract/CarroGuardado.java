package br.com.recarga.contract;

/**
 * What a server last knew of a car.
 *
 * @param capacidadeBateria kWh
 * @param nivelBateriaAtual kWh
 * @param taxaDescarga kWh per km
 * @param latitude decimal degrees; absent if it never told where it is
 * @param longitude decimal degrees; absent if it never told where it is
 * @param atualizadoEm ISO-8601, UTC
 */
@WireFormat
public record CarroGuardado(
        String placa,
        String modelo,
        Double capacidadeBateria,
        Double nivelBateriaAtual,
        Double taxaDescarga,
        Double latitude,
        Double longitude,
        String atualizadoEm) {}
