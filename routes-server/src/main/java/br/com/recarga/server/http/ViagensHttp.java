package br.com.recarga.server.http;

import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.server.viagens.ConfirmarRoute;
import br.com.recarga.server.viagens.PreReservarRoute;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Trips over HTTP, by the original's verbs; whoever has the {@code viagem_id} may go on with it. */
@Component
public class ViagensHttp extends RouteBuilder implements DirectBuilders {

    public static final String PRE_RESERVAR = "http-pre-reservar";
    public static final String CONFIRMAR = "http-confirmar";

    private static final String JSON = "application/json";

    private final QuemPede quemPede;
    private final PedidoHttp pedidos;

    ViagensHttp(QuemPede quemPede, PedidoHttp pedidos) {
        this.quemPede = quemPede;
        this.pedidos = pedidos;
    }

    // @formatter:off
    @Override
    public void configure() {
        rest().produces(JSON)
            .post("/pre_reserva").consumes(JSON).routeId("post-pre-reserva").to(direct(PRE_RESERVAR))
            .post("/confirmar_reserva").consumes(JSON).routeId("post-confirmar-reserva").to(direct(CONFIRMAR));

        from(direct(PRE_RESERVAR)).routeId(PRE_RESERVAR)
            .description("POST /pre_reserva")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-pre-reserva")
            .process(pedidos.ler(PreReservaRequest.class)).id("ler-pre-reserva")
            .to(direct(PreReservarRoute.ID))
            .process(HttpReplies::reply);

        from(direct(CONFIRMAR)).routeId(CONFIRMAR)
            .description("POST /confirmar_reserva")
            .routeConfigurationId(HttpReplies.ID)
            .process(quemPede).id("quem-pede-confirmar")
            .process(pedidos.ler(ConfirmacaoRequest.class)).id("ler-confirmacao")
            .to(direct(ConfirmarRoute.ID))
            .process(HttpReplies::reply);
    }
    // @formatter:on
}
