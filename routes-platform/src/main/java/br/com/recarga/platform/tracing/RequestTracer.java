package br.com.recarga.platform.tracing;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.apache.camel.telemetry.Op;

/**
 * Camel's tracer, for what somebody waits for: a trace begins at an HTTP door, and goes on wherever its {@code traceparent} (W3C
 * Trace Context) comes along. Timers, telemetry and what others ask of each other begin none. The steps within a process
 * are left out: doors, requests, statements and answers are what takes time.
 */
public final class RequestTracer extends OpenTelemetryTracer {

    /** Property of an exchange in which a trace has begun or goes on; as a header it goes on in another one, as a saga's does. */
    public static final String TRACEPARENT = "traceparent";

    /** Property of an exchange, and name in the log as ECS has it. */
    static final String TRACE_ID = "trace.id";

    /** In which Camel keeps what an exchange is in. */
    private static final String ACTIVE_SPAN = "tracing.activeSpan";

    private static final String WITHIN = "direct:*,log:*,bean-validator:*,timer:*";

    RequestTracer() {
        setExcludePatterns(WITHIN);
    }

    @Override
    protected void beginEventSpan(Exchange exchange, Endpoint endpoint, Op op) throws Exception {
        if (isTraced(exchange) || begins(exchange, endpoint)) {
            super.beginEventSpan(exchange, endpoint, op);
            String traceparent = exchange.getIn().getHeader(TRACEPARENT, String.class);
            // OTEL_SDK_DISABLED leaves none
            if (traceparent != null && exchange.getProperty(TRACEPARENT) == null) {
                remember(exchange, traceparent);
            }
        }
    }

    @Override
    protected void endEventSpan(Exchange exchange, Endpoint endpoint) throws Exception {
        if (isTraced(exchange)) {
            super.endEventSpan(exchange, endpoint);
        }
    }

    /** @param traceparent {@code 00-<trace id>-<span id>-<flags>}, as the span that has begun has left it */
    private static void remember(Exchange exchange, String traceparent) {
        exchange.setProperty(TRACEPARENT, traceparent);
        exchange.setProperty(TRACE_ID, traceparent.split("-")[1]);
    }

    private static boolean isTraced(Exchange exchange) {
        return exchange.getProperty(ACTIVE_SPAN) != null;
    }

    private static boolean begins(Exchange exchange, Endpoint endpoint) {
        return HttpSpans.isDoor(endpoint)
                || exchange.getIn().getHeader(TRACEPARENT) != null
                || MqttSpans.traceparent(exchange) != null;
    }
}
