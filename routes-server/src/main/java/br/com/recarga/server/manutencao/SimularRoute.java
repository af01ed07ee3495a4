package br.com.recarga.server.manutencao;

import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.ReservaRegistro;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/**
 * The end of a change that may only be tried: within its transaction, and after {@code simulacao-comecar.sql}. What the trial
 * would have done to reservations is in {@link #SIMULADAS}; nobody else hears of it.
 */
@Component
public class SimularRoute extends EndpointRouteBuilder {

    public static final String ID = "simular";

    /** Variable with a Boolean: whether nothing is to change; absent: false. */
    public static final String SIMULAR = "simular";

    /** Variable with the reservations that would have changed. */
    public static final String SIMULADAS = "simuladas";

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Desfaz o que só se quis saber; o que teria mudado fica dito a quem pergunta")
            .errorHandler(noErrorHandler())
            .filter(SimularRoute::simula).id("so-simulacao")
                .to(sql("classpath:sql/simulacao-desfazer.sql")).id("simulacao-desfazer")
                .setVariable(SIMULADAS, variable(AvisarRoute.MUDADAS))
                .removeVariable(AvisarRoute.MUDADAS)
            .end();
    }
    // @formatter:on

    /** The reservations that changed, or would have. */
    @SuppressWarnings("unchecked")
    public static List<ReservaRegistro> mudadas(Exchange exchange) {
        return exchange.getVariable(simula(exchange) ? SIMULADAS : AvisarRoute.MUDADAS, List.of(), List.class);
    }

    private static boolean simula(Exchange exchange) {
        return Boolean.TRUE.equals(exchange.getVariable(SIMULAR, Boolean.class));
    }
}
