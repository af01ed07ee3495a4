package br.com.recarga.server.viagens;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.MudancaService;
import br.com.recarga.server.reservas.ReservaRegistro;
import br.com.recarga.server.reservas.Transicao;
import br.com.recarga.server.reservas.TransitarRoute;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Takes a {@link CancelamentoRequest}, leaves its {@link Resposta}; the slot is free at once. */
@Component
public class CancelarRoute extends EndpointRouteBuilder {

    public static final String ID = "cancelar";

    /** The part that runs only for a request that has no answer yet, in the transaction of {@link UmaVezRoute}. */
    public static final String DECIDIR = "cancelar-decidir";

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
            .description("Cancela uma reserva, para quem tem o seu código ou é o operador")
            .errorHandler(noErrorHandler())
            .to(beanValidator("cancelamento")).id("validar-cancelamento")
            .setVariable(UmaVezRoute.DECIDIR, constant(DECIDIR))
            .to(direct(UmaVezRoute.ID))
            .to(direct(AvisarRoute.ID));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("Cancelar outra vez o que já está cancelado não muda nada e não é erro")
            .errorHandler(noErrorHandler())
            .choice()
                .when(exchange -> pedido(exchange).viagemId() != null)
                    .to(direct(CancelarViagemRoute.ID))
                    .setBody(this::viagemCancelada)
                .otherwise()
                    .setBody(this::transicao)
                    .to(direct(TransitarRoute.ID))
                    .setBody(this::resposta)
            .end();
    }
    // @formatter:on

    @SuppressWarnings("unchecked")
    private Resposta viagemCancelada(Exchange exchange) {
        return viagens.cancelada(pedido(exchange), exchange.getMessage().getBody(List.class));
    }

    private Transicao transicao(Exchange exchange) {
        Autor autor = exchange.getVariable(UmaVezRoute.AUTOR, Autor.MOTORISTA, Autor.class);
        return mudancas.cancelamento(pedido(exchange), autor);
    }

    private Resposta resposta(Exchange exchange) {
        return mudancas.cancelada(
                pedido(exchange), transicao(exchange), exchange.getMessage().getBody(ReservaRegistro.class));
    }

    private static CancelamentoRequest pedido(Exchange exchange) {
        return exchange.getVariable(UmaVezRoute.PEDIDO, CancelamentoRequest.class);
    }
}
