package br.com.recarga.server.reservas;

import br.com.recarga.contract.ReservasPagina;
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

/** Takes a {@link FiltroDeReservas}, leaves a {@link ReservasPagina}. */
@Component
public class ListarReservasRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "listar-reservas";

    private static final Variable<FiltroDeReservas> FILTRO =
            Variable.of(ListarReservasRoute.class, "filtro", FiltroDeReservas.class);
    private static final Variable<Long> TOTAL = Variable.of(ListarReservasRoute.class, "total", Long.class);

    private final ConsultaService consultas;

    ListarReservasRoute(ConsultaService consultas) {
        this.consultas = consultas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("As reservas que o operador procura, uma página de cada vez")
            .errorHandler(noErrorHandler())
            .to(beanValidator("filtro")).id("validar-filtro")
            .setVariable(FILTRO.name(), body())
            .setBody(this::parametros)
            .to(sql("classpath:sql/reservas-contar.sql").dataSource("#leitura")
                .outputType(SqlOutputType.SelectOne)).id("reservas-contar")
            .setVariable(TOTAL.name(), body())
            .setBody(this::parametros)
            .to(select("reservas-filtrar.sql", ReservaRegistro.class).dataSource("#leitura")).id("reservas-filtrar")
            .setBody(this::pagina);
    }
    // @formatter:on

    private Map<String, Object> parametros(Exchange exchange) {
        return consultas.filtro(FILTRO.get(exchange));
    }

    private ReservasPagina pagina(Exchange exchange) {
        return consultas.pagina(FILTRO.get(exchange), Rows.of(exchange, ReservaRegistro.class), TOTAL.get(exchange));
    }
}
