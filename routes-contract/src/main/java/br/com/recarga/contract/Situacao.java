package br.com.recarga.contract;

/** The state of a reservation. */
public enum Situacao {
    CONFIRMADA
}
