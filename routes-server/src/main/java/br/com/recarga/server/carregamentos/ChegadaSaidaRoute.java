package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.CarregamentoFim;
import br.com.recarga.contract.CarregamentoInicio;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.ReservaSituacao;
import br.com.recarga.contract.Situacao;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.avisos.IgnorarRoute;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.LiberarEsperasRoute;
import br.com.recarga.server.reservas.MudancaService;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link ReservaSituacao}: a car has arrived at its point, or has left it. What follows is decided as at the
 * operator's door; nobody waits for an answer.
 */
@Component
public class ChegadaSaidaRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "chegada-e-saida";

    /** The car's charge ends, and its reservation with it; how much energy it took, nobody says. Who only waited waits no more. */
    public static final String SAIR = "sair";

    private static final Variable<ReservaSituacao> CONTADA =
            Variable.of(ChegadaSaidaRoute.class, "contada", ReservaSituacao.class);

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
            .process().body(ReservaSituacao.class, mudancas::exigirChegadaOuSaida).id("exigir-chegada-ou-saida")
            .doTry()
                .choice()
                    .when(ChegadaSaidaRoute::chegou)
                        .setBody().body(ReservaSituacao.class, contada -> new CarregamentoInicio(contada.reservaId(), null))
                        .to(direct(IniciarRoute.TENTAR))
                    .otherwise()
                        .to(direct(SAIR))
                .end()
            .endDoTry()
            .doCatch(PedidoRecusado.class)
                // what was rolled back has not changed
                .removeVariable(AvisarRoute.MUDADAS.name())
            .end()
            .filter(AvisarRoute.MUDADAS.value().isNull()).id("nada-mudou")
                .to(direct(IgnorarRoute.ID))
            .end();

        from(direct(SAIR)).routeId(SAIR)
            .description("O carro saiu: o seu carregamento termina, e com ele a reserva; se ainda esperava, já não espera")
            .errorHandler(noErrorHandler())
            .setVariable(CONTADA.name(), body())
            .setBody(exchange -> mudancas.procurada(CONTADA.get(exchange).reservaId()))
            .to(selectOne("carregamento-da-reserva.sql", CarregamentoRegistro.class).dataSource("#leitura")).id("carregamento-da-reserva")
            .choice().id("carregava-ou-esperava")
                .when(body().isNotNull())
                    .process(ChegadaSaidaRoute::apontar).id("apontar-carregamento")
                    .to(direct(FinalizarRoute.TERMINAR))
                .otherwise()
                    .setBody(exchange -> mudancas.saida(CONTADA.get(exchange).reservaId()))
                    .to(direct(LiberarEsperasRoute.ID))
                    .to(direct(AvisarRoute.ID))
            .end();
    }
    // @formatter:on

    private static boolean chegou(Exchange exchange) {
        return exchange.getMessage().getBody(ReservaSituacao.class).situacao() == Situacao.EM_ANDAMENTO;
    }

    private static void apontar(Exchange exchange) {
        CarregamentoRegistro carregamento = exchange.getMessage().getBody(CarregamentoRegistro.class);
        FinalizarRoute.POSTO_ID.set(exchange, carregamento.postoId());
        FinalizarRoute.CARREGAMENTO_ID.set(exchange, carregamento.id());
        exchange.getMessage().setBody(new CarregamentoFim(null, null));
    }
}
