package br.com.recarga.e2e;

import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Topics;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * How closed the systems under test are. {@code -Drecarga.e2e=fechado} runs the same tests on own topics and at a broker with a
 * user for each party: at Mosquitto in profile {@code fechado}, at the embedded broker, which has no TLS, as near to it as it
 * gets.
 */
final class Modo {

    /** The tag of tests that are worth running in both modes: what they see depends on the wire. */
    static final String FIO = "fio";

    private static final boolean FECHADO = "fechado".equals(System.getProperty("recarga.e2e"));

    /** Of all tests. */
    private static final String[] PARTES = {
        "s.server1",
        "s.server2",
        "s.server3",
        "s.server4",
        "s.server9",
        "c.client_servidor_1",
        "c.client_servidor_2",
        "c.client1",
        "c.client_preso",
        "c.client_original*",
        "c.terminal",
        "original"
    };

    private Modo() {}

    /** The broker of tests that are content with one. */
    static Broker broker() throws IOException, InterruptedException {
        return FECHADO ? mosquitto() : embutido();
    }

    static Broker embutido() {
        return FECHADO ? new BrokerEmbutidoFechado(PARTES) : new BrokerEmbutido();
    }

    static Broker mosquitto() throws IOException, InterruptedException {
        return FECHADO ? new BrokerMosquittoFechado(PARTES) : new BrokerMosquitto();
    }

    static boolean aberto() {
        return !FECHADO;
    }

    /**
     * Where what the original's programs would say on a shared topic of requests or of replies goes between a client and a server
     * of ours, open or closed.
     *
     * @param serverId who is asked
     * @param clientId who asks; {@code +} for a filter
     */
    static String topico(String compartilhado, String serverId, String clientId) {
        return Stream.of(Operacao.values())
                .flatMap(operacao -> {
                    if (operacao.compartilhado().equals(compartilhado)) {
                        return Stream.of(Topics.pedido(serverId, clientId, operacao));
                    }
                    return Topics.replyTo(operacao.compartilhado(), clientId).equals(compartilhado)
                            ? Stream.of(Topics.resposta(clientId, serverId, operacao.nivel()))
                            : Stream.empty();
                })
                .findFirst()
                .orElseThrow();
    }
}
