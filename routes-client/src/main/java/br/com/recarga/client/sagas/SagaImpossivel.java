package br.com.recarga.client.sagas;

/** A completion that can never succeed: the saga is to be compensated although it was decided to complete it. */
public final class SagaImpossivel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SagaImpossivel(String message) {
        super(message, null, false, false);
    }
}
