package br.com.recarga.server.postos;

/** A window in which a point is not free; ISO-8601, UTC. */
public record OcupadoRegistro(int postoId, String inicio, String fim) {}
