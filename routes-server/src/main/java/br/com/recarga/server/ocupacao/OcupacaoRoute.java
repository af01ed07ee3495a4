package br.com.recarga.server.ocupacao;

import br.com.recarga.contract.Ocupacao;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.janelas.PeriodoAberto;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes a {@link PeriodoAberto}, leaves the {@link Ocupacao}. */
@Component
public class OcupacaoRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "ocupacao";

    private static final Variable<JanelaDefinida> PERIODO =
            Variable.of(OcupacaoRoute.class, "periodo", JanelaDefinida.class);

    private final OcupacaoService ocupacao;

    OcupacaoRoute(OcupacaoService ocupacao) {
        this.ocupacao = ocupacao;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Quanto os postos foram usados num período")
            .errorHandler(noErrorHandler())
            .setVariable(PERIODO.name()).body(PeriodoAberto.class, ocupacao::definir)
            .setBody(exchange -> ocupacao.parametros(PERIODO.get(exchange)))
            .to(select("ocupacao.sql", UsoRegistro.class).dataSource("#leitura")).id("ocupacao-ler")
            .setBody(exchange -> ocupacao.mostrar(PERIODO.get(exchange), Rows.of(exchange, UsoRegistro.class)));
    }
    // @formatter:on
}
