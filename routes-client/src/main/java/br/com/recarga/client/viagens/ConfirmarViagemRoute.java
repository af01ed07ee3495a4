package br.com.recarga.client.viagens;

import static br.com.recarga.client.viagens.ViagemSaga.RESPOSTAS;
import static br.com.recarga.client.viagens.ViagemSaga.VIAGEM;

import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.sagas.SagaImpossivel;
import br.com.recarga.contract.Operacao;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.springframework.stereotype.Component;

/** The completion of the saga. Takes its options as headers; fails until every server has answered. */
@Component
public class ConfirmarViagemRoute extends RouteBuilder implements DirectBuilders, SqlBuilders {

    /** Sagas under way have it in their log. */
    public static final String ID = "viagem-confirmar";

    private final PedidosDaViagem pedidos;
    private final LinhaDaViagem linha;

    ConfirmarViagemRoute(PedidosDaViagem pedidos, LinhaDaViagem linha) {
        this.pedidos = pedidos;
        this.linha = linha;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Confirma as paradas em todos os servidores; se um as perdeu, a viagem toda é desfeita")
            .errorHandler(noErrorHandler())
            .to(direct(AbrirViagemDaSagaRoute.ID))
            .filter(VIAGEM.value().isNotNull()).id("ainda-a-confirmar")
                .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.CONFIRMAR))
                .setBody(exchange -> pedidos.confirmacoes(VIAGEM.get(exchange)))
                .to(direct(PerguntarATodosRoute.ID))
                .setVariable(RESPOSTAS.name(), body())
                .filter(exchange -> Veredito.perdida(RESPOSTAS.get(exchange)))
                    .to(direct(AnotarMotivosRoute.ID))
                    .throwException(new SagaImpossivel("a server holds its stops no more")).id("viagem-perdida")
                .end()
                .to(direct(AguardarRoute.ID))
                .setBody(exchange -> linha.parametros(VIAGEM.get(exchange).com(RESPOSTAS.get(exchange))))
                .to(sql("classpath:viagens/viagem-confirmada.sql")).id("viagem-confirmada")
            .end();
    }
    // @formatter:on
}
