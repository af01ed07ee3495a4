package br.com.recarga.terminal.rotas;

/** The client's use cases, as the terminal calls them. */
public interface Recarga extends AutoCloseable {

    /**
     * Returns once the broker is reached and has told which servers there are; at once if that has happened before and is
     * still true.
     *
     * @throws SemBroker after some seconds
     */
    void esperarBroker();

    /** Answers like the HTTP door does, errors included. */
    Resultado chamar(Chamada chamada);

    @Override
    void close();
}
