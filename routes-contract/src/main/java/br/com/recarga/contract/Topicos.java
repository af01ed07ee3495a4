package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The two kinds of topics on which clients and servers meet. */
public enum Topicos {

    /** The original's: everybody publishes on the same ones, and only the body says who asks whom. */
    @JsonProperty("compartilhados")
    COMPARTILHADOS,

    /** Those whose levels name the server and the client, so that a broker can refuse whoever is neither. */
    @JsonProperty("proprios")
    PROPRIOS
}
