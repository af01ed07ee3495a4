package br.com.recarga.client.aovivo;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** The heartbeat of the streams. */
@Component
public class PulsarRoute extends EndpointRouteBuilder {

    public static final String ID = "pulsar";

    private static final long PERIOD_MS = 15_000;

    private final Fluxos fluxos;

    PulsarRoute(Fluxos fluxos) {
        this.fluxos = fluxos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIOD_MS).delay(PERIOD_MS)).routeId(ID)
            .description("Manda um comentário a todos os que ouvem: proxies não desligam, e nota-se quem já foi")
            .process(exchange -> fluxos.pulsar()).id("pulsar-fluxos");
    }
    // @formatter:on
}
