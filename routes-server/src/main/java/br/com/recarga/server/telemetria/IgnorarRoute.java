package br.com.recarga.server.telemetria;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Telemetry that changes nothing. Its counts are these routes'; the log tells them every 10 s at most, and of whom never. */
@Component
public class IgnorarRoute extends EndpointRouteBuilder {

    /** Nobody's fault: a car that never reserved here, a reservation that cannot change so. */
    public static final String ID = "ignorar-telemetria";

    /** A message that nothing can be made of. */
    static final String MALFORMADA = "descartar-telemetria";

    private static final long LOG_INTERVAL_MS = 10_000;

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Telemetria que não muda nada aqui, como a de carros desconhecidos: contada e esquecida")
            .to(log("br.com.recarga.telemetria-ignorada").level("DEBUG").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));

        from(direct(MALFORMADA)).routeId(MALFORMADA)
            .description("Telemetria malformada: contada e esquecida, nunca respondida")
            .to(log("br.com.recarga.telemetria-malformada").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));
    }
    // @formatter:on
}
