package br.com.recarga.client.viagens;

import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Viagem;
import br.com.recarga.platform.Variable;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Takes a confirmed {@link Viagem} as it was decided, whose row is {@link ViagemSaga#VIAGEM}; leaves it with its stops as they
 * stand now, since operators and the clock go on after the decision and nobody is sure to hear of it.
 */
@Component
public class VerParadasRoute extends RouteBuilder implements DirectBuilders {

    public static final String ID = "ver-paradas";

    private static final Variable<Viagem> DECIDIDA = Variable.of(VerParadasRoute.class, "decidida", Viagem.class);

    private final ParadasService paradas;

    VerParadasRoute(ParadasService paradas) {
        this.paradas = paradas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Pergunta a cada servidor da viagem como estão agora as suas paradas; as de quem cala ficam como na decisão")
            .errorHandler(noErrorHandler())
            .setVariable(DECIDIDA.name(), body())
            .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.CONSULTAR))
            .setBody(exchange -> paradas.perguntas(ViagemSaga.VIAGEM.get(exchange)))
            .to(direct(PerguntarATodosRoute.ID))
            .setBody(this::comoEstao);
    }
    // @formatter:on

    private Viagem comoEstao(Exchange exchange) {
        return paradas.comoEstao(DECIDIDA.get(exchange), exchange.getMessage().getBody(Respostas.class));
    }
}
