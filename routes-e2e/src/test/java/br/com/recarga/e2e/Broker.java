package br.com.recarga.e2e;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.ssl.SslBundle;

/** A broker that a test can stop and start again on the same ports, and how its users come to it. */
interface Broker extends AutoCloseable {

    /** A user who may say and hear everything. */
    String ADMIN = "admin";

    void start() throws Exception;

    /** At once, without a word to anybody: one that ends in good order would tell some of the Last Will of others first. */
    void stop() throws Exception;

    /** Where this user comes to. */
    int port(String user);

    /** What this user shows; empty, if anybody comes in as he is. */
    default Optional<String> senha(String user) {
        return Optional.empty();
    }

    /** Whom this user trusts to be the broker, and what shows that somebody is it; empty: he comes without TLS. */
    default Optional<SslBundle> tls(String user) {
        return Optional.empty();
    }

    /** The settings with which a process of ours comes as this user. */
    default Stream<String> conexao(String user) {
        return conexao(user, port(user));
    }

    /** The same by way of somebody who listens on another port. */
    default Stream<String> conexao(String user, int port) {
        return Stream.of("--recarga.mqtt.broker-url=tcp://127.0.0.1:" + port);
    }

    @Override
    default void close() throws Exception {
        stop();
    }
}
