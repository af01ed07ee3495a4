package br.com.recarga.client.pedidos;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Pedido;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.erros.ErrorReplies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.LogEndpointBuilderFactory.LogBuilders;
import org.springframework.stereotype.Component;

/**
 * The scatter-gather: takes a list of valid {@link Pedido}s, one for each server, asks all of them at the same time for the
 * {@link PerguntarRoute#OPERACAO}, and leaves {@link Respostas}.
 */
@Component
public class PerguntarATodosRoute extends RouteBuilder implements DirectBuilders, LogBuilders {

    public static final String ID = "perguntar-a-todos";

    /**
     * The ids of the servers that are not asked although what they have will be missing; absent: none. It is of
     * the moment of asking: whoever comes or goes while the answers are awaited changes nothing of it.
     */
    public static final Variable<List<String>> AUSENTES =
            Variable.listOf(PerguntarATodosRoute.class, "ausentes", String.class);

    /** One of the questions of the scatter. */
    public static final String PERGUNTAR_A_UM = "perguntar-a-um-de-todos";

    private static final Variable<Pedido> PEDIDO = Variable.of(PerguntarATodosRoute.class, "pedido", Pedido.class);

    private static final long LOG_INTERVAL_MS = 10_000;

    private final ErrorReplies erros;

    PerguntarATodosRoute(ErrorReplies erros) {
        this.erros = erros;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Scatter-gather: pergunta a vários servidores ao mesmo tempo e junta o que chega a tempo")
            .errorHandler(noErrorHandler())
            .split(body(), AggregationStrategies.groupedBody()).parallelProcessing().id("cada-servidor")
                .to(direct(PERGUNTAR_A_UM))
            .end()
            .setBody(PerguntarATodosRoute::juntar).id("juntar-respostas");

        from(direct(PERGUNTAR_A_UM)).routeId(PERGUNTAR_A_UM)
            .description("Pergunta a um servidor; um que cala não esconde os outros")
            .setVariable(PEDIDO.name(), body())
            // not onException: a failure that was handled there would still end the exchange that gathers
            .doTry()
                .to(direct(PerguntarRoute.ID))
                .setBody(PerguntarATodosRoute::ouvida)
            .doCatch(Throwable.class)
                .to(log("br.com.recarga.servidores-calados").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true))
                .setBody(this::calada)
            .end();
    }
    // @formatter:on

    private static Respostas juntar(Exchange exchange) {
        return Respostas.de(Rows.of(exchange, Respostas.DeUm.class)).semPerguntar(AUSENTES.get(exchange, List.of()));
    }

    private static Respostas.DeUm ouvida(Exchange exchange) {
        String serverId = PEDIDO.get(exchange).serverId();
        return new Respostas.DeUm(serverId, exchange.getMessage().getBody(ObjectNode.class), null);
    }

    private Respostas.DeUm calada(Exchange exchange) {
        Pedido pedido = PEDIDO.get(exchange);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Codigo porque =
                erros.replyTo(failure, pedido.requestId(), pedido.serverId()).codigo();
        return new Respostas.DeUm(pedido.serverId(), null, porque);
    }
}
