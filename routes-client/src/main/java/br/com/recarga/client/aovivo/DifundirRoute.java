package br.com.recarga.client.aovivo;

import br.com.recarga.client.novidades.Novidades;
import br.com.recarga.contract.Novidade;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes a {@link Novidade}; whoever listens hears it. */
@Component
public class DifundirRoute extends RouteBuilder implements DirectBuilders {

    private final Fluxos fluxos;

    DifundirRoute(Fluxos fluxos) {
        this.fluxos = fluxos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(Novidades.ID)).routeId(Novidades.ID)
            .description("Conta uma novidade a todos os que ouvem GET /eventos")
            .errorHandler(noErrorHandler())
            .process().body(Novidade.class, fluxos::difundir).id("difundir-novidade");
    }
    // @formatter:on
}
