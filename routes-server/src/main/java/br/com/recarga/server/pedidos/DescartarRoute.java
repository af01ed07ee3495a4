package br.com.recarga.server.pedidos;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Messages that name no server or nobody to answer, and orders that the broker had kept. Their counts are these routes'; the
 * log tells them every 10 s at most.
 */
@Component
public class DescartarRoute extends EndpointRouteBuilder {

    public static final String ID = "descartar";

    /** What was published to be kept, and would be done again each time that this server comes back. */
    public static final String RETIDAS = "descartar-retidas";

    private static final long LOG_INTERVAL_MS = 10_000;

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Mensagens que não dizem a quem responder: contadas e esquecidas")
            .to(log("br.com.recarga.descartados").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));

        from(direct(RETIDAS)).routeId(RETIDAS)
            .description("Pedidos e telemetria que o broker guardou (retidos): uma ordem vale na hora, e não outra vez a cada reconexão")
            .to(log("br.com.recarga.retidas").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));
    }
    // @formatter:on
}
