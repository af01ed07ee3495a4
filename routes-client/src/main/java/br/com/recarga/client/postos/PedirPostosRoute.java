package br.com.recarga.client.postos;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.pedidos.RespostaDoServidor;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** {@code GET /postos}: the points of one server, or of all that are online. */
@Component
public class PedirPostosRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders {

    public static final String ID = "pedir-postos";

    /** What the caller has already, as he says it. */
    private static final Variable<String> CONHECIDAS = Variable.of(PedirPostosRoute.class, "conhecidas", String.class);

    private static final Variable<ETag> ETIQUETA = Variable.of(PedirPostosRoute.class, "etiqueta", ETag.class);

    private final ClientSettings settings;
    private final Servidores servidores;
    private final FusosDosPostos fusos;

    PedirPostosRoute(ClientSettings settings, Servidores servidores, FusosDosPostos fusos) {
        this.settings = settings;
        this.servidores = servidores;
        this.fusos = fusos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("GET /postos: com server_id pergunta a um servidor, sem ele a todos os que estão no ar")
            .routeConfigurationId(HttpReplies.ID)
            .process(Entrada::identificarNovo).id("identificar-postos")
            .setVariable(CONHECIDAS.name(), header(HttpHeaders.IF_NONE_MATCH))
            .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.LISTAR))
            .choice()
                .when(header("server_id").isNull())
                    .setBody(this::aTodos)
                    .setVariable(PerguntarATodosRoute.AUSENTES.name()).exchange(this::ausentes)
                    .to(direct(PerguntarATodosRoute.ID))
                    .setVariable(ETIQUETA.name()).body(Respostas.class, Etiqueta::deTodos)
                    .setBody(PedirPostosRoute::juntar).id("juntar-postos")
                .otherwise()
                    .setBody(this::aUm)
                    .to(beanValidator("postos")).id("validar-postos")
                    .to(direct(PerguntarRoute.ID))
                    .setVariable(ETIQUETA.name()).body(ObjectNode.class, Etiqueta::deUm)
            .end()
            .setBody().body(ObjectNode.class, fusos::completar).id("completar-fusos")
            .process(RespostaDoServidor::responder).id("responder-postos")
            .process(PedirPostosRoute::etiquetar).id("etiqueta-dos-postos");
    }
    // @formatter:on

    private List<PostosRequest> aTodos(Exchange exchange) {
        Boolean agenda = agenda(exchange);
        return servidores.noAr().stream()
                .map(serverId -> pedido(UUID.randomUUID().toString(), serverId, agenda))
                .toList();
    }

    private PostosRequest aUm(Exchange exchange) {
        return pedido(HttpReplies.REQUEST_ID.get(exchange), Entrada.texto(exchange, "server_id"), agenda(exchange));
    }

    private PostosRequest pedido(String requestId, String serverId, Boolean agenda) {
        return PostosRequest.deTodos(requestId, settings.clientId(), serverId, agenda);
    }

    /** Whether each point is to say when it is taken in the days to come; null: not said. */
    private static Boolean agenda(Exchange exchange) {
        return Entrada.logico(exchange, "agenda");
    }

    private List<String> ausentes(Exchange exchange) {
        return servidores.ausentes(Rows.of(exchange, PostosRequest.class));
    }

    private static void etiquetar(Exchange exchange) {
        if (ETIQUETA.get(exchange) != null) {
            HttpReplies.unlessKnown(exchange, ETIQUETA.get(exchange), CONHECIDAS.get(exchange, ""));
        }
    }

    private static ObjectNode juntar(Exchange exchange) {
        String requestId = HttpReplies.REQUEST_ID.get(exchange);
        return exchange.getMessage().getBody(Respostas.class).juntar(requestId, "postos");
    }
}
