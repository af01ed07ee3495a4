package br.com.recarga.server.avisos;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.LogEndpointBuilderFactory.LogBuilders;
import org.springframework.stereotype.Component;

/** Telemetry that changes nothing. Its count is this route's; the log tells it every 10 s at most, and of whom never. */
@Component
public class IgnorarRoute extends RouteBuilder implements DirectBuilders, LogBuilders {

    /** Nobody's fault: a car that never reserved here, a reservation that cannot change so. */
    public static final String ID = "ignorar-telemetria";

    private static final long LOG_INTERVAL_MS = 10_000;

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Telemetria que não muda nada aqui, como a de carros desconhecidos: contada e esquecida")
            .to(log("br.com.recarga.telemetria-ignorada").level("DEBUG").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));
    }
    // @formatter:on
}
