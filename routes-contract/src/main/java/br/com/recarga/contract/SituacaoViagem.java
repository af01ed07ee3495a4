package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a trip stands; what is said here is certain. */
public enum SituacaoViagem {
    /** Not decided yet, or decided and not yet everywhere: ask again. */
    @JsonProperty("em_andamento")
    EM_ANDAMENTO,
    /** Every stop is reserved. */
    @JsonProperty("confirmada")
    CONFIRMADA,
    /** Nothing is reserved anywhere. */
    @JsonProperty("recusada")
    RECUSADA,
    /** Cancelled by the driver, not yet everywhere. */
    @JsonProperty("cancelando")
    CANCELANDO,
    /** Cancelled by the driver: nothing is reserved any more. */
    @JsonProperty("cancelada")
    CANCELADA
}
