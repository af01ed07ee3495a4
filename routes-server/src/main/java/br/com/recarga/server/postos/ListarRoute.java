package br.com.recarga.server.postos;

import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PostosResponse;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.umavez.Prazos;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** Takes a {@link PostosRequest}, leaves a {@link PostosResponse}: of the whole list, or of the part that is asked for. */
@Component
public class ListarRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "listar";

    private static final Variable<PostosRequest> PEDIDO = Variable.of(ListarRoute.class, "pedido", PostosRequest.class);

    private static final Variable<ListasLidas.Pergunta> PERGUNTA =
            Variable.of(ListarRoute.class, "pergunta", ListasLidas.Pergunta.class);

    /** The last point of the part that was read; absent: there is none after it. */
    private static final Variable<Integer> CONTINUA = Variable.of(ListarRoute.class, "continua", Integer.class);

    private final PostosService postos;
    private final ListasLidas listas;
    private final Prazos prazos;

    ListarRoute(PostosService postos, ListasLidas listas, Prazos prazos) {
        this.postos = postos;
        this.listas = listas;
        this.prazos = prazos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Lista os postos, com a disponibilidade na janela pedida: quem pergunta o mesmo no mesmo segundo, sem que nada tenha mudado, ouve a mesma lista; a quem sabe juntá-las, em partes")
            .errorHandler(noErrorHandler())
            .to(beanValidator("postos")).id("validar-postos")
            .process().body(PostosRequest.class, prazos::exigir).id("prazo-dos-postos")
            .setVariable(PEDIDO.name(), body())
            .to(sql("classpath:sql/postos-mudancas.sql").dataSource("#leitura").outputType(SqlOutputType.SelectOne)).id("mudancas-antes-da-lista")
            .setVariable(PERGUNTA.name()).exchange(this::pergunta)
            .setBody(exchange -> listas.lida(PERGUNTA.get(exchange)))
            .filter(body().isNull()).id("lista-por-ler")
                .setBody(exchange -> PERGUNTA.get(exchange).parametros())
                .to(select("postos-listar.sql", PostoRegistro.class).dataSource("#leitura")).id("postos-listar")
                .setVariable(CONTINUA.name()).exchange(exchange -> ParteDaLista.de(PEDIDO.get(exchange)).continuaDepoisDe(Rows.of(exchange, PostoRegistro.class)))
                .setBody(exchange -> postos.listar(PEDIDO.get(exchange), Rows.of(exchange, PostoRegistro.class)))
                .filter(exchange -> Boolean.TRUE.equals(PEDIDO.get(exchange).agenda()))
                    .to(direct(AgendaRoute.ID))
                .end()
                .setBody(exchange -> listas.guardar(PERGUNTA.get(exchange), Rows.of(exchange, Posto.class), CONTINUA.get(exchange)))
            .end()
            .setBody(exchange -> listas.responder(PEDIDO.get(exchange), exchange.getMessage().getBody(ListasLidas.Lista.class)));
    }
    // @formatter:on

    private ListasLidas.Pergunta pergunta(Exchange exchange) {
        PostosRequest pedido = PEDIDO.get(exchange);
        return ListasLidas.Pergunta.de(pedido, exchange.getMessage().getBody(Long.class), postos.parametros(pedido));
    }
}
