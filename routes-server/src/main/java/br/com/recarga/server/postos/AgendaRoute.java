package br.com.recarga.server.postos;

import br.com.recarga.contract.PostosResponse;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Takes a {@link PostosResponse}, leaves it with the windows of the days to come in which each point is taken. */
@Component
public class AgendaRoute extends EndpointRouteBuilder implements Statements {

    public static final String ID = "agenda";

    private static final Variable<PostosResponse> RESPOSTA =
            Variable.of(AgendaRoute.class, "resposta", PostosResponse.class);

    private final ProximasJanelasService janelas;

    AgendaRoute(ProximasJanelasService janelas) {
        this.janelas = janelas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Junta a cada posto as janelas dos próximos dias em que está ocupado, para quem planeja")
            .errorHandler(noErrorHandler())
            .setVariable(RESPOSTA.name(), body())
            .setBody(exchange -> janelas.parametros(RESPOSTA.get(exchange).postos()))
            .to(select("postos-ocupados.sql", OcupadoRegistro.class).dataSource("#leitura")).id("agenda-ler")
            .setBody(exchange -> janelas.comAgenda(RESPOSTA.get(exchange), Rows.of(exchange, OcupadoRegistro.class)));
    }
    // @formatter:on
}
