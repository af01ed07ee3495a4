package br.com.recarga.client.aovivo;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** The heartbeat of the streams; the drivers' page takes a stream without one for dead after 40 s. */
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
            .description("Manda um pulso a todos os que ouvem: proxies não desligam, e cada lado nota quando o outro já foi")
            .process(exchange -> fluxos.pulsar()).id("pulsar-fluxos");
    }
    // @formatter:on
}
