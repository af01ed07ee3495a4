package br.com.recarga.client.aovivo;

import br.com.recarga.contract.Novidade;
import org.apache.camel.Exchange;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.builder.endpoint.StaticEndpointBuilders;
import org.springframework.stereotype.Component;

/** Takes a {@link Novidade}; whoever listens hears it. */
@Component
public class DifundirRoute extends EndpointRouteBuilder {

    public static final String ID = "difundir";

    private final Fluxos fluxos;

    DifundirRoute(Fluxos fluxos) {
        this.fluxos = fluxos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Conta uma novidade a todos os que ouvem GET /eventos")
            .errorHandler(noErrorHandler())
            .process(this::difundir).id("difundir-novidade");
    }
    // @formatter:on

    /** For routes that also run where there are no streams, as at a terminal: then nobody waits for this one either. */
    public static EndpointProducerBuilder aQuemOuve() {
        return StaticEndpointBuilders.direct(ID).failIfNoConsumers(false).block(false);
    }

    private void difundir(Exchange exchange) {
        fluxos.difundir(exchange.getMessage().getBody(Novidade.class));
    }
}
