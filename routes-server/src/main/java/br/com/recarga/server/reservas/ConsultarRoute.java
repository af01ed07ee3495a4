package br.com.recarga.server.reservas;

import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.ReservasResponse;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.umavez.Prazos;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link ReservasRequest}, leaves a {@link ReservasResponse}, or, for the id of a request that was refused, the
 * answer that it got.
 */
@Component
public class ConsultarRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "consultar-reservas";

    /** Adds its history to a reservation that the caller may see. */
    public static final String HISTORICO = "consultar-historico";

    /** What is asked. */
    static final Variable<ReservasRequest> PEDIDO = Variable.of(ConsultarRoute.class, "pedido", ReservasRequest.class);

    private static final Variable<ReservaRegistro> RESERVA =
            Variable.of(ConsultarRoute.class, "reserva", ReservaRegistro.class);

    private final ConsultaService consultas;
    private final Prazos prazos;

    ConsultarRoute(ConsultaService consultas, Prazos prazos) {
        this.consultas = consultas;
        this.prazos = prazos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Mostra reservas: as de uma placa de que se tem o código, uma pelo número, as de uma viagem, ou a de um pedido cuja resposta não chegou")
            .errorHandler(noErrorHandler())
            .to(beanValidator("consulta")).id("validar-consulta")
            .process().body(ReservasRequest.class, prazos::exigir).id("prazo-da-consulta")
            .setVariable(PEDIDO.name(), body())
            .setBody(exchange -> consultas.parametros(PEDIDO.get(exchange), UmaVezRoute.CLIENTE.get(exchange)))
            .choice()
                .when(exchange -> PEDIDO.get(exchange).placa() != null)
                    .to(select("reservas-da-placa.sql", ReservaRegistro.class).dataSource("#leitura")).id("reservas-da-placa")
                    .setBody(this::daPlaca)
                .when(exchange -> PEDIDO.get(exchange).viagemId() != null)
                    .to(select("viagem-buscar.sql", ReservaRegistro.class).dataSource("#leitura")).id("reservas-da-viagem")
                    .setBody(exchange -> consultas.daViagem(PEDIDO.get(exchange), Rows.of(exchange, ReservaRegistro.class)))
                .when(exchange -> PEDIDO.get(exchange).reservaId() != null)
                    .to(selectOne("reserva-buscar.sql", ReservaRegistro.class).dataSource("#leitura")).id("reserva-buscar")
                    .process(this::exigirCodigo).id("exigir-codigo")
                    .to(direct(HISTORICO))
                .otherwise()
                    .to(selectOne("reserva-do-pedido.sql", ReservaRegistro.class).dataSource("#leitura")).id("reserva-do-pedido")
                    .choice()
                        .when(body().isNull())
                            .to(direct(SemReservaRoute.ID))
                        .when(this::podeVer)
                            .to(direct(HISTORICO))
                        .otherwise()
                            .setBody(this::resumo)
                    .endChoice()
            .end();

        from(direct(HISTORICO)).routeId(HISTORICO)
            .description("Junta à reserva o seu histórico")
            .errorHandler(noErrorHandler())
            .setVariable(RESERVA.name(), body())
            .setBody(exchange -> Map.of("reserva_id", RESERVA.get(exchange).reservaId()))
            .to(select("reserva-historico.sql", MudancaRegistro.class).dataSource("#leitura")).id("reserva-historico")
            .setBody(this::detalhe);
    }
    // @formatter:on

    private ReservasResponse daPlaca(Exchange exchange) {
        return consultas.daPlaca(PEDIDO.get(exchange), Rows.of(exchange, ReservaRegistro.class));
    }

    private void exigirCodigo(Exchange exchange) {
        ReservaRegistro reserva = exchange.getMessage().getBody(ReservaRegistro.class);
        consultas.exigirCodigo(PEDIDO.get(exchange), reserva, UmaVezRoute.quem(exchange));
    }

    private boolean podeVer(Exchange exchange) {
        ReservaRegistro reserva = exchange.getMessage().getBody(ReservaRegistro.class);
        return consultas.podeVer(PEDIDO.get(exchange), reserva, UmaVezRoute.quem(exchange));
    }

    private ReservasResponse resumo(Exchange exchange) {
        return consultas.resumo(PEDIDO.get(exchange), exchange.getMessage().getBody(ReservaRegistro.class));
    }

    private ReservasResponse detalhe(Exchange exchange) {
        return consultas.detalhe(
                PEDIDO.get(exchange),
                RESERVA.get(exchange),
                Rows.of(exchange, MudancaRegistro.class),
                UmaVezRoute.quem(exchange));
    }
}
