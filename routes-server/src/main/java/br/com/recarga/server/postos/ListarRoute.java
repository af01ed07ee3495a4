package br.com.recarga.server.postos;

import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PostosResponse;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.umavez.Prazos;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Takes a {@link PostosRequest}, leaves a {@link PostosResponse}. */
@Component
public class ListarRoute extends EndpointRouteBuilder implements Statements {

    public static final String ID = "listar";

    private static final Variable<PostosRequest> PEDIDO = Variable.of(ListarRoute.class, "pedido", PostosRequest.class);

    private final PostosService postos;
    private final Prazos prazos;

    ListarRoute(PostosService postos, Prazos prazos) {
        this.postos = postos;
        this.prazos = prazos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Lista os postos, com a disponibilidade na janela pedida")
            .errorHandler(noErrorHandler())
            .to(beanValidator("postos")).id("validar-postos")
            .process().body(PostosRequest.class, prazos::exigir).id("prazo-dos-postos")
            .setVariable(PEDIDO.name(), body())
            .setBody().body(PostosRequest.class, postos::janela)
            .to(select("postos-listar.sql", PostoRegistro.class).dataSource("#leitura")).id("postos-listar")
            .setBody(exchange -> postos.listar(PEDIDO.get(exchange), Rows.of(exchange, PostoRegistro.class)))
            .filter(exchange -> Boolean.TRUE.equals(PEDIDO.get(exchange).agenda()))
                .to(direct(AgendaRoute.ID))
            .end();
    }
    // @formatter:on
}
