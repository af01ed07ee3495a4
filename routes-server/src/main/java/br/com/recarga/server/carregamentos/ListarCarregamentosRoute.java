package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.CarregamentosPagina;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** Takes a {@link FiltroDeCarregamentos}, leaves a {@link CarregamentosPagina}. */
@Component
public class ListarCarregamentosRoute extends RouteBuilder
        implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "listar-carregamentos";

    private static final Variable<FiltroDeCarregamentos> FILTRO =
            Variable.of(ListarCarregamentosRoute.class, "filtro", FiltroDeCarregamentos.class);
    private static final Variable<Long> TOTAL = Variable.of(ListarCarregamentosRoute.class, "total", Long.class);

    private final CarregamentoService carregamentos;

    ListarCarregamentosRoute(CarregamentoService carregamentos) {
        this.carregamentos = carregamentos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Os carregamentos que o operador procura, uma página de cada vez")
            .errorHandler(noErrorHandler())
            .to(beanValidator("filtro")).id("validar-filtro-de-carregamentos")
            .setVariable(FILTRO.name(), body())
            .setBody(this::parametros)
            .to(sql("classpath:sql/carregamentos-contar.sql").dataSource("#leitura")
                .outputType(SqlOutputType.SelectOne)).id("carregamentos-contar")
            .setVariable(TOTAL.name(), body())
            .setBody(this::parametros)
            .to(select("carregamentos-filtrar.sql", CarregamentoRegistro.class).dataSource("#leitura")).id("carregamentos-filtrar")
            .setBody(this::pagina);
    }
    // @formatter:on

    private Map<String, Object> parametros(Exchange exchange) {
        return carregamentos.filtro(FILTRO.get(exchange));
    }

    private CarregamentosPagina pagina(Exchange exchange) {
        return carregamentos.pagina(
                FILTRO.get(exchange), Rows.of(exchange, CarregamentoRegistro.class), TOTAL.get(exchange));
    }
}
