package br.com.recarga.client.sagas;

import br.com.recarga.platform.erros.TimerFailures;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** The heartbeat of one of several processes on one log; stands still where there is only one. */
@Component
public class EstarRoute extends RouteBuilder implements TimerBuilders {

    public static final String ID = "estar";

    private static final long PERIODO_MS = 1_000;

    private final Processos processos;

    EstarRoute(Processos processos) {
        this.processos = processos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIODO_MS).delay(0)).routeId(ID).autoStartup(processos.varios())
            .description("Diz às outras réplicas que esta está aí: as viagens de uma que se cala são levadas ao fim por outra")
            .routeConfigurationId(TimerFailures.ID)
            .process(exchange -> processos.estar()).id("dizer-que-esta");
    }
    // @formatter:on
}
