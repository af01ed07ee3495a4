package br.com.recarga.server.postos;

import br.com.recarga.contract.Posto;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** Takes a point's id, leaves the {@link Posto}. */
@Component
public class BuscarPostoRoute extends EndpointRouteBuilder {

    public static final String ID = "buscar-posto";

    private static final String POSTO_ID = "posto_id";

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
            .setVariable(POSTO_ID, body())
            .setBody(exchange -> postos.procurado(postoId(exchange)))
            .to(sql("classpath:sql/posto-buscar.sql").dataSource("#leitura")
                .outputType(SqlOutputType.SelectOne).outputClass(PostoRegistro.class.getName())).id("posto-ler")
            .setBody(this::mostrar);
    }
    // @formatter:on

    private Posto mostrar(Exchange exchange) {
        PostoRegistro row = exchange.getMessage().getBody(PostoRegistro.class);
        return postos.mostrar(postoId(exchange), row);
    }

    private static int postoId(Exchange exchange) {
        return exchange.getVariable(POSTO_ID, Integer.class);
    }
}
