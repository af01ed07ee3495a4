package br.com.recarga.client.viagens;

import static br.com.recarga.client.viagens.ViagemSaga.VIAGEM;

import br.com.recarga.client.sagas.DurableSagaService;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.SituacaoViagem;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.model.SagaPropagation;
import org.springframework.stereotype.Component;

/** {@code DELETE /viagens/{id}}: cancels every stop; once begun, it is carried to its end like the reservation was. */
@Component
public class CancelarViagemRoute extends RouteBuilder implements DirectBuilders, SqlBuilders {

    public static final String ID = "cancelar-viagem";

    /** A saga that can only be completed: what undoes a trip. */
    public static final String SAGA = "cancelar-viagem-saga";

    private final LinhaDaViagem linha;

    CancelarViagemRoute(LinhaDaViagem linha) {
        this.linha = linha;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("DELETE /viagens/{id}: cancela todas as paradas, para quem tem o código da viagem")
            .routeConfigurationId(HttpReplies.ID)
            .removeHeader(Exchange.SAGA_LONG_RUNNING_ACTION)
            .process(Entrada::identificar).id("identificar-cancelamento-de-viagem")
            .to(direct(ConsultarViagemRoute.ABRIR))
            .filter(CancelarViagemRoute::confirmada)
                .doTry()
                    .to(direct(SAGA))
                // whatever broke: the trip's row says what is certain
                .doCatch(Exception.class)
                    .log(LoggingLevel.WARN, "An attempt to cancel a trip broke: ${exception.message}")
                .end()
            .end()
            .to(direct(ConsultarViagemRoute.ABRIR))
            .filter(CancelarViagemRoute::confirmada)
                .process(CancelarViagemRoute::falhar).id("cancelamento-nao-comecado")
            .end()
            .process(CancelarViagemRoute::responder).id("responder-cancelamento-de-viagem");

        from(direct(SAGA)).routeId(SAGA)
            .description("O cancelamento decidido é repetido até que cada servidor tenha respondido")
            .errorHandler(noErrorHandler())
            .saga().propagation(SagaPropagation.REQUIRES_NEW)
                .option(ViagemSaga.VIAGEM_ID, simple("${variable." + VIAGEM + ".viagemId}"))
                .option(ViagemSaga.TENTATIVA, simple("${variable." + VIAGEM + ".tentativa}", Integer.class))
                .option(ViagemSaga.SITUACAO, constant(SituacaoViagem.CANCELANDO.name()))
                .completion(direct(DesfazerViagemRoute.ID).getRawUri())
                .compensation(direct(DesfazerViagemRoute.ID).getRawUri())
                .setBody(exchange -> linha.naSaga(VIAGEM.get(exchange), DurableSagaService.id(exchange)))
                .to(sql("classpath:viagens/viagem-cancelar.sql")).id("viagem-cancelar")
            .end();
    }
    // @formatter:on

    private static boolean confirmada(Exchange exchange) {
        return VIAGEM.get(exchange).situacao() == SituacaoViagem.CONFIRMADA;
    }

    /** Nothing was cancelled. */
    private static void falhar(Exchange exchange) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        exchange.setException(
                caught != null
                        ? caught
                        : new PedidoRecusado(Codigo.SERVIDOR_INDISPONIVEL, "Nada foi cancelado; peça outra vez"));
    }

    private static void responder(Exchange exchange) throws Exception {
        ViagemRegistro viagem = VIAGEM.get(exchange);
        PalavrasDaViagem.exigirCancelada(viagem);
        exchange.getMessage().setBody(PalavrasDaViagem.mostrar(viagem, HttpReplies.REQUEST_ID.get(exchange), false));
        HttpReplies.reply(exchange, viagem.situacao() == SituacaoViagem.CANCELADA ? 200 : 202);
    }
}
