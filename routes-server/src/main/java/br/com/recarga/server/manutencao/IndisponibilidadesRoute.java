package br.com.recarga.server.manutencao;

import br.com.recarga.contract.Indisponibilidades;
import br.com.recarga.platform.Rows;
import br.com.recarga.server.config.Statements;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes the number of a point, or nothing: of all points; leaves the {@link Indisponibilidades}. */
@Component
public class IndisponibilidadesRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "listar-indisponibilidades";

    private final ManutencaoService manutencoes;

    IndisponibilidadesRoute(ManutencaoService manutencoes) {
        this.manutencoes = manutencoes;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("O que tira postos de serviço, agora e depois")
            .errorHandler(noErrorHandler())
            .setBody(exchange -> manutencoes.procuradas(exchange.getMessage().getBody(Integer.class)))
            .to(select("indisponibilidades.sql", IndisponibilidadeRegistro.class).dataSource("#leitura")).id("indisponibilidades-ler")
            .setBody(exchange -> manutencoes.mostrar(Rows.of(exchange, IndisponibilidadeRegistro.class)));
    }
    // @formatter:on
}
