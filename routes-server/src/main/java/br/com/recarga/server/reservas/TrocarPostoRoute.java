package br.com.recarga.server.reservas;

import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.TrocaDePostoRequest;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.postos.PostosService;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes a {@link TrocaDePostoRequest}, leaves its {@link Resposta}: the reservation at the other point, or as it was. */
@Component
public class TrocarPostoRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "trocar-posto";

    /** The transaction: a request that has its answer gets it again, a new one is decided. */
    public static final String DECIDIR = "trocar-posto-decidir";

    private static final Variable<TrocaDePostoRequest> PEDIDO = UmaVezRoute.pedido(TrocaDePostoRequest.class);
    private static final Variable<ReservaRegistro> ATUAL =
            Variable.of(TrocarPostoRoute.class, "atual", ReservaRegistro.class);
    private static final Variable<PontoDaTroca> NOVO = Variable.of(TrocarPostoRoute.class, "novo", PontoDaTroca.class);
    private static final Variable<Map<String, Object>> TROCA = Variable.parametersOf(TrocarPostoRoute.class, "troca");

    private final MudancaService mudancas;
    private final TrocaService trocas;
    private final PostosService postos;

    TrocarPostoRoute(MudancaService mudancas, TrocaService trocas, PostosService postos) {
        this.mudancas = mudancas;
        this.trocas = trocas;
        this.postos = postos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("O operador passa uma reserva ao posto ao lado, e o motorista é avisado")
            .errorHandler(noErrorHandler())
            .to(beanValidator("troca")).id("validar-troca")
            .to(direct(DECIDIR))
            .to(direct(AvisarRoute.ID));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("Só um pedido novo se decide, com uma só instrução condicional; se o outro posto está tomado, a reserva fica onde estava")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-trocar-posto")
            .to(direct(UmaVezRoute.LEMBRAR))
            .filter(body().isNull()).id("troca-por-decidir")
                .setBody(exchange -> mudancas.procurada(PEDIDO.get(exchange).reservaId()))
                .to(selectOne("reserva-buscar.sql", ReservaRegistro.class)).id("reserva-a-trocar")
                .setVariable(ATUAL.name(), body())
                .choice()
                    .when(this::muda)
                        .setBody(exchange -> trocas.procurado(PEDIDO.get(exchange)))
                        .to(selectOne("ponto-da-troca.sql", PontoDaTroca.class)).id("ponto-da-troca")
                        .setVariable(NOVO.name(), body())
                        .setVariable(TROCA.name()).exchange(this::parametros)
                        .setBody(TROCA.value())
                        .to(selectOne("reserva-trocar-posto.sql", ReservaRegistro.class)).id("reserva-trocar-posto")
                        .filter(body().isNotNull()).id("reserva-trocada")
                            .setVariable(AvisarRoute.MUDADAS.name()).body(ReservaRegistro.class, reserva -> List.of(reserva))
                        .end()
                    .endChoice()
                    .otherwise()
                        .setBody(ATUAL.value())
                .end()
                .choice()
                    .when(body().isNotNull())
                        .setBody(this::trocada)
                    .otherwise()
                        .setBody(exchange -> trocas.comoNova(TROCA.get(exchange)))
                        .to(selectOne("reserva-impedimento.sql", Impedimento.class)).id("troca-impedimento")
                        .setBody(this::recusada)
                .end()
                .to(direct(UmaVezRoute.GUARDAR))
            .end();
    }
    // @formatter:on

    private boolean muda(Exchange exchange) {
        return trocas.muda(PEDIDO.get(exchange), ATUAL.get(exchange), UmaVezRoute.quem(exchange));
    }

    private Map<String, Object> parametros(Exchange exchange) {
        PontoDaTroca novo = NOVO.get(exchange);
        if (novo == null) {
            throw postos.inexistente(PEDIDO.get(exchange).postoId());
        }
        return trocas.parametros(PEDIDO.get(exchange), ATUAL.get(exchange), novo, UmaVezRoute.quem(exchange));
    }

    private Resposta trocada(Exchange exchange) {
        return trocas.trocada(PEDIDO.get(exchange), exchange.getMessage().getBody(ReservaRegistro.class));
    }

    private Resposta recusada(Exchange exchange) {
        return trocas.naoTrocada(
                PEDIDO.get(exchange),
                ATUAL.get(exchange),
                NOVO.get(exchange),
                exchange.getMessage().getBody(Impedimento.class));
    }
}
