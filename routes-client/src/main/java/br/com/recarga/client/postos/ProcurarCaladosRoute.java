package br.com.recarga.client.postos;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.platform.Rows;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** A server that announces nothing, or was silent although it did, does not say either that it is there again. */
@Component
public class ProcurarCaladosRoute extends RouteBuilder implements DirectBuilders, TimerBuilders {

    public static final String ID = "procurar-calados";

    /** Asks those of whom nothing is known but that they have announced themselves. */
    public static final String CONHECER = "conhecer-servidores";

    /** Asks those whose ids are given. */
    private static final String SONDAR = "sondar-servidores";

    private static final long PERIODO_MS = 10_000;
    private static final long CONHECER_MS = 1_000;

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
            .description("Pergunta de novo, em segundo plano, a quem calou: até responder, ninguém mais espera por ele")
            .setBody(exchange -> servidores.calados())
            .to(direct(SONDAR));

        from(timer(CONHECER).period(CONHECER_MS).delay(CONHECER_MS)).routeId(CONHECER)
            .description("Pergunta logo, em segundo plano, a quem acaba de se anunciar: se ninguém responde, nenhuma lista espera por ele")
            .setBody(exchange -> servidores.novos())
            .to(direct(SONDAR));

        from(direct(SONDAR)).routeId(SONDAR)
            .description("Uma lista de postos de cada servidor, que só interessa por ter vindo ou não")
            .errorHandler(noErrorHandler())
            .setBody(this::perguntas)
            .filter(simple("${body.size} > 0"))
                .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.LISTAR))
                .to(direct(PerguntarATodosRoute.ID))
            .end();
    }
    // @formatter:on

    private List<PostosRequest> perguntas(Exchange exchange) {
        return Rows.of(exchange, String.class).stream()
                .map(serverId ->
                        PostosRequest.deTodos(UUID.randomUUID().toString(), settings.clientId(), serverId, null))
                .toList();
    }
}
