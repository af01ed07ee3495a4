package br.com.recarga.platform.tracing;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.mdc.MDCService;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * Where traces go is said by OpenTelemetry's own variables, such as {@code OTEL_EXPORTER_OTLP_ENDPOINT}. A collector that is away
 * keeps nobody waiting: what cannot be sent is dropped.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "recarga.rastreio", havingValue = "true")
public class TracingAutoConfiguration {

    /** Of a process that ends. */
    private static final long LAST_SPANS_MS = 1_000;

    @Bean(destroyMethod = "")
    OpenTelemetrySdk openTelemetry(@Value("${spring.application.name}") String name) {
        return AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(
                        () -> Map.of("otel.service.name", name, "otel.exporter.otlp.protocol", "http/protobuf"))
                // whatever the environment says
                .addPropertiesCustomizer(said -> Map.of(
                        // what is measured and logged goes its own ways
                        "otel.metrics.exporter", "none",
                        "otel.logs.exporter", "none",
                        // not baggage: what a caller makes up would travel with every request
                        "otel.propagators", "tracecontext"))
                .addSpanExporterCustomizer((exporter, config) -> new NobodysData(exporter))
                .build()
                .getOpenTelemetrySdk();
    }

    @Bean
    DisposableBean lastSpans(OpenTelemetrySdk openTelemetry) {
        SdkTracerProvider spans = openTelemetry.getSdkTracerProvider();
        return () -> spans.shutdown().join(LAST_SPANS_MS, TimeUnit.MILLISECONDS);
    }

    @Bean
    Tracer tracer(OpenTelemetrySdk openTelemetry) {
        return openTelemetry.getTracer("br.com.recarga");
    }

    @Bean
    ContextPropagators contextPropagators(OpenTelemetrySdk openTelemetry) {
        return openTelemetry.getPropagators();
    }

    // Camel sees to when these begin and end
    @Bean(initMethod = "", destroyMethod = "")
    RequestTracer requestTracer(CamelContext camel, Tracer tracer, ContextPropagators propagators) {
        RequestTracer requests = new RequestTracer();
        requests.init(camel);
        return requests;
    }

    /** Each line of the log that is written for a request has the id of its trace. */
    @Bean(initMethod = "", destroyMethod = "")
    MDCService traceIdsInTheLog(CamelContext camel) {
        MDCService log = new TraceIdsInTheLog();
        log.init(camel);
        return log;
    }
}
