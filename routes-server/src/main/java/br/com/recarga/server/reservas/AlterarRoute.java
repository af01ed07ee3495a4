package br.com.recarga.server.reservas;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/** Takes an {@link AlteracaoRequest}, leaves its {@link Resposta}: the reservation in its new window, or as it was. */
@Component
public class AlterarRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "alterar";

    /** The transaction: a request that has its answer gets it again, a new one is decided. */
    public static final String DECIDIR = "alterar-decidir";

    private static final Variable<AlteracaoRequest> PEDIDO = UmaVezRoute.pedido(AlteracaoRequest.class);
    private static final Variable<ReservaRegistro> ATUAL =
            Variable.of(AlterarRoute.class, "atual", ReservaRegistro.class);
    private static final Variable<Map<String, Object>> NOVA_JANELA =
            Variable.parametersOf(AlterarRoute.class, "nova-janela");

    private final MudancaService mudancas;
    private final CotaDeQuemPede cota;

    AlterarRoute(MudancaService mudancas, CotaDeQuemPede cota) {
        this.mudancas = mudancas;
        this.cota = cota;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Muda a janela de uma reserva, para quem tem o seu código ou é o operador")
            .errorHandler(noErrorHandler())
            .to(beanValidator("alteracao")).id("validar-alteracao")
            .to(direct(DECIDIR))
            .to(direct(AvisarRoute.ID));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("Só um pedido novo se decide, com uma só instrução condicional; se a nova janela está tomada, a reserva fica como estava")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-alterar")
            .to(direct(UmaVezRoute.LEMBRAR))
            .filter(body().isNull()).id("alteracao-por-decidir")
                .setBody(exchange -> mudancas.procurada(PEDIDO.get(exchange).reservaId()))
                .to(selectOne("reserva-buscar.sql", ReservaRegistro.class)).id("reserva-a-alterar")
                .setVariable(ATUAL.name(), body())
                .process(cota).id("cota-da-alteracao")
                .setVariable(NOVA_JANELA.name()).exchange(this::novaJanela)
                .setBody(NOVA_JANELA.value())
                .to(selectOne("reserva-alterar.sql", ReservaRegistro.class)).id("reserva-alterar")
                .choice()
                    .when(body().isNotNull())
                        .setVariable(AvisarRoute.MUDADAS.name()).body(ReservaRegistro.class, reserva -> List.of(reserva))
                        .setBody(this::alterada)
                    .otherwise()
                        .setBody(NOVA_JANELA.value())
                        .to(selectOne("reserva-impedimento.sql", Impedimento.class)).id("alteracao-impedimento")
                        .setBody(this::recusada)
                .end()
                .to(direct(UmaVezRoute.GUARDAR))
            .end();
    }
    // @formatter:on

    private Map<String, Object> novaJanela(Exchange exchange) {
        return mudancas.alteracao(
                PEDIDO.get(exchange),
                ATUAL.get(exchange),
                UmaVezRoute.quem(exchange),
                CotaDeQuemPede.COTA.get(exchange));
    }

    private Resposta alterada(Exchange exchange) {
        return mudancas.alterada(PEDIDO.get(exchange), exchange.getMessage().getBody(ReservaRegistro.class));
    }

    private Resposta recusada(Exchange exchange) {
        return mudancas.naoAlterada(
                PEDIDO.get(exchange),
                ATUAL.get(exchange),
                CotaDeQuemPede.COTA.get(exchange),
                exchange.getMessage().getBody(Impedimento.class));
    }
}
