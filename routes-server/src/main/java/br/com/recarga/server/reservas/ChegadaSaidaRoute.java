package br.com.recarga.server.reservas;

import br.com.recarga.contract.ReservaSituacao;
import br.com.recarga.server.telemetria.IgnorarRoute;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Takes a {@link ReservaSituacao}: a car has arrived at its point, or has left it. */
@Component
public class ChegadaSaidaRoute extends EndpointRouteBuilder {

    public static final String ID = "chegada-e-saida";

    private final MudancaService mudancas;

    ChegadaSaidaRoute(MudancaService mudancas) {
        this.mudancas = mudancas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("O carro chegou ao posto que reservou, ou saiu dele")
            .errorHandler(noErrorHandler())
            .to(beanValidator("situacao")).id("validar-situacao")
            .setBody(this::transicao)
            .to(direct(TransitarRoute.ID))
            .choice()
                .when(variable(AvisarRoute.MUDADAS).isNull())
                    .to(direct(IgnorarRoute.ID))
                .otherwise()
                    .to(direct(AvisarRoute.ID))
            .end();
    }
    // @formatter:on

    private Transicao transicao(Exchange exchange) {
        return mudancas.chegadaOuSaida(exchange.getMessage().getBody(ReservaSituacao.class));
    }
}
