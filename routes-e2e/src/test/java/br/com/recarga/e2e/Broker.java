package br.com.recarga.e2e;

/** A broker that a test can stop and start again on the same port. */
interface Broker extends AutoCloseable {

    void start() throws Exception;

    void stop() throws Exception;

    int port();

    @Override
    default void close() throws Exception {
        stop();
    }
}
