package br.com.recarga.client.sagas;

import br.com.recarga.platform.erros.TimerFailures;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** Carries every saga that a crash or a fault has left behind to its end. */
@Component
public class RetomarSagasRoute extends RouteBuilder implements DirectBuilders, TimerBuilders {

    public static final String ID = "retomar-sagas";

    /** Keeps the log from growing for ever. */
    public static final String ESQUECER = "esquecer-sagas";

    /** Called when something has come that sagas may have waited for. */
    public static final String APRESSAR = "apressar-sagas";

    private static final long PERIOD_MS = 1_000;
    private static final long FORGET_MS = 60_000;

    private final DurableSagaService sagas;

    RetomarSagasRoute(DurableSagaService sagas) {
        this.sagas = sagas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIOD_MS)).routeId(ID)
            .description("Leva ao fim as sagas que uma queda ou uma falha deixou no caminho, cada vez mais devagar")
            .routeConfigurationId(TimerFailures.ID)
            .process(exchange -> sagas.resume()).id("retomar");

        from(direct(APRESSAR)).routeId(APRESSAR)
            .description("Chegou um servidor: o que esperava por ele não espera mais")
            .process(exchange -> sagas.hurry()).id("apressar");

        from(timer(ESQUECER).period(FORGET_MS).delay(FORGET_MS)).routeId(ESQUECER)
            .description("Esquece as sagas que chegaram ao fim há mais de uma semana")
            .routeConfigurationId(TimerFailures.ID)
            .process(exchange -> sagas.forget()).id("esquecer");
    }
    // @formatter:on
}
