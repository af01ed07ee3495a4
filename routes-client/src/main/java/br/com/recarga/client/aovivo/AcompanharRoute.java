package br.com.recarga.client.aovivo;

import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.EventStream;
import br.com.recarga.platform.http.HttpReplies;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** {@code GET /eventos}: the route ends, its answer goes on until the reader leaves. */
@Component
public class AcompanharRoute extends RouteBuilder implements DirectBuilders {

    public static final String ID = "acompanhar";

    private final Fluxos fluxos;

    AcompanharRoute(Fluxos fluxos) {
        this.fluxos = fluxos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("GET /eventos: conta o que há e, daí em diante, o que acontece")
            .routeConfigurationId(HttpReplies.ID)
            .setBody(this::abrir).id("abrir-fluxo");
    }
    // @formatter:on

    private EventStream abrir(Exchange exchange) {
        return fluxos.abrir(Entrada.endereco(exchange));
    }
}
