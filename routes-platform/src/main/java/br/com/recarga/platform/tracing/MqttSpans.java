package br.com.recarga.platform.tracing;

import br.com.recarga.contract.Operacao;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanContextPropagationExtractor;
import org.apache.camel.telemetry.decorators.Paho5SpanDecorator;
import org.apache.camel.telemetry.propagation.CamelHeadersSpanContextPropagationExtractor;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/** What a server hears, called as what it is asked to do, and what it publishes. A trace goes on by the User Properties of a request. */
public final class MqttSpans extends Paho5SpanDecorator {

    private static final String PUBLISHES = "publicar";

    private static final String UNKNOWN = "desconhecida";

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        // what has come keeps its own topic until it is answered
        return exchange.getMessage().getHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC) != null
                ? PUBLISHES
                : operation(exchange.getIn().getHeader(PahoMqtt5Constants.MQTT_TOPIC, "", String.class));
    }

    /** What a topic asks for; not the topic, which may name a car. */
    static String operation(String topic) {
        return Operacao.doTopico(topic).map(Operacao::name).orElse(UNKNOWN);
    }

    /** Not {@code super}'s, which notes the topic. */
    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        span.setComponent("camel-paho-mqtt5");
    }

    @Override
    public SpanContextPropagationExtractor getExtractor(Exchange exchange) {
        Object carried = exchange.getIn().getHeader(RequestTracer.TRACEPARENT);
        Object traceparent = carried == null ? traceparent(exchange) : carried;
        return new CamelHeadersSpanContextPropagationExtractor(
                traceparent == null ? Map.of() : Map.of(RequestTracer.TRACEPARENT, traceparent));
    }

    /** Of the message that an exchange began with; null if it brought none. */
    static String traceparent(Exchange exchange) {
        MqttProperties properties =
                exchange.getIn().getHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_PROPERTIES, MqttProperties.class);
        return properties == null
                ? null
                : properties.getUserProperties().stream()
                        .filter(property -> property.getKey().equals(RequestTracer.TRACEPARENT))
                        .map(UserProperty::getValue)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
