package br.com.recarga.server.viagens;

import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.cotas.CotaAlcancada;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.ConferirRoute;
import br.com.recarga.server.reservas.CotaDeQuemPede;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link ConfirmacaoRequest}, leaves its {@link Resposta}: every stop of the trip is certain, or this server has
 * given the trip up.
 */
@Component
public class ConfirmarRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "confirmar";

    /** The transaction: a request that has its answer gets it again, a new one is decided. */
    public static final String DECIDIR = "confirmar-decidir";

    private static final Variable<ConfirmacaoRequest> PEDIDO = UmaVezRoute.pedido(ConfirmacaoRequest.class);

    private static final Variable<CotaAlcancada> ALCANCADA =
            Variable.of(ConfirmarRoute.class, "alcancada", CotaAlcancada.class);

    private final ViagemService viagens;
    private final CotaDeQuemPede cota;

    ConfirmarRoute(ViagemService viagens, CotaDeQuemPede cota) {
        this.viagens = viagens;
        this.cota = cota;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Torna certas as paradas seguradas de uma viagem; as que caducaram são retomadas se ainda estão livres")
            .errorHandler(noErrorHandler())
            .to(beanValidator("confirmacao")).id("validar-confirmacao")
            .to(direct(DECIDIR))
            .to(direct(AvisarRoute.ID));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("Todas as paradas deste servidor, ou a viagem é desfeita aqui e quem pediu fica sabendo")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-confirmar")
            .to(direct(UmaVezRoute.LEMBRAR))
            .filter(body().isNull()).id("confirmacao-por-decidir")
                .process(cota).id("cota-da-confirmacao")
                .setBody(this::confirmacao)
                .to(sql("classpath:sql/viagem-confirmar.sql")).id("viagem-confirmar")
                // what had lapsed was told nothing of what became of its point
                .setVariable(ConferirRoute.VIAGEM_ID.name()).exchange(exchange -> PEDIDO.get(exchange).viagemId())
                .setBody(constant(null))
                .to(direct(ConferirRoute.ID))
                .setBody(this::confirmacao)
                .to(select("viagem-buscar.sql", ParadaRegistro.class)).id("viagem-confirmada")
                .choice()
                    .when(exchange -> viagens.todasCertas(Rows.of(exchange, ParadaRegistro.class))).id("todas-certas")
                        .setBody(exchange -> viagens.confirmada(PEDIDO.get(exchange), Rows.of(exchange, ParadaRegistro.class)))
                    .otherwise()
                        .setBody(this::doCarro)
                        .to(selectOne("cotas-alcancadas.sql", CotaAlcancada.class)).id("confirmacao-cotas-alcancadas")
                        .setVariable(ALCANCADA.name(), body())
                        .to(direct(CancelarParadasRoute.ID))
                        .setBody(this::perdida)
                .end()
                .to(direct(UmaVezRoute.GUARDAR))
            .end();
    }
    // @formatter:on

    private Map<String, Object> confirmacao(Exchange exchange) {
        return viagens.confirmacao(
                PEDIDO.get(exchange).viagemId(), UmaVezRoute.CLIENTE.get(exchange), CotaDeQuemPede.COTA.get(exchange));
    }

    private Map<String, Object> doCarro(Exchange exchange) {
        return viagens.doCarro(confirmacao(exchange), Rows.of(exchange, ParadaRegistro.class));
    }

    private Resposta perdida(Exchange exchange) {
        return viagens.perdida(
                PEDIDO.get(exchange),
                Rows.of(exchange, ParadaRegistro.class),
                CotaDeQuemPede.COTA.get(exchange),
                ALCANCADA.get(exchange));
    }
}
