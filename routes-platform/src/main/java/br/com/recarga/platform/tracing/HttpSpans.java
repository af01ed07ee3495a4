package br.com.recarga.platform.tracing;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanContextPropagationExtractor;
import org.apache.camel.telemetry.SpanContextPropagationInjector;
import org.apache.camel.telemetry.decorators.RestSpanDecorator;
import org.apache.camel.telemetry.propagation.CamelHeadersSpanContextPropagationExtractor;

/** A request at an HTTP door: called as its method and path template, and told in {@code traceresponse} under which id to look for it. */
public final class HttpSpans extends RestSpanDecorator {

    private static final String SCHEME = "rest:";

    static boolean isDoor(Endpoint endpoint) {
        return endpoint.getEndpointUri().startsWith(SCHEME);
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return getHttpMethod(exchange, endpoint) + " " + super.getOperationName(exchange, endpoint);
    }

    /** Not {@code super}'s, which notes what stands in the path: codes and plates. */
    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        span.setComponent("camel-rest");
    }

    /** Not {@code tracestate}, in which a caller may write what he likes. */
    @Override
    public SpanContextPropagationExtractor getExtractor(Exchange exchange) {
        Object traceparent = exchange.getIn().getHeader(RequestTracer.TRACEPARENT);
        return new CamelHeadersSpanContextPropagationExtractor(
                traceparent == null ? Map.of() : Map.of(RequestTracer.TRACEPARENT, traceparent));
    }

    @Override
    public SpanContextPropagationInjector getInjector(Exchange exchange) {
        SpanContextPropagationInjector headers = super.getInjector(exchange);
        return (key, value) -> {
            headers.put(key, value);
            if (key.equals(RequestTracer.TRACEPARENT) && exchange.getIn() instanceof PlatformHttpMessage http) {
                http.getResponse().setHeader("traceresponse", value);
            }
        };
    }
}
