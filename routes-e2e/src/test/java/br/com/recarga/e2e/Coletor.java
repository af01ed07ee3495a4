package br.com.recarga.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Takes traces as a collector does: OTLP over HTTP. */
final class Coletor implements AutoCloseable {

    private final HttpServer http;
    private final List<ExportTraceServiceRequest> taken = new CopyOnWriteArrayList<>();

    Coletor() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/v1/traces", this::take);
        http.start();
    }

    /** A span of a process. */
    record Trecho(String servico, String nome, String traceId, String id, String pai) {}

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** All that it was sent so far. */
    List<Trecho> trechos() {
        return taken.stream()
                .flatMap(sent -> sent.getResourceSpansList().stream())
                .flatMap(Coletor::ofOne)
                .toList();
    }

    /** The same as it was written. */
    String text() {
        return taken.toString();
    }

    private static Stream<Trecho> ofOne(ResourceSpans process) {
        String name = process.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(KeyValue::getValue)
                .findFirst()
                .orElseThrow()
                .getStringValue();
        return process.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> trecho(name, span));
    }

    private static Trecho trecho(String servico, Span span) {
        HexFormat hex = HexFormat.of();
        return new Trecho(
                servico,
                span.getName(),
                hex.formatHex(span.getTraceId().toByteArray()),
                hex.formatHex(span.getSpanId().toByteArray()),
                hex.formatHex(span.getParentSpanId().toByteArray()));
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (var body = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            taken.add(ExportTraceServiceRequest.parseFrom(body));
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
