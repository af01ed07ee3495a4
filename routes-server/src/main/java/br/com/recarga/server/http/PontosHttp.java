package br.com.recarga.server.http;

import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PostosResponse;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.postos.BuscarPostoRoute;
import br.com.recarga.server.postos.ListarRoute;
import br.com.recarga.server.postos.ProximasJanelasRoute;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.rest.RestParamType;
import org.springframework.stereotype.Component;

/** What everybody may read of the points. */
@Component
public class PontosHttp extends EndpointRouteBuilder {

    public static final String PONTOS = "http-pontos";
    public static final String PONTO = "http-ponto";

    /** Takes a {@link Posto}, leaves it with its next window. */
    static final String JANELA = "ponto-janela";

    private static final String JSON = "application/json";
    private static final String EM_MANUTENCAO = "em_manutencao";
    private static final String LISTA = "lista";

    private final ServerSettings settings;

    PontosHttp(ServerSettings settings) {
        this.settings = settings;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().tag("pontos")
            .get("/pontos").routeId("get-pontos")
                .description("Os postos deste servidor").produces(JSON).outType(PostosResponse.class)
                .param().name("disponivel").type(RestParamType.query).dataType("boolean").required(false)
                    .description("só os que estão livres agora, ou só os que não estão").example("true").endParam()
                .param().name("tipo_conector").type(RestParamType.query).dataType("string").required(false)
                    .description("Tipo 1, Tipo 2, CCS1, CCS2, CHAdeMO ou GB/T, em qualquer grafia usual").endParam()
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
                .responseMessage().code(422).message("DADOS_INVALIDOS: o número do posto").responseModel(Resposta.class).endResponseMessage()
                .to(direct(PONTO));

        from(direct(PONTOS)).routeId(PONTOS)
            .description("GET /pontos: a mesma lista que sai por MQTT, e quando cada um está livre")
            .routeConfigurationId(HttpReplies.ID)
            .setVariable(EM_MANUTENCAO).exchange(exchange -> Entrada.logico(exchange, EM_MANUTENCAO))
            .setBody(this::pedido)
            .to(direct(ListarRoute.ID))
            .setVariable(LISTA).exchange(PontosHttp::filtrarManutencao)
            .setBody(exchange -> lista(exchange).postos())
            .to(direct(ProximasJanelasRoute.ID))
            .setBody(PontosHttp::juntar)
            .process(HttpReplies::reply);

        from(direct(PONTO)).routeId(PONTO)
            .description("GET /pontos/{id}")
            .routeConfigurationId(HttpReplies.ID)
            .setBody(exchange -> Entrada.inteiro(exchange, "id"))
            .to(direct(BuscarPostoRoute.ID))
            .to(direct(JANELA))
            .process(HttpReplies::reply);

        from(direct(JANELA)).routeId(JANELA)
            .description("Um posto como a lista o mostra: com a próxima janela em que está livre")
            .errorHandler(noErrorHandler())
            .setBody(exchange -> List.of(exchange.getMessage().getBody(Posto.class)))
            .to(direct(ProximasJanelasRoute.ID))
            .setBody(exchange -> exchange.getMessage().getBody(List.class).get(0));
    }
    // @formatter:on

    private PostosRequest pedido(Exchange exchange) {
        return new PostosRequest(
                UUID.randomUUID().toString(),
                settings.serverId(),
                settings.serverId(),
                Entrada.logico(exchange, "disponivel"),
                Entrada.texto(exchange, "tipo_conector"),
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

    @SuppressWarnings("unchecked")
    private static PostosResponse juntar(Exchange exchange) {
        PostosResponse lista = lista(exchange);
        return new PostosResponse(
                lista.requestId(), lista.serverId(), exchange.getMessage().getBody(List.class));
    }

    private static PostosResponse lista(Exchange exchange) {
        return exchange.getVariable(LISTA, PostosResponse.class);
    }
}
