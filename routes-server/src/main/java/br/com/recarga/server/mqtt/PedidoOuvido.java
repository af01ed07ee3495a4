package br.com.recarga.server.mqtt;

import br.com.recarga.contract.Envelope;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PedidoProprio;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;

/**
 * A request as it was heard: who asks whom for what.
 *
 * @param envelope what its body says of that, whatever is asked
 * @param proprio what its topic says of that; empty on the shared topics, which prove nothing
 * @param operacao what its topic asks for, on whichever kind; null: nothing that is known here
 */
record PedidoOuvido(Envelope envelope, Optional<PedidoProprio> proprio, Operacao operacao) {

    static PedidoOuvido de(Exchange exchange) {
        return new PedidoOuvido(
                Envelope.read(exchange.getMessage().getBody(byte[].class)),
                PedidoProprio.de(topico(exchange)),
                Operacao.doTopico(topico(exchange)).orElse(null));
    }

    /** By its topic alone: whether it asks, and changes nothing. */
    static boolean soPergunta(Exchange exchange) {
        return Operacao.doTopico(topico(exchange)).filter(Operacao::consulta).isPresent();
    }

    /** Whether its body names another than its topic. */
    boolean diverge() {
        return proprio.filter(topico -> topico.diverge(envelope)).isPresent();
    }

    /** Who asks, as the topic proves it; null: nothing proves it. */
    String cliente() {
        return proprio.map(PedidoProprio::clientId).orElse(null);
    }

    private static String topico(Exchange exchange) {
        return exchange.getMessage().getHeader(PahoMqtt5Constants.MQTT_TOPIC, String.class);
    }
}
