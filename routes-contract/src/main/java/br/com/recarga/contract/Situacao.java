package br.com.recarga.contract;

/** The state of a reservation; which may follow which is kept by the server, in its table {@code transicoes}. */
public enum Situacao {
    /** Held for a trip; lapses unless it is confirmed in time. */
    PRE_RESERVADA("pré-reservada"),
    /** The slot is the car's. */
    CONFIRMADA("confirmada"),
    /** The car has arrived. */
    EM_ANDAMENTO("em andamento"),
    /** The car has left. */
    CONCLUIDA("concluída"),
    /** Given up, by the driver or the operator. */
    CANCELADA("cancelada"),
    /** The car did not arrive, or the hold was not confirmed. */
    EXPIRADA("expirada");

    private final String porExtenso;

    Situacao(String porExtenso) {
        this.porExtenso = porExtenso;
    }

    /** As in a sentence: "a reserva está" so. */
    public String porExtenso() {
        return porExtenso;
    }
}
