package br.com.recarga.client.viagens;

import static br.com.recarga.client.viagens.ViagemSaga.RESPOSTAS;
import static br.com.recarga.client.viagens.ViagemSaga.VIAGEM;

import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.contract.Operacao;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.springframework.stereotype.Component;

/** The compensation of the saga, and all that a cancelled trip needs. Takes the saga's options as headers; fails until it is done. */
@Component
public class DesfazerViagemRoute extends RouteBuilder implements DirectBuilders, SqlBuilders {

    /** Sagas under way have it in their log. */
    public static final String ID = "viagem-desfazer";

    private final PedidosDaViagem pedidos;
    private final LinhaDaViagem linha;

    DesfazerViagemRoute(PedidosDaViagem pedidos, LinhaDaViagem linha) {
        this.pedidos = pedidos;
        this.linha = linha;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Cancela o que houver da viagem em todos os servidores")
            .errorHandler(noErrorHandler())
            .to(direct(AbrirViagemDaSagaRoute.ID))
            .filter(VIAGEM.value().isNotNull()).id("ainda-a-desfazer")
                .setVariable(PerguntarRoute.OPERACAO.name(), constant(Operacao.CANCELAR))
                .setBody(exchange -> pedidos.cancelamentos(VIAGEM.get(exchange)))
                .to(direct(PerguntarATodosRoute.ID))
                .setVariable(RESPOSTAS.name(), body())
                .to(direct(AguardarRoute.ID))
                .setBody(exchange -> linha.parametros(VIAGEM.get(exchange).desfeita(RESPOSTAS.get(exchange))))
                .to(sql("classpath:viagens/viagem-desfeita.sql")).id("viagem-desfeita")
            .end();
    }
    // @formatter:on
}
