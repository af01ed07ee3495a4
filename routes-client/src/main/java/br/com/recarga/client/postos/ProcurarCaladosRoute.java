package br.com.recarga.client.postos;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PostosRequest;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** A server that announces nothing does not say either that it is there again. */
@Component
public class ProcurarCaladosRoute extends EndpointRouteBuilder {

    public static final String ID = "procurar-calados";

    private static final long PERIODO_MS = 10_000;

    private final ClientSettings settings;
    private final Servidores servidores;

    ProcurarCaladosRoute(ClientSettings settings, Servidores servidores) {
        this.settings = settings;
        this.servidores = servidores;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIODO_MS).delay(PERIODO_MS)).routeId(ID)
            .description("Pergunta de novo, em segundo plano, a quem não se anuncia e calou: até responder, ninguém mais espera por ele")
            .setBody(this::perguntas)
            .filter(simple("${body.size} > 0"))
                .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.LISTAR))
                .to(direct(PerguntarATodosRoute.ID))
            .end();
    }
    // @formatter:on

    private List<PostosRequest> perguntas(Exchange exchange) {
        return servidores.calados().stream()
                .map(serverId ->
                        PostosRequest.deTodos(UUID.randomUUID().toString(), settings.clientId(), serverId, null))
                .toList();
    }
}
