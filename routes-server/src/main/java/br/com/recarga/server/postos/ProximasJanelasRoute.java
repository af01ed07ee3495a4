package br.com.recarga.server.postos;

import br.com.recarga.contract.Posto;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes a list of {@link Posto}s, leaves them with the next window in which each is free. */
@Component
public class ProximasJanelasRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "proximas-janelas";

    private static final Variable<List<Posto>> POSTOS =
            Variable.listOf(ProximasJanelasRoute.class, "postos", Posto.class);

    private final ProximasJanelasService janelas;

    ProximasJanelasRoute(ProximasJanelasService janelas) {
        this.janelas = janelas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Junta a cada posto a próxima janela em que está livre")
            .errorHandler(noErrorHandler())
            .setVariable(POSTOS.name(), body())
            .setBody(exchange -> janelas.parametros(POSTOS.get(exchange)))
            .to(select("postos-ocupados.sql", OcupadoRegistro.class).dataSource("#leitura")).id("postos-ocupados")
            .setBody(exchange -> janelas.juntar(POSTOS.get(exchange), Rows.of(exchange, OcupadoRegistro.class)));
    }
    // @formatter:on
}
