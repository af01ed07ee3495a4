package br.com.recarga.client.postos;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.http.HttpReplies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** The points of every server that is online; the caller has set the topic. */
@Component
public class ListarTodosRoute extends EndpointRouteBuilder {

    public static final String ID = "listar-todos";

    private final ClientSettings settings;
    private final Servidores servidores;

    ListarTodosRoute(ClientSettings settings, Servidores servidores) {
        this.settings = settings;
        this.servidores = servidores;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Pergunta pelos postos a todos os servidores no ar e junta o que chega a tempo")
            .errorHandler(noErrorHandler())
            .setBody(this::pedidos)
            .setVariable(PerguntarATodosRoute.AUSENTES.name()).exchange(this::ausentes)
            .to(direct(PerguntarATodosRoute.ID))
            .setBody(ListarTodosRoute::juntar).id("juntar-postos");
    }
    // @formatter:on

    private List<PostosRequest> pedidos(Exchange exchange) {
        Boolean agenda = PedirPostosRoute.agenda(exchange);
        return servidores.noAr().stream()
                .map(serverId -> pedido(serverId, agenda))
                .toList();
    }

    private PostosRequest pedido(String serverId, Boolean agenda) {
        return new PostosRequest(
                UUID.randomUUID().toString(), settings.clientId(), serverId, null, null, null, null, agenda);
    }

    private List<String> ausentes(Exchange exchange) {
        return servidores.ausentes(Rows.of(exchange, PostosRequest.class));
    }

    private static ObjectNode juntar(Exchange exchange) {
        String requestId = HttpReplies.REQUEST_ID.get(exchange);
        return exchange.getMessage().getBody(Respostas.class).juntar(requestId, "postos");
    }
}
