package br.com.recarga.client.aovivo;

import br.com.recarga.client.novidades.Novidades;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** Sees the broker go and come back. */
@Component
public class VigiarBrokerRoute extends RouteBuilder implements DirectBuilders, TimerBuilders {

    public static final String ID = "vigiar-broker";

    private static final long PERIOD_MS = 250;

    private final Broker broker;

    VigiarBrokerRoute(Broker broker) {
        this.broker = broker;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIOD_MS).delay(0)).routeId(ID)
            .description("Vê se o broker está lá, e conta quando isso muda")
            .filter(exchange -> broker.mudou()).id("broker-mudou")
                .setBody(exchange -> broker.agora())
                .to(direct(Novidades.ID))
            .end();
    }
    // @formatter:on
}
