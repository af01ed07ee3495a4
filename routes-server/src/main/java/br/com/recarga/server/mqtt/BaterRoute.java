package br.com.recarga.server.mqtt;

import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.server.instancias.Instancias;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** The heartbeat: clients take who misses some for away. It also takes away what others have put in its presence's place. */
@Component
public class BaterRoute extends RouteBuilder implements DirectBuilders, TimerBuilders {

    public static final String ID = "bater";

    private static final long PERIODO_MS = 1_000;

    private final Instancias instancias;
    private final MqttConnections connections;

    BaterRoute(Instancias instancias, MqttConnections connections) {
        this.instancias = instancias;
        this.connections = connections;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIODO_MS).delay(PERIODO_MS)).routeId(ID)
            .description("Repete a presença a cada batida; e logo, se o que está retido não é o que este processo disse")
            .filter(this::deveAnunciar).id("hora-de-bater")
                .to(direct(OuvirInstanciaRoute.ANUNCIAR))
            .end();
    }
    // @formatter:on

    private boolean deveAnunciar(Exchange exchange) {
        return instancias.deveAnunciar(connections.isSubscribed(PedidosRoute.ID));
    }
}
