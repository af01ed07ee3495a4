package br.com.recarga.client.sagas;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** Carries every saga that a crash or a fault has left behind to its end. */
public final class RetomarSagasRoute extends EndpointRouteBuilder {

    public static final String ID = "retomar-sagas";

    private static final long PERIOD_MS = 1_000;

    private final DurableSagaService sagas;

    RetomarSagasRoute(DurableSagaService sagas) {
        this.sagas = sagas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIOD_MS)).routeId(ID)
            .description("Leva ao fim as sagas que uma queda ou uma falha deixou no caminho")
            .process(exchange -> sagas.resume()).id("retomar");
    }
    // @formatter:on
}
