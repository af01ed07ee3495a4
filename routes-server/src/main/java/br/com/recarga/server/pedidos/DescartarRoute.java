package br.com.recarga.server.pedidos;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Messages that name no server or nobody to answer. Their count is this route's; the log tells it every 10 s at most. */
@Component
public class DescartarRoute extends EndpointRouteBuilder {

    public static final String ID = "descartar";

    private static final long LOG_INTERVAL_MS = 10_000;

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Mensagens que não dizem a quem responder: contadas e esquecidas")
            .to(log("br.com.recarga.descartados").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));
    }
    // @formatter:on
}
