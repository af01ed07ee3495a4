package br.com.recarga.platform.tracing;

import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanContextPropagationInjector;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/** A request over MQTT, from before it is published until its reply has come: called as what is asked. Its server hears of the trace. */
public final class MqttRequestSpans extends AbstractSpanDecorator {

    @Override
    public String getComponent() {
        return MqttRequestComponent.SCHEME;
    }

    @Override
    public String getComponentClassName() {
        return MqttRequestComponent.class.getName();
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        String own = exchange.getIn().getHeader(MqttRequestComponent.TOPIC, String.class);
        return MqttSpans.operation(Objects.requireNonNullElse(own, stripSchemeAndOptions(endpoint)));
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        span.setComponent("camel-" + MqttRequestComponent.SCHEME);
    }

    @Override
    public SpanContextPropagationInjector getInjector(Exchange exchange) {
        SpanContextPropagationInjector headers = super.getInjector(exchange);
        return (key, value) -> {
            headers.put(key, value);
            if (key.equals(RequestTracer.TRACEPARENT)) {
                exchange.setProperty(MqttRequestComponent.USER_PROPERTIES, Map.of(key, value));
            }
        };
    }
}
