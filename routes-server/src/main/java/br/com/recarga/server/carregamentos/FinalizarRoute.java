package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.Carregamento;
import br.com.recarga.contract.CarregamentoFim;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.TransitarRoute;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link CarregamentoFim}, and where it charged in the variables {@link #POSTO_ID} and {@link #CARREGAMENTO_ID};
 * leaves the {@link Carregamento}. Ending it again with the same energy changes nothing and is no error; what ended without
 * an energy may be told it.
 */
@Component
public class FinalizarRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "finalizar-carregamento";

    /** The same for whoever waits for no answer: a departure that is only told. */
    public static final String TERMINAR = "finalizar-terminar";

    /** The part that runs in one transaction: the charge ends, and its reservation with it. */
    public static final String DECIDIR = "finalizar-decidir";

    public static final Variable<Integer> POSTO_ID = Variable.of(FinalizarRoute.class, "posto_id", Integer.class);
    public static final Variable<Long> CARREGAMENTO_ID =
            Variable.of(FinalizarRoute.class, "carregamento_id", Long.class);

    private static final Variable<CarregamentoFim> FIM =
            Variable.of(FinalizarRoute.class, "fim", CarregamentoFim.class);
    private static final Variable<CarregamentoRegistro> CARREGAMENTO =
            Variable.of(FinalizarRoute.class, "carregamento", CarregamentoRegistro.class);

    private final CarregamentoService carregamentos;

    FinalizarRoute(CarregamentoService carregamentos) {
        this.carregamentos = carregamentos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Termina um carregamento: a energia entregue, o que custou, e a reserva concluída")
            .errorHandler(noErrorHandler())
            .to(beanValidator("carregamento")).id("validar-fim")
            .to(direct(TERMINAR))
            .to(direct(BuscarCarregamentoRoute.ID));

        from(direct(TERMINAR)).routeId(TERMINAR)
            .description("O que se decide de um carro que sai, por qualquer porta, e a quem se conta")
            .errorHandler(noErrorHandler())
            .setVariable(FIM.name(), body())
            .to(direct(DECIDIR))
            .to(direct(AvisarRoute.ID));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("O carregamento e a sua reserva terminam juntos; terminar outra vez não muda nada")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-fim")
            .setBody(FinalizarRoute::procurado)
            .to(selectOne("carregamento-buscar.sql", CarregamentoRegistro.class)).id("carregamento-a-finalizar")
            .process().body(CarregamentoRegistro.class, carregamentos::exigir).id("exigir-carregamento")
            .setVariable(CARREGAMENTO.name(), body())
            .filter(exchange -> !carregamentos.jaFinalizado(CARREGAMENTO.get(exchange), FIM.get(exchange))).id("ainda-em-curso")
                .setBody(exchange -> carregamentos.fim(CARREGAMENTO.get(exchange), FIM.get(exchange), UmaVezRoute.quem(exchange)))
                .to(sql("classpath:sql/carregamento-finalizar.sql")).id("carregamento-finalizar")
                .filter(exchange -> CARREGAMENTO.get(exchange).reservaId() != null).id("com-reserva")
                    .setBody(exchange -> carregamentos.partida(CARREGAMENTO.get(exchange), UmaVezRoute.quem(exchange)))
                    .to(direct(TransitarRoute.ID))
                .end()
            .end();
    }
    // @formatter:on

    /** Parameters of {@code carregamento-buscar.sql} and {@code carregamento-historico.sql}. */
    static Map<String, Object> procurado(Exchange exchange) {
        return Map.of("posto_id", POSTO_ID.get(exchange), "carregamento_id", CARREGAMENTO_ID.get(exchange));
    }
}
