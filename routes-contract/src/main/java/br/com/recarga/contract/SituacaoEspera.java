package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a wait for a point. */
public enum SituacaoEspera {
    @JsonProperty("esperando")
    ESPERANDO,
    /** The point was given back, and whoever waits was told. */
    @JsonProperty("avisada")
    AVISADA,
    /** It was not given back in time. */
    @JsonProperty("passou")
    PASSOU
}
