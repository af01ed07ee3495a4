package br.com.recarga.server.viagens;

import br.com.recarga.contract.Pedido;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.ReservaRegistro;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Cancels all that this server has of the trip of the request in {@link UmaVezRoute#pedido}, and remembers that it did, for
 * a hold that comes late; leaves the stops as {@link ParadaRegistro}s. Part of the caller's transaction.
 */
@Component
public class CancelarParadasRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "cancelar-paradas";

    private static final Variable<Pedido> PEDIDO = UmaVezRoute.pedido(Pedido.class);

    private final ViagemService viagens;

    CancelarParadasRoute(ViagemService viagens) {
        this.viagens = viagens;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Cancela as paradas de uma viagem neste servidor e deixa uma lápide contra a pré-reserva que chegar atrasada")
            .errorHandler(noErrorHandler())
            .setBody(this::cancelamento)
            .to(sql("classpath:sql/viagem-lapide.sql")).id("viagem-lapide")
            .to(select("viagem-cancelar.sql", ReservaRegistro.class)).id("viagem-cancelar")
            .setVariable(AvisarRoute.MUDADAS.name(), body())
            .setBody(this::cancelamento)
            .to(select("viagem-buscar.sql", ParadaRegistro.class)).id("viagem-cancelada");
    }
    // @formatter:on

    private Map<String, Object> cancelamento(Exchange exchange) {
        return viagens.cancelamento(
                PEDIDO.get(exchange), UmaVezRoute.quem(exchange), UmaVezRoute.CLIENTE.get(exchange));
    }
}
