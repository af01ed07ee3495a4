package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.Carregamento;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes nothing but the variables that {@link FinalizarRoute} names; leaves the {@link Carregamento}. */
@Component
public class BuscarCarregamentoRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "buscar-carregamento";

    private static final Variable<CarregamentoRegistro> CARREGAMENTO =
            Variable.of(BuscarCarregamentoRoute.class, "carregamento", CarregamentoRegistro.class);

    private final CarregamentoService carregamentos;

    BuscarCarregamentoRoute(CarregamentoService carregamentos) {
        this.carregamentos = carregamentos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Mostra um carregamento, em curso ou terminado")
            .errorHandler(noErrorHandler())
            .setBody(FinalizarRoute::procurado)
            .to(selectOne("carregamento-buscar.sql", CarregamentoRegistro.class).dataSource("#leitura")).id("carregamento-ler")
            .process().body(CarregamentoRegistro.class, carregamentos::exigir).id("exigir-carregamento-procurado")
            .setVariable(CARREGAMENTO.name(), body())
            .setBody(FinalizarRoute::procurado)
            .to(select("carregamento-historico.sql", CarregamentoMudancaRegistro.class).dataSource("#leitura")).id("carregamento-historico")
            .setBody(this::mostrar);
    }
    // @formatter:on

    private Carregamento mostrar(Exchange exchange) {
        return carregamentos.mostrar(CARREGAMENTO.get(exchange), Rows.of(exchange, CarregamentoMudancaRegistro.class));
    }
}
