package br.com.recarga.client.postos;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.platform.http.HttpReplies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** The scatter-gather: asks every server that is online at the same time, and puts together what comes in time. */
@Component
public class ListarTodosRoute extends EndpointRouteBuilder {

    public static final String ID = "listar-todos";

    /** One of the questions of the scatter. */
    public static final String PERGUNTAR = "listar-perguntar";

    private static final String SERVIDOR = "servidor";
    private static final String SERVER_ID = "server_id";
    private static final String POSTOS = "postos";

    private static final long LOG_INTERVAL_MS = 10_000;

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
            .description("Scatter-gather: pergunta a todos os servidores no ar e junta o que chega a tempo")
            .errorHandler(noErrorHandler())
            .setBody(this::noAr)
            .split(body(), AggregationStrategies.groupedBody()).parallelProcessing().id("perguntar-a-todos")
                .to(direct(PERGUNTAR))
            .end()
            .setBody(ListarTodosRoute::juntar).id("juntar-postos");

        from(direct(PERGUNTAR)).routeId(PERGUNTAR)
            .description("Pergunta a um servidor; um que cala não esconde os outros")
            .setVariable(SERVIDOR, body())
            .setBody(this::pedido)
            // not onException: a failure that was handled there would still end the exchange that gathers
            .doTry()
                .to(direct(ListarRoute.SERVIDOR))
                .setBody(ListarTodosRoute::comServidor)
            .doCatch(Throwable.class)
                .to(log("br.com.recarga.servidores-calados").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true))
                .setBody(ListarTodosRoute::semResposta)
            .end();
    }
    // @formatter:on

    private List<String> noAr(Exchange exchange) {
        return servidores.online();
    }

    private PostosRequest pedido(Exchange exchange) {
        String serverId = exchange.getVariable(SERVIDOR, String.class);
        return new PostosRequest(UUID.randomUUID().toString(), settings.clientId(), serverId, null, null, null, null);
    }

    private static ObjectNode comServidor(Exchange exchange) {
        return exchange.getMessage()
                .getBody(ObjectNode.class)
                .put(SERVER_ID, exchange.getVariable(SERVIDOR, String.class));
    }

    private static ObjectNode semResposta(Exchange exchange) {
        return ContractJson.mapper().createObjectNode().put(SERVER_ID, exchange.getVariable(SERVIDOR, String.class));
    }

    /** All points with their server, the servers that answered and those that did not. */
    @SuppressWarnings("unchecked")
    private static ObjectNode juntar(Exchange exchange) {
        ObjectNode all = ContractJson.mapper().createObjectNode();
        all.put("request_id", exchange.getVariable(HttpReplies.REQUEST_ID, String.class));
        ArrayNode answered = all.putArray("servidores");
        ArrayNode silent = all.putArray("sem_resposta");
        ArrayNode postos = all.putArray(POSTOS);
        for (ObjectNode reply : (List<ObjectNode>) exchange.getMessage().getBody(List.class)) {
            JsonNode serverId = reply.get(SERVER_ID);
            if (reply.get(POSTOS) instanceof ArrayNode found) {
                answered.add(serverId);
                for (JsonNode posto : found) {
                    if (posto instanceof ObjectNode object) {
                        postos.add(object.set(SERVER_ID, serverId));
                    }
                }
            } else {
                silent.add(serverId);
            }
        }
        if (answered.isEmpty() && !silent.isEmpty()) {
            all.put("status", "erro");
            all.put("codigo", Codigo.SERVIDOR_INDISPONIVEL.name());
            all.put("mensagem", "Nenhum servidor respondeu");
        } else {
            all.put("status", "sucesso");
            all.put("codigo", Codigo.OK.name());
        }
        return all;
    }
}
