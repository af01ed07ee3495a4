package br.com.recarga.server.postos;

import br.com.recarga.contract.Posto;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes a point's id, leaves the {@link Posto}. */
@Component
public class BuscarPostoRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "buscar-posto";

    private static final Variable<Integer> POSTO_ID = Variable.of(BuscarPostoRoute.class, "posto_id", Integer.class);

    private final PostosService postos;

    BuscarPostoRoute(PostosService postos) {
        this.postos = postos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Procura um posto pelo número")
            .errorHandler(noErrorHandler())
            .setVariable(POSTO_ID.name(), body())
            .setBody(exchange -> postos.procurado(POSTO_ID.get(exchange)))
            .to(selectOne("posto-buscar.sql", PostoRegistro.class).dataSource("#leitura")).id("posto-ler")
            .setBody(this::mostrar);
    }
    // @formatter:on

    private Posto mostrar(Exchange exchange) {
        return postos.mostrar(POSTO_ID.get(exchange), exchange.getMessage().getBody(PostoRegistro.class));
    }
}
