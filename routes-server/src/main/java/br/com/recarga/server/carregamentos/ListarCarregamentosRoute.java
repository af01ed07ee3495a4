package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.CarregamentosPagina;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** Takes a {@link FiltroDeCarregamentos}, leaves a {@link CarregamentosPagina}. */
@Component
public class ListarCarregamentosRoute extends EndpointRouteBuilder {

    public static final String ID = "listar-carregamentos";

    private static final String FILTRO = "filtro";
    private static final String TOTAL = "total";

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
            .setVariable(FILTRO, body())
            .setBody(this::parametros)
            .to(sql("classpath:sql/carregamentos-contar.sql").dataSource("#leitura")
                .outputType(SqlOutputType.SelectOne)).id("carregamentos-contar")
            .setVariable(TOTAL, body())
            .setBody(this::parametros)
            .to(sql("classpath:sql/carregamentos-filtrar.sql").dataSource("#leitura")
                .outputClass(CarregamentoRegistro.class.getName())).id("carregamentos-filtrar")
            .setBody(this::pagina);
    }
    // @formatter:on

    private Map<String, Object> parametros(Exchange exchange) {
        return carregamentos.filtro(filtro(exchange));
    }

    @SuppressWarnings("unchecked")
    private CarregamentosPagina pagina(Exchange exchange) {
        return carregamentos.pagina(
                filtro(exchange), exchange.getMessage().getBody(List.class), exchange.getVariable(TOTAL, Long.class));
    }

    private static FiltroDeCarregamentos filtro(Exchange exchange) {
        return exchange.getVariable(FILTRO, FiltroDeCarregamentos.class);
    }
}
