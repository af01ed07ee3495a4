package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The original's two outcomes of a request; {@link Codigo} says more. */
public enum Status {
    @JsonProperty("sucesso")
    SUCESSO,
    @JsonProperty("erro")
    ERRO
}
