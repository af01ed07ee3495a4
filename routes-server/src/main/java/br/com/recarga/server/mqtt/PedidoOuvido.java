package br.com.recarga.server.mqtt;

import br.com.recarga.contract.Envelope;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PedidoProprio;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * A request as it was heard: who asks whom for what.
 *
 * @param envelope what its body says of that, whatever is asked
 * @param proprio what its topic says of that; empty on the shared topics, which prove nothing
 * @param operacao what its topic asks for, on whichever kind; null: nothing that is known here
 * @param peso of it, in KB, begun ones counted
 * @param expira when nobody waits for it any more, by the expiry that the broker says is left of it; null: nobody knows
 */
record PedidoOuvido(Envelope envelope, Optional<PedidoProprio> proprio, Operacao operacao, int peso, Instant expira) {

    private static final int KB = 1024;

    static PedidoOuvido de(Exchange exchange, Instant agora) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return new PedidoOuvido(
                Envelope.read(body),
                PedidoProprio.de(topico(exchange)),
                Operacao.doTopico(topico(exchange)).orElse(null),
                1 + (body.length + tamanho(properties(exchange))) / KB,
                expira(exchange, agora));
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

    /** Whose turn it waits for: whom its topic proves, or else, which is never the same, whom its body says, if anybody. */
    FilaJusta.Dono dono() {
        return proprio.map(topico -> new FilaJusta.Dono(topico.clientId(), true))
                .orElseGet(() -> new FilaJusta.Dono(envelope.clientId(), false));
    }

    /** Whether it expired while it waited here. */
    boolean expirou(Instant agora) {
        return expira != null && agora.isAfter(expira);
    }

    private static Instant expira(Exchange exchange, Instant agora) {
        MqttProperties properties = properties(exchange);
        return properties == null || properties.getMessageExpiryInterval() == null
                ? null
                : agora.plusSeconds(properties.getMessageExpiryInterval());
    }

    /** In bytes, of what comes beside the body and is kept with it. */
    private static int tamanho(MqttProperties properties) {
        if (properties == null) {
            return 0;
        }
        byte[] correlacao = properties.getCorrelationData();
        String resposta = properties.getResponseTopic();
        return (correlacao == null ? 0 : correlacao.length)
                + (resposta == null ? 0 : resposta.length())
                + properties.getUserProperties().stream()
                        .mapToInt(
                                user -> user.getKey().length() + user.getValue().length())
                        .sum();
    }

    private static MqttProperties properties(Exchange exchange) {
        return exchange.getMessage().getHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_PROPERTIES, MqttProperties.class);
    }

    private static String topico(Exchange exchange) {
        return exchange.getMessage().getHeader(PahoMqtt5Constants.MQTT_TOPIC, String.class);
    }
}
