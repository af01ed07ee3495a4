package br.com.recarga.contract;

/**
 * A point that a plan does without, because nobody can tell where it is.
 *
 * @param motivo in Portuguese, for people
 */
@WireFormat
public record PontoIgnorado(String serverId, int postoId, String nome, String motivo) {}
