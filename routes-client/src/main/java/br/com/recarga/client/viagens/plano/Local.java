package br.com.recarga.client.viagens.plano;

/**
 * A place on the map.
 *
 * @param nome as people call it
 * @param latitude decimal degrees (WGS 84)
 * @param longitude decimal degrees (WGS 84)
 */
public record Local(String nome, double latitude, double longitude) {}
