package br.com.recarga.client.viagens;

import static br.com.recarga.client.viagens.ViagemSaga.RESPOSTAS;
import static br.com.recarga.client.viagens.ViagemSaga.VIAGEM;

import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.contract.Operacao;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** The action of the saga: every stop of {@link ViagemSaga#VIAGEM} is held, or this fails with {@link NaoSegurada}. */
@Component
public class SegurarViagemRoute extends RouteBuilder implements DirectBuilders {

    public static final String ID = "viagem-segurar";

    private final PedidosDaViagem pedidos;

    SegurarViagemRoute(PedidosDaViagem pedidos) {
        this.pedidos = pedidos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Pede a cada servidor que segure as suas paradas: a todos ao mesmo tempo, e numa nova tentativa em ordem")
            .errorHandler(noErrorHandler())
            .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.PRE_RESERVAR))
            .setBody(exchange -> pedidos.preReservas(VIAGEM.get(exchange)))
            .choice()
                .when(exchange -> VIAGEM.get(exchange).primeiraTentativa())
                    .to(direct(PerguntarATodosRoute.ID))
                .otherwise()
                    .to(direct(SegurarEmOrdemRoute.ID))
            .end()
            .setVariable(RESPOSTAS.name(), body())
            .filter(exchange -> !Veredito.todasSeguradas(RESPOSTAS.get(exchange)))
                .to(direct(AnotarMotivosRoute.ID))
                .process(SegurarViagemRoute::desistir).id("desistir")
            .end();
    }
    // @formatter:on

    private static void desistir(Exchange exchange) {
        throw new NaoSegurada(Veredito.impedimentoPassageiro(RESPOSTAS.get(exchange)));
    }
}
