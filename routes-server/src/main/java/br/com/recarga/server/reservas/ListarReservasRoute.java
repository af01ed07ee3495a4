package br.com.recarga.server.reservas;

import br.com.recarga.contract.ReservasPagina;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** Takes a {@link FiltroDeReservas}, leaves a {@link ReservasPagina}. */
@Component
public class ListarReservasRoute extends EndpointRouteBuilder {

    public static final String ID = "listar-reservas";

    private static final String FILTRO = "filtro";
    private static final String TOTAL = "total";

    private final ListagemService listagem;

    ListarReservasRoute(ListagemService listagem) {
        this.listagem = listagem;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("As reservas que o operador procura, uma página de cada vez")
            .errorHandler(noErrorHandler())
            .to(beanValidator("filtro")).id("validar-filtro")
            .setVariable(FILTRO, body())
            .setBody(this::parametros)
            .to(sql("classpath:sql/reservas-contar.sql").dataSource("#leitura")
                .outputType(SqlOutputType.SelectOne)).id("reservas-contar")
            .setVariable(TOTAL, body())
            .setBody(this::parametros)
            .to(sql("classpath:sql/reservas-filtrar.sql").dataSource("#leitura")
                .outputClass(ReservaRegistro.class.getName())).id("reservas-filtrar")
            .setBody(this::pagina);
    }
    // @formatter:on

    private Map<String, Object> parametros(Exchange exchange) {
        return listagem.parametros(filtro(exchange));
    }

    @SuppressWarnings("unchecked")
    private ReservasPagina pagina(Exchange exchange) {
        return listagem.pagina(
                filtro(exchange), exchange.getMessage().getBody(List.class), exchange.getVariable(TOTAL, Long.class));
    }

    private static FiltroDeReservas filtro(Exchange exchange) {
        return exchange.getVariable(FILTRO, FiltroDeReservas.class);
    }
}
