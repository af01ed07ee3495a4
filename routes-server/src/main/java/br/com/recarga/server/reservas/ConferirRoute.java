package br.com.recarga.server.reservas;

import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Takes the id of a point that its operator has changed, or null for all points, in the transaction of that change. Adds the
 * reservations that the change may have made useless, or useful again, to {@link AvisarRoute#MUDADAS}. A trip that is taken
 * up again has missed such changes: its id is in {@link #VIAGEM_ID}.
 */
@Component
public class ConferirRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "conferir-reservas";

    /** The one trip that is looked at; absent: all reservations. */
    public static final Variable<String> VIAGEM_ID = Variable.of(ConferirRoute.class, "viagem_id", String.class);

    private final MudancaService mudancas;

    ConferirRoute(MudancaService mudancas) {
        this.mudancas = mudancas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Avisa as reservas para as quais o posto já não é o que foi reservado")
            .errorHandler(noErrorHandler())
            .setBody(this::parametros)
            .to(select("reservas-avisar.sql", ReservaRegistro.class)).id("reservas-avisar")
            .setVariable(AvisarRoute.MUDADAS.name()).exchange(AvisarRoute::juntar);
    }
    // @formatter:on

    private Map<String, Object> parametros(Exchange exchange) {
        return mudancas.conferencia(
                exchange.getMessage().getBody(Integer.class), VIAGEM_ID.get(exchange), UmaVezRoute.quem(exchange));
    }
}
