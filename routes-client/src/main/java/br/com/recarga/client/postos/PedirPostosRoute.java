package br.com.recarga.client.postos;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.pedidos.RespostaDoServidor;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** {@code GET /postos}: the points of one server, or of all. */
@Component
public class PedirPostosRoute extends EndpointRouteBuilder {

    public static final String ID = "pedir-postos";

    /** {@code true}: each point says when it is taken in the days to come. */
    static final String AGENDA = "agenda";

    private final ClientSettings settings;
    private final FusosDosPostos fusos;

    PedirPostosRoute(ClientSettings settings, FusosDosPostos fusos) {
        this.settings = settings;
        this.fusos = fusos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("GET /postos: com server_id pergunta a um servidor, sem ele a todos os que estão no ar")
            .routeConfigurationId(HttpReplies.ID)
            .process(Entrada::identificarNovo).id("identificar-postos")
            .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.LISTAR))
            .choice()
                .when(header("server_id").isNull())
                    .to(direct(ListarTodosRoute.ID))
                .otherwise()
                    .setBody(this::pedido)
                    .to(beanValidator("postos")).id("validar-postos")
                    .to(direct(PerguntarRoute.ID))
            .end()
            .setBody(this::comFusos).id("completar-fusos")
            .process(RespostaDoServidor::responder).id("responder-postos");
    }
    // @formatter:on

    private PostosRequest pedido(Exchange exchange) {
        return new PostosRequest(
                HttpReplies.REQUEST_ID.get(exchange),
                settings.clientId(),
                Entrada.texto(exchange, "server_id"),
                null,
                null,
                null,
                null,
                agenda(exchange));
    }

    private ObjectNode comFusos(Exchange exchange) {
        return fusos.completar(exchange.getMessage().getBody(ObjectNode.class));
    }

    static Boolean agenda(Exchange exchange) {
        return Entrada.logico(exchange, AGENDA);
    }
}
