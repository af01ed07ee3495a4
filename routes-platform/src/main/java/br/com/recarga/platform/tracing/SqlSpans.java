package br.com.recarga.platform.tracing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.decorators.SqlSpanDecorator;

/** A statement, called as its file. */
public final class SqlSpans extends SqlSpanDecorator {

    private static final Pattern FILE = Pattern.compile("([^/:]+)\\.sql\\b");

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        Matcher file = FILE.matcher(endpoint.getEndpointUri());
        return file.find() ? file.group(1) : super.getOperationName(exchange, endpoint);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        span.setComponent("camel-sql");
    }
}
