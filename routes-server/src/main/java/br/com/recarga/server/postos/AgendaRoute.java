package br.com.recarga.server.postos;

import br.com.recarga.contract.Posto;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes {@link Posto}s, leaves them with the windows of the days to come in which each point is taken. */
@Component
public class AgendaRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "agenda";

    private static final Variable<List<Posto>> POSTOS = Variable.listOf(AgendaRoute.class, "postos", Posto.class);

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
            .setVariable(POSTOS.name(), body())
            .setBody(exchange -> janelas.parametros(POSTOS.get(exchange)))
            .to(select("postos-ocupados.sql", OcupadoRegistro.class).dataSource("#leitura")).id("agenda-ler")
            .setBody(exchange -> janelas.comAgenda(POSTOS.get(exchange), Rows.of(exchange, OcupadoRegistro.class)));
    }
    // @formatter:on
}
