package br.com.recarga.client.viagens;

import static br.com.recarga.client.viagens.ReservarViagemRoute.PEDIDO;
import static br.com.recarga.client.viagens.ViagemSaga.VIAGEM;

import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.Operacao;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.http.HttpReplies;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Attempts to reserve {@link ViagemSaga#VIAGEM} until one holds, or what is in the way is there to stay. */
@Component
public class TentarViagemRoute extends RouteBuilder implements DirectBuilders {

    public static final String ID = "viagem-tentar";

    private static final Variable<Boolean> TENTANDO = Variable.of(TentarViagemRoute.class, "tentando", Boolean.class);

    private final LugaresDasParadas lugares;

    TentarViagemRoute(LugaresDasParadas lugares) {
        this.lugares = lugares;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Confere se o caminho entre as paradas se faz a tempo; tenta de novo, em ordem, se só pré-reservas de outros estavam no caminho")
            .errorHandler(noErrorHandler())
            .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.LISTAR))
            .setBody(exchange -> lugares.perguntas(PEDIDO.get(exchange)))
            .filter(simple("${body.size} > 0")).id("lugares-desconhecidos")
                .to(direct(PerguntarATodosRoute.ID))
                // of whichever answered last
                .removeVariable(HttpReplies.SERVER_ID.name())
                .process(this::ouvir).id("lugares-ouvidos")
            .end()
            .process(exchange -> lugares.exigirDirigivel(PEDIDO.get(exchange))).id("exigir-dirigivel")
            .process(TentarAteOLimite::comecar).id("comecar-viagem")
            .setVariable(TENTANDO.name(), constant(true))
            .loopDoWhile(TENTANDO.value().isEqualTo(true))
                .setVariable(TENTANDO.name(), constant(false))
                .doTry()
                    .to(direct(ViagemSaga.ID))
                .doCatch(NaoSegurada.class)
                    .setVariable(TENTANDO.name()).exchange(TentarViagemRoute::podeTentarDeNovo).id("tentar-de-novo")
                .end()
                .filter(TENTANDO.value().isEqualTo(true))
                    .delay().exchange(exchange -> Veredito.espera(VIAGEM.get(exchange))).asyncDelayed().end()
                    .setVariable(VIAGEM.name()).exchange(exchange -> VIAGEM.get(exchange).proximaTentativa())
                .end()
            .end();
    }
    // @formatter:on

    private void ouvir(Exchange exchange) {
        lugares.ouvir(PEDIDO.get(exchange), exchange.getMessage().getBody(Respostas.class));
    }

    private static boolean podeTentarDeNovo(Exchange exchange) {
        NaoSegurada falha = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, NaoSegurada.class);
        return Veredito.podeTentarDeNovo(VIAGEM.get(exchange), falha);
    }
}
