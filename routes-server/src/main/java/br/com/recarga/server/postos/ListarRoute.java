package br.com.recarga.server.postos;

import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PostosResponse;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.umavez.Prazos;
import java.util.Map;
import org.apache.camel.Exchange;
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
            .process(exchange -> prazos.exigir(exchange.getMessage().getBody(PostosRequest.class))).id("prazo-dos-postos")
            .setVariable(PEDIDO.name(), body())
            .setBody(this::janela)
            .to(select("postos-listar.sql", PostoRegistro.class).dataSource("#leitura")).id("postos-listar")
            .setBody(this::resposta)
            .filter(exchange -> Boolean.TRUE.equals(PEDIDO.get(exchange).agenda()))
                .to(direct(AgendaRoute.ID))
            .end();
    }
    // @formatter:on

    private Map<String, Object> janela(Exchange exchange) {
        return postos.janela(PEDIDO.get(exchange));
    }

    private PostosResponse resposta(Exchange exchange) {
        return postos.listar(PEDIDO.get(exchange), Rows.of(exchange, PostoRegistro.class));
    }
}
