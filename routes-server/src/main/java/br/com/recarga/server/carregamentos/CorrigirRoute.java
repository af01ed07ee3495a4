package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.Carregamento;
import br.com.recarga.contract.CarregamentoCorrecao;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link CarregamentoCorrecao}, and where it charged in the variables that {@link FinalizarRoute} names; leaves the
 * {@link Carregamento}. What it said before stays in its history.
 */
@Component
public class CorrigirRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "corrigir-carregamento";

    /** The part that runs in one transaction. */
    public static final String DECIDIR = "corrigir-decidir";

    private static final Variable<CarregamentoCorrecao> CORRECAO =
            Variable.of(CorrigirRoute.class, "correcao", CarregamentoCorrecao.class);

    private final CarregamentoService carregamentos;

    CorrigirRoute(CarregamentoService carregamentos) {
        this.carregamentos = carregamentos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Corrige a energia de um carregamento terminado; o que se disse antes fica no histórico")
            .errorHandler(noErrorHandler())
            .to(beanValidator("correcao")).id("validar-correcao")
            .setVariable(CORRECAO.name(), body())
            .to(direct(DECIDIR))
            .to(direct(BuscarCarregamentoRoute.ID));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("Só se corrige o que terminou, e com uma energia que se possa crer ou que se confirme")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-correcao")
            .setBody(FinalizarRoute::procurado)
            .to(selectOne("carregamento-buscar.sql", CarregamentoRegistro.class)).id("carregamento-a-corrigir")
            .setBody(this::correcao)
            .to(sql("classpath:sql/carregamento-corrigir.sql")).id("carregamento-corrigir");
    }
    // @formatter:on

    private Map<String, Object> correcao(Exchange exchange) {
        return carregamentos.correcao(
                exchange.getMessage().getBody(CarregamentoRegistro.class),
                CORRECAO.get(exchange),
                UmaVezRoute.quem(exchange));
    }
}
