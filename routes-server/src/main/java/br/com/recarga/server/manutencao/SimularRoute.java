package br.com.recarga.server.manutencao;

import br.com.recarga.platform.Variable;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.ReservaRegistro;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.springframework.stereotype.Component;

/**
 * A change that may only be tried is between {@link #COMECAR} and {@link #ID}, both in its transaction. What the trial would
 * have done to reservations is in {@link #SIMULADAS}; nobody else hears of it.
 */
@Component
public class SimularRoute extends RouteBuilder implements DirectBuilders, SqlBuilders {

    public static final String ID = "simular";

    /** Before anything changes. */
    public static final String COMECAR = "simular-comecar";

    /** Whether nothing is to change; absent: false. */
    public static final Variable<Boolean> SIMULAR = Variable.of(SimularRoute.class, "simular", Boolean.class);

    /** The reservations that would have changed. */
    public static final Variable<List<ReservaRegistro>> SIMULADAS =
            Variable.listOf(SimularRoute.class, "simuladas", ReservaRegistro.class);

    // @formatter:off
    @Override
    public void configure() {
        from(direct(COMECAR)).routeId(COMECAR)
            .description("Guarda onde voltar, se só se quer saber")
            .errorHandler(noErrorHandler())
            .filter(SIMULAR.value().isEqualTo(true)).id("comeca-simulacao")
                .to(sql("classpath:sql/simulacao-comecar.sql")).id("simulacao-comecar")
            .end();

        from(direct(ID)).routeId(ID)
            .description("Desfaz o que só se quis saber; o que teria mudado fica dito a quem pergunta")
            .errorHandler(noErrorHandler())
            .filter(SIMULAR.value().isEqualTo(true)).id("so-simulacao")
                .to(sql("classpath:sql/simulacao-desfazer.sql")).id("simulacao-desfazer")
                .setVariable(SIMULADAS.name(), AvisarRoute.MUDADAS.value())
                .removeVariable(AvisarRoute.MUDADAS.name())
            .end();
    }
    // @formatter:on

    /** The reservations that changed, or would have. */
    public static List<ReservaRegistro> mudadas(Exchange exchange) {
        return (SIMULAR.get(exchange, false) ? SIMULADAS : AvisarRoute.MUDADAS).get(exchange, List.of());
    }

    /** How many of them are touched for the worse; whoever was told the same before is not among them. */
    public static int afetadas(Exchange exchange) {
        return (int) mudadas(exchange).stream().filter(ReservaRegistro::afetada).count();
    }
}
