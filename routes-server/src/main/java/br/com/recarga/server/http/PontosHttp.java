package br.com.recarga.server.http;

import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PostosResponse;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.postos.BuscarPostoRoute;
import br.com.recarga.server.postos.ListarRoute;
import br.com.recarga.server.postos.ProximasJanelasRoute;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** What everybody may read of the points. */
@Component
public class PontosHttp extends RouteBuilder implements DirectBuilders {

    public static final String PONTOS = "http-pontos";
    public static final String PONTO = "http-ponto";

    /** Leaves the {@link Posto} whose id is in the path, with its next window. */
    static final String JANELA = "ponto-janela";

    private static final String JSON = "application/json";
    private static final Variable<Boolean> EM_MANUTENCAO =
            Variable.of(PontosHttp.class, "em-manutencao", Boolean.class);
    private static final Variable<PostosResponse> LISTA = Variable.of(PontosHttp.class, "lista", PostosResponse.class);

    private final ServerSettings settings;

    PontosHttp(ServerSettings settings) {
        this.settings = settings;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().produces(JSON)
            .get("/pontos").routeId("get-pontos").to(direct(PONTOS))
            .get("/pontos/{id}").routeId("get-ponto").to(direct(PONTO));

        from(direct(PONTOS)).routeId(PONTOS)
            .description("GET /pontos: a mesma lista que sai por MQTT, e quando cada um está livre")
            .routeConfigurationId(HttpReplies.ID)
            .setVariable(EM_MANUTENCAO.name()).exchange(exchange -> Entrada.logico(exchange, "em_manutencao"))
            .setBody(this::pedido)
            .to(direct(ListarRoute.ID))
            .setVariable(LISTA.name(), body())
            .setBody(PontosHttp::filtrarManutencao)
            .to(direct(ProximasJanelasRoute.ID))
            .setBody(PontosHttp::juntar)
            .process(HttpReplies::reply);

        from(direct(PONTO)).routeId(PONTO)
            .description("GET /pontos/{id}")
            .routeConfigurationId(HttpReplies.ID)
            .to(direct(JANELA))
            .process(HttpReplies::reply);

        from(direct(JANELA)).routeId(JANELA)
            .description("O posto do caminho como a lista o mostra: com a próxima janela em que está livre")
            .errorHandler(noErrorHandler())
            .setBody(exchange -> Entrada.inteiro(exchange, "id"))
            // refuses one that is not there
            .to(direct(BuscarPostoRoute.ID))
            .setBody(exchange -> List.of(exchange.getMessage().getBody(Posto.class)))
            .to(direct(ProximasJanelasRoute.ID))
            .setBody(exchange -> Rows.of(exchange, Posto.class).get(0));
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
                null,
                null,
                null,
                null,
                null);
    }

    /** A filter of this door only: it is for operators, and drivers over MQTT do not have it. */
    private static List<Posto> filtrarManutencao(Exchange exchange) {
        Boolean wanted = EM_MANUTENCAO.get(exchange);
        return LISTA.get(exchange).postos().stream()
                .filter(posto -> wanted == null || wanted.equals(posto.emManutencao()))
                .toList();
    }

    private static PostosResponse juntar(Exchange exchange) {
        PostosResponse lista = LISTA.get(exchange);
        return new PostosResponse(lista.requestId(), lista.serverId(), Rows.of(exchange, Posto.class));
    }
}
