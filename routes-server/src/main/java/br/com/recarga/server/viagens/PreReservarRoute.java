package br.com.recarga.server.viagens;

import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.cotas.CotaAlcancada;
import br.com.recarga.server.reservas.CotaDeQuemPede;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes a {@link PreReservaRequest}, leaves its {@link Resposta}: all of this server's stops are held, or none. */
@Component
public class PreReservarRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "pre-reservar";

    /** The transaction: a request that has its answer gets it again, a new one is decided. */
    public static final String DECIDIR = "pre-reservar-decidir";

    /** Says of each stop why it was not held. */
    public static final String RECUSAR = "pre-reservar-recusar";

    private static final Variable<PreReservaRequest> PEDIDO = UmaVezRoute.pedido(PreReservaRequest.class);
    private static final Variable<Map<String, Object>> PARADAS =
            Variable.parametersOf(PreReservarRoute.class, "paradas");
    private static final Variable<List<ParadaRegistro>> SEGURADAS =
            Variable.listOf(PreReservarRoute.class, "seguradas", ParadaRegistro.class);
    private static final Variable<List<ImpedimentoDaParada>> IMPEDIMENTOS =
            Variable.listOf(PreReservarRoute.class, "impedimentos", ImpedimentoDaParada.class);

    private final ViagemService viagens;
    private final CotaDeQuemPede cota;

    PreReservarRoute(ViagemService viagens, CotaDeQuemPede cota) {
        this.viagens = viagens;
        this.cota = cota;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Segura todas as paradas de uma viagem neste servidor, ou nenhuma; sozinhas elas caducam")
            .errorHandler(noErrorHandler())
            .to(beanValidator("pre-reserva")).id("validar-pre-reserva")
            .to(direct(DECIDIR));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("Uma só instrução segura o que está livre; se falta uma parada, solta todas")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-pre-reservar")
            .to(direct(UmaVezRoute.LEMBRAR))
            .filter(body().isNull()).id("pre-reserva-por-decidir")
                .process(cota).id("cota-da-pre-reserva")
                .setVariable(PARADAS.name()).exchange(exchange -> viagens.seguranca(PEDIDO.get(exchange), CotaDeQuemPede.COTA.get(exchange)))
                .setBody(PARADAS.value())
                .to(select("viagem-segurar.sql", ParadaRegistro.class)).id("viagem-segurar")
                .choice()
                    .when(PreReservarRoute::todas).id("todas-seguradas")
                        .setVariable(SEGURADAS.name(), body())
                        .setBody(PARADAS.value())
                        .to(sql("classpath:sql/carro-gravar.sql")).id("carro-da-viagem")
                        .setBody(exchange -> viagens.seguradas(PEDIDO.get(exchange), SEGURADAS.get(exchange)))
                    .otherwise()
                        .setBody(PARADAS.value())
                        .to(sql("classpath:sql/viagem-soltar.sql")).id("viagem-soltar")
                        .to(direct(RECUSAR))
                .end()
                .to(direct(UmaVezRoute.GUARDAR))
            .end();

        from(direct(RECUSAR)).routeId(RECUSAR)
            .description("Diz que cota se esgotou; ou de cada parada por que não foi segurada, e que postos estão livres na sua janela")
            .errorHandler(noErrorHandler())
            .setBody(PARADAS.value())
            .to(selectOne("cotas-alcancadas.sql", CotaAlcancada.class)).id("viagem-cotas-alcancadas")
            .setBody(this::limitada)
            .filter(body().isNull()).id("ha-cota")
                .setBody(PARADAS.value())
                .to(select("viagem-impedimentos.sql", ImpedimentoDaParada.class)).id("viagem-impedimentos")
                .setVariable(IMPEDIMENTOS.name(), body())
                .setBody(PARADAS.value())
                .to(select("viagem-alternativas.sql", PostoLivre.class)).id("viagem-alternativas")
                .setBody(this::recusada)
            .end();
    }
    // @formatter:on

    private static boolean todas(Exchange exchange) {
        return Rows.of(exchange, ParadaRegistro.class).size()
                == PEDIDO.get(exchange).paradas().size();
    }

    private Resposta limitada(Exchange exchange) {
        CotaAlcancada alcancada = exchange.getMessage().getBody(CotaAlcancada.class);
        return viagens.limitada(PEDIDO.get(exchange), CotaDeQuemPede.COTA.get(exchange), alcancada)
                .orElse(null);
    }

    private Resposta recusada(Exchange exchange) {
        return viagens.recusada(PEDIDO.get(exchange), IMPEDIMENTOS.get(exchange), Rows.of(exchange, PostoLivre.class));
    }
}
