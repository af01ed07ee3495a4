package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.Carregamento;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** Takes nothing but the variables that {@link FinalizarRoute} names; leaves the {@link Carregamento}. */
@Component
public class BuscarCarregamentoRoute extends EndpointRouteBuilder {

    public static final String ID = "buscar-carregamento";

    private static final String CARREGAMENTO = "carregamento";

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
            .setBody(this::procurado)
            .to(sql("classpath:sql/carregamento-buscar.sql").dataSource("#leitura")
                .outputType(SqlOutputType.SelectOne).outputClass(CarregamentoRegistro.class.getName())).id("carregamento-ler")
            .process(this::exigir).id("exigir-carregamento-procurado")
            .setVariable(CARREGAMENTO, body())
            .setBody(this::procurado)
            .to(sql("classpath:sql/carregamento-historico.sql").dataSource("#leitura")
                .outputClass(CarregamentoMudancaRegistro.class.getName())).id("carregamento-historico")
            .setBody(this::mostrar);
    }
    // @formatter:on

    private Map<String, Object> procurado(Exchange exchange) {
        return carregamentos.procurado(
                exchange.getVariable(FinalizarRoute.POSTO_ID, Integer.class),
                exchange.getVariable(FinalizarRoute.CARREGAMENTO_ID, Long.class));
    }

    private void exigir(Exchange exchange) {
        carregamentos.exigir(exchange.getMessage().getBody(CarregamentoRegistro.class));
    }

    @SuppressWarnings("unchecked")
    private Carregamento mostrar(Exchange exchange) {
        return carregamentos.mostrar(
                exchange.getVariable(CARREGAMENTO, CarregamentoRegistro.class),
                exchange.getMessage().getBody(List.class));
    }
}
