package br.com.recarga.e2e;

import java.util.stream.Stream;

/** A closed broker, at which each party has a user of its own. */
interface BrokerFechado extends Broker {

    /** Whether it says at once that it will not let a user hear something, rather than let him hear nothing. */
    boolean refusesSubscriptions();

    /** Whether this party also speaks with the original's programs. */
    boolean comOriginais(String user);

    @Override
    default Stream<String> conexao(String user, int port) {
        return Stream.concat(
                Broker.super.conexao(user, port),
                Stream.of(
                        // clients of ours ask an original server there anyway
                        "--recarga.topicos="
                                + (user.startsWith("s.") && comOriginais(user) ? "compartilhados" : "proprios"),
                        "--recarga.mqtt.usuario=" + user,
                        "--recarga.mqtt.senha=" + senha(user).orElseThrow()));
    }
}
