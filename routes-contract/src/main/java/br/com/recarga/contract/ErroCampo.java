package br.com.recarga.contract;

/**
 * What is wrong with one field of a request.
 *
 * @param campo its path as spelled on the wire, such as {@code carro.placa}; empty when the whole is meant
 * @param mensagem in Portuguese, for people
 */
@WireFormat
public record ErroCampo(String campo, String mensagem) {}
