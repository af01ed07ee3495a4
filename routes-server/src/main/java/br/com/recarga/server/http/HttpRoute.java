package br.com.recarga.server.http;

import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PostosResponse;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.erros.PedidoRecusado;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.postos.BuscarPostoRoute;
import br.com.recarga.server.postos.ListarRoute;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.rest.RestParamType;
import org.springframework.stereotype.Component;

/** The reading half of the operator's HTTP. */
@Component
public class HttpRoute extends EndpointRouteBuilder {

    public static final String ESTADO = "http-estado";
    public static final String PONTOS = "http-pontos";
    public static final String PONTO = "http-ponto";

    private static final String JSON = "application/json";
    private static final String EM_MANUTENCAO = "em_manutencao";

    private final ServerSettings settings;
    private final MqttConnections connections;
    private final Clock clock;

    HttpRoute(ServerSettings settings, MqttConnections connections, Clock clock) {
        this.settings = settings;
        this.connections = connections;
        this.clock = clock;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().tag("estado")
            .get("/").routeId("get-raiz")
                .description("Como está o servidor").produces(JSON).outType(Estado.class)
                .to(direct(ESTADO))
            .get("/status").routeId("get-status")
                .description("Como está o servidor").produces(JSON).outType(Estado.class)
                .to(direct(ESTADO));

        rest().tag("pontos")
            .get("/pontos").routeId("get-pontos")
                .description("Os postos deste servidor").produces(JSON).outType(PostosResponse.class)
                .param().name("disponivel").type(RestParamType.query).dataType("boolean").required(false)
                    .description("só os que estão livres agora, ou só os que não estão").example("true").endParam()
                .param().name("tipo_conector").type(RestParamType.query).dataType("string").required(false)
                    .description("Tipo 2, CCS2 ou CHAdeMO").endParam()
                .param().name(EM_MANUTENCAO).type(RestParamType.query).dataType("boolean").required(false)
                    .description("só os que estão em manutenção, ou só os que não estão").endParam()
                .responseMessage().code(200).message("os postos").endResponseMessage()
                .responseMessage().code(422).message("DADOS_INVALIDOS").responseModel(Resposta.class).endResponseMessage()
                .to(direct(PONTOS))
            .get("/pontos/{id}").routeId("get-ponto")
                .description("Um posto deste servidor").produces(JSON).outType(Posto.class)
                .param().name("id").type(RestParamType.path).dataType("integer").required(true).example("5").endParam()
                .responseMessage().code(200).message("o posto").endResponseMessage()
                .responseMessage().code(404).message("POSTO_INEXISTENTE").responseModel(Resposta.class).endResponseMessage()
                .to(direct(PONTO));

        from(direct(ESTADO)).routeId(ESTADO)
            .description("Diz se o servidor está no ar e se ouve os pedidos")
            .routeConfigurationId(HttpReplies.ID)
            .setBody(this::estado)
            .process(HttpReplies::reply);

        from(direct(PONTOS)).routeId(PONTOS)
            .description("GET /pontos: a mesma lista que sai por MQTT")
            .routeConfigurationId(HttpReplies.ID)
            .setVariable(EM_MANUTENCAO).exchange(exchange -> flag(exchange, EM_MANUTENCAO))
            .setBody(this::pedido)
            .to(direct(ListarRoute.ID))
            .setBody(HttpRoute::filtrarManutencao)
            .process(HttpReplies::reply);

        from(direct(PONTO)).routeId(PONTO)
            .description("GET /pontos/{id}")
            .routeConfigurationId(HttpReplies.ID)
            .setBody(HttpRoute::id)
            .to(direct(BuscarPostoRoute.ID))
            .process(HttpReplies::reply);
    }
    // @formatter:on

    private Estado estado(Exchange exchange) {
        boolean subscribed = connections.allSubscribed();
        return new Estado(
                settings.serverId(),
                subscribed ? "online" : "offline",
                subscribed,
                OffsetDateTime.now(clock.withZone(settings.fuso())).truncatedTo(ChronoUnit.SECONDS));
    }

    private PostosRequest pedido(Exchange exchange) {
        return new PostosRequest(
                UUID.randomUUID().toString(),
                settings.serverId(),
                settings.serverId(),
                flag(exchange, "disponivel"),
                exchange.getMessage().getHeader("tipo_conector", String.class),
                null,
                null);
    }

    /** A filter of this door only: it is for operators, and drivers over MQTT do not have it. */
    private static PostosResponse filtrarManutencao(Exchange exchange) {
        PostosResponse all = exchange.getMessage().getBody(PostosResponse.class);
        Boolean wanted = exchange.getVariable(EM_MANUTENCAO, Boolean.class);
        if (wanted == null) {
            return all;
        }
        return new PostosResponse(
                all.requestId(),
                all.serverId(),
                all.postos().stream()
                        .filter(posto -> wanted.equals(posto.emManutencao()))
                        .toList());
    }

    private static Boolean flag(Exchange exchange, String name) {
        String value = exchange.getMessage().getHeader(name, String.class);
        if (value == null || value.isEmpty()) {
            return null;
        }
        return switch (value) {
            case "true", "True", "1" -> true;
            case "false", "False", "0" -> false;
            default -> throw PedidoRecusado.campo(name, "deve ser true ou false");
        };
    }

    private static Integer id(Exchange exchange) {
        try {
            return Integer.valueOf(exchange.getMessage().getHeader("id", String.class));
        } catch (NumberFormatException notANumber) {
            throw PedidoRecusado.campo("id", "deve ser um número inteiro");
        }
    }
}
