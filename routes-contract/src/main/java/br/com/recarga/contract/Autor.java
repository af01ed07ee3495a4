package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who changes a reservation. */
public enum Autor {
    /** Who reserved, through a client. */
    @JsonProperty("motorista")
    MOTORISTA,
    /** Who runs the server, with its credential. */
    @JsonProperty("operador")
    OPERADOR,
    /** The clock. */
    @JsonProperty("sistema")
    SISTEMA
}
