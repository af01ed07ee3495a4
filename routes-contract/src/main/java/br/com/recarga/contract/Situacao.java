package br.com.recarga.contract;

/** The state of a reservation; which may follow which is kept by the server, in its table {@code transicoes}. */
public enum Situacao {
    /** Held for a trip; lapses unless it is confirmed in time. */
    PRE_RESERVADA,
    /** The slot is the car's. */
    CONFIRMADA,
    /** The car has arrived. */
    EM_ANDAMENTO,
    /** The car has left. */
    CONCLUIDA,
    /** Given up, by the driver or the operator. */
    CANCELADA,
    /** The car did not arrive, or the hold was not confirmed. */
    EXPIRADA
}
