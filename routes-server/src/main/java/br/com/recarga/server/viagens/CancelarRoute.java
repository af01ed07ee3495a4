package br.com.recarga.server.viagens;

import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.MudancaService;
import br.com.recarga.server.reservas.ReservaRegistro;
import br.com.recarga.server.reservas.TransitarRoute;
import br.com.recarga.server.umavez.UmaVezRoute;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes a {@link CancelamentoRequest}, leaves its {@link Resposta}; the slot is free at once. */
@Component
public class CancelarRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders {

    public static final String ID = "cancelar";

    /** The transaction: a request that has its answer gets it again, a new one is decided. */
    public static final String DECIDIR = "cancelar-decidir";

    private static final Variable<CancelamentoRequest> PEDIDO = UmaVezRoute.pedido(CancelamentoRequest.class);

    private final MudancaService mudancas;
    private final ViagemService viagens;

    CancelarRoute(MudancaService mudancas, ViagemService viagens) {
        this.mudancas = mudancas;
        this.viagens = viagens;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Cancela uma reserva ou uma viagem, para quem tem o seu código ou é o operador")
            .errorHandler(noErrorHandler())
            .to(beanValidator("cancelamento")).id("validar-cancelamento")
            .to(direct(DECIDIR))
            .to(direct(AvisarRoute.ID));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("Cancelar outra vez o que já está cancelado não muda nada e não é erro")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-cancelar")
            .to(direct(UmaVezRoute.LEMBRAR))
            .filter(body().isNull()).id("cancelamento-por-decidir")
                .choice()
                    .when(exchange -> PEDIDO.get(exchange).viagemId() != null)
                        .to(direct(CancelarParadasRoute.ID))
                        .setBody(exchange -> viagens.cancelada(PEDIDO.get(exchange), Rows.of(exchange, ParadaRegistro.class)))
                    .otherwise()
                        .setBody(exchange -> mudancas.cancelamento(PEDIDO.get(exchange), UmaVezRoute.quem(exchange)))
                        .to(direct(TransitarRoute.ID))
                        .setBody(this::resposta)
                .end()
                .to(direct(UmaVezRoute.GUARDAR))
            .end();
    }
    // @formatter:on

    private Resposta resposta(Exchange exchange) {
        ReservaRegistro reserva = exchange.getMessage().getBody(ReservaRegistro.class);
        return mudancas.cancelada(PEDIDO.get(exchange), reserva, UmaVezRoute.quem(exchange));
    }
}
