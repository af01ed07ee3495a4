package br.com.recarga.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * What is wrong with one field of a request.
 *
 * @param campo its path as spelled on the wire, such as {@code carro.placa}; empty when the whole is meant
 * @param mensagem in Portuguese, for people
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ErroCampo(String campo, String mensagem) {}
