package br.com.recarga.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A point that a plan does without, because nobody can tell where it is.
 *
 * @param motivo in Portuguese, for people
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PontoIgnorado(String serverId, int postoId, String nome, String motivo) {}
