package br.com.recarga.client.sagas;

import br.com.recarga.platform.erros.TimerFailures;
import br.com.recarga.platform.mqtt.MqttConnections;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** The heartbeat of one of several processes on one log; stands still where there is only one. */
@Component
public class EstarRoute extends RouteBuilder implements TimerBuilders {

    public static final String ID = "estar";

    private static final long PERIODO_MS = 1_000;

    private final Processos processos;
    private final MqttConnections connections;

    EstarRoute(Processos processos, MqttConnections connections) {
        this.processos = processos;
        this.connections = connections;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIODO_MS).delay(0)).routeId(ID).autoStartup(processos.varios())
            .description("Diz às outras réplicas que esta está aí: as viagens de uma que se cala são levadas ao fim por outra")
            .routeConfigurationId(TimerFailures.ID)
            // who does not hear the servers takes no trip to its end, and keeps none from those who do
            .filter(exchange -> connections.allSubscribed()).id("ouve-os-servidores")
                .process(exchange -> processos.estar()).id("dizer-que-esta")
            .end();
    }
    // @formatter:on
}
