package br.com.recarga.client.viagens;

import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** {@code POST /viagens/planejar}: asks all servers when their points are free, and plans. */
@Component
public class PlanejarViagemRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders {

    public static final String ID = "planejar-viagem";

    private static final Variable<PlanejarBody> PEDIDO =
            Variable.of(PlanejarViagemRoute.class, "pedido", PlanejarBody.class);

    private final PlanoService planos;

    PlanejarViagemRoute(PlanoService planos) {
        this.planos = planos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("POST /viagens/planejar: pergunta a agenda dos postos a todos os servidores e planeja a viagem")
            .routeConfigurationId(HttpReplies.ID)
            .process(Entrada::identificarNovo).id("identificar-plano")
            .process(Entrada.ler(PlanejarBody.class)).id("ler-pedido-do-plano")
            .to(beanValidator("plano")).id("validar-plano")
            .setVariable(PEDIDO.name(), body())
            .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.LISTAR))
            .setBody(exchange -> planos.perguntas())
            .setVariable(PerguntarATodosRoute.AUSENTES.name()).exchange(this::ausentes)
            .to(direct(PerguntarATodosRoute.ID))
            .setBody(this::plano)
            .process(exchange -> HttpReplies.reply(exchange, 200)).id("responder-plano");
    }
    // @formatter:on

    private List<String> ausentes(Exchange exchange) {
        return planos.ausentes(Rows.of(exchange, PostosRequest.class));
    }

    private ObjectNode plano(Exchange exchange) {
        return planos.plano(
                HttpReplies.REQUEST_ID.get(exchange),
                PEDIDO.get(exchange),
                exchange.getMessage().getBody(Respostas.class));
    }
}
