package br.com.recarga.server.mqtt;

import br.com.recarga.contract.Envelope;
import br.com.recarga.contract.PedidoProprio;
import br.com.recarga.contract.Topics;
import br.com.recarga.contract.validation.Identificador;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Message;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * Where a reply goes.
 *
 * @param topico below {@code client/}, or the one that an own topic of a request calls for
 * @param correlacao MQTT 5 Correlation Data to echo; null if the request had none
 */
record Destino(String topico, byte[] correlacao) {

    private static final Pattern CLIENT_ID = Pattern.compile(Identificador.REGEXP);

    /** Of the request in this message; null, if it names no server, or nobody who could be answered. */
    static Destino of(Message request, Envelope envelope) {
        String topic = request.getHeader(PahoMqtt5Constants.MQTT_TOPIC, String.class);
        MqttProperties properties =
                request.getHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_PROPERTIES, MqttProperties.class);
        if (!Topics.isShared(topic)) {
            return proprio(topic, properties).orElse(null);
        }
        return envelope.serverId() == null
                ? null
                : of(topic, envelope, properties).orElse(null);
    }

    /** The one that the levels of the request's topic say, whatever response topic it names. */
    private static Optional<Destino> proprio(String requestTopic, MqttProperties properties) {
        return PedidoProprio.de(requestTopic).map(pedido -> new Destino(pedido.resposta(), correlacao(properties)));
    }

    /**
     * The request's own response topic, else the one that follows from its {@code client_id}.
     *
     * @param properties null from a peer without MQTT 5
     * @return empty if the request names nobody who could be answered
     */
    static Optional<Destino> of(String requestTopic, Envelope envelope, MqttProperties properties) {
        byte[] correlacao = correlacao(properties);
        String responseTopic = properties == null ? null : properties.getResponseTopic();
        if (responseTopic != null && Topics.isReplyTopic(responseTopic)) {
            return Optional.of(new Destino(responseTopic, correlacao));
        }
        return Optional.ofNullable(envelope.clientId())
                .filter(clientId -> CLIENT_ID.matcher(clientId).matches())
                .map(clientId -> new Destino(Topics.replyTo(requestTopic, clientId), correlacao));
    }

    private static byte[] correlacao(MqttProperties properties) {
        return properties == null ? null : properties.getCorrelationData();
    }

    /** Fresh properties: the request's own would send its response topic and its expiry back. */
    MqttProperties properties() {
        MqttProperties properties = new MqttProperties();
        if (correlacao != null) {
            properties.setCorrelationData(correlacao);
        }
        return properties;
    }
}
