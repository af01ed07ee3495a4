package br.com.recarga.server.postos;

import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PostosResponse;
import br.com.recarga.server.umavez.Prazos;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Takes a {@link PostosRequest}, leaves a {@link PostosResponse}. */
@Component
public class ListarRoute extends EndpointRouteBuilder {

    public static final String ID = "listar";

    private static final String PEDIDO = "pedido";

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
            .setVariable(PEDIDO, body())
            .setBody(this::janela)
            .to(sql("classpath:sql/postos-listar.sql").dataSource("#leitura").outputClass(PostoRegistro.class.getName())).id("postos-listar")
            .setBody(this::resposta)
            .filter(exchange -> Boolean.TRUE.equals(exchange.getVariable(PEDIDO, PostosRequest.class).agenda()))
                .to(direct(AgendaRoute.ID))
            .end();
    }
    // @formatter:on

    private Map<String, Object> janela(Exchange exchange) {
        return postos.janela(exchange.getVariable(PEDIDO, PostosRequest.class));
    }

    @SuppressWarnings("unchecked")
    private PostosResponse resposta(Exchange exchange) {
        List<PostoRegistro> rows = exchange.getMessage().getBody(List.class);
        return postos.listar(exchange.getVariable(PEDIDO, PostosRequest.class), rows);
    }
}
