package br.com.recarga.server.reservas;

import br.com.recarga.contract.Posto;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.Rows;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.cotas.CotaAlcancada;
import br.com.recarga.server.postos.PostoRegistro;
import br.com.recarga.server.postos.PostosService;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.component.sql.SqlConstants;
import org.springframework.stereotype.Component;

/** Takes a {@link ReservaRequest}, leaves its {@link Resposta}: one guarded statement decides. */
@Component
public class ReservarRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders, Statements {

    public static final String ID = "reservar";

    /** The transaction, committed when it returns: a request that has its answer gets it again, a new one is decided. */
    public static final String DECIDIR = "reservar-decidir";

    /** Takes the parameters of a reservation that the point asked for cannot have; leaves those of the one that was tried last. */
    private static final String EQUIVALENTE = "reservar-equivalente";

    private static final Variable<ReservaRequest> PEDIDO = UmaVezRoute.pedido(ReservaRequest.class);
    private static final Variable<PostoRegistro> POSTO = Variable.of(ReservarRoute.class, "posto", PostoRegistro.class);
    private static final Variable<NovaReserva> NOVA = Variable.of(ReservarRoute.class, "nova", NovaReserva.class);
    private static final Variable<Impedimento> IMPEDIMENTO =
            Variable.of(ReservarRoute.class, "impedimento", Impedimento.class);

    private static final Variable<CotaAlcancada> ALCANCADA =
            Variable.of(ReservarRoute.class, "alcancada", CotaAlcancada.class);

    private final ReservaService reservas;
    private final PostosService postos;
    private final CotaDeQuemPede cota;

    ReservarRoute(ReservaService reservas, PostosService postos, CotaDeQuemPede cota) {
        this.reservas = reservas;
        this.postos = postos;
        this.cota = cota;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Reserva um posto; o mesmo request_id tem sempre a mesma resposta")
            .errorHandler(noErrorHandler())
            .to(beanValidator("reserva")).id("validar-reserva")
            .to(direct(DECIDIR));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("Só um pedido novo se decide, com uma só instrução condicional; o carro só é gravado com a reserva")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-reservar")
            .to(direct(UmaVezRoute.LEMBRAR))
            .filter(body().isNull()).id("reserva-por-decidir")
                .setBody(exchange -> postos.procurado(PEDIDO.get(exchange).postoId()))
                .to(selectOne("posto-buscar.sql", PostoRegistro.class)).id("posto-buscar")
                .setVariable(POSTO.name(), body())
                .choice()
                    .when(body().isNull())
                        .setBody(this::postoInexistente)
                    .otherwise()
                        .process(cota).id("cota-da-reserva")
                        .setVariable(NOVA.name()).exchange(this::nova)
                        .setBody(this::parametros)
                        .to(sql("classpath:sql/reserva-inserir.sql")).id("reserva-inserir")
                        .filter(this::tentaEquivalente).id("tenta-equivalente")
                            .to(direct(EQUIVALENTE))
                        .end()
                        .choice()
                            .when(header(SqlConstants.SQL_UPDATE_COUNT).isEqualTo(1))
                                .to(sql("classpath:sql/carro-gravar.sql")).id("carro-gravar")
                                .setBody(exchange -> reservas.confirmada(NOVA.get(exchange), POSTO.get(exchange)))
                            .otherwise()
                                .to(selectOne("reserva-impedimento.sql", Impedimento.class)).id("reserva-impedimento")
                                .setVariable(IMPEDIMENTO.name(), body())
                                .setBody(this::parametros)
                                .to(selectOne("cotas-alcancadas.sql", CotaAlcancada.class)).id("cotas-alcancadas")
                                .setVariable(ALCANCADA.name(), body())
                                .setBody(this::parametros)
                                .to(select("postos-listar.sql", PostoRegistro.class)).id("alternativas-listar")
                                .setBody(this::recusada)
                        .end()
                .end()
                .to(direct(UmaVezRoute.GUARDAR))
            .end();

        from(direct(EQUIVALENTE)).routeId(EQUIVALENTE)
            .description("Em vez de um posto tomado, o mais perto dos iguais do mesmo local que estão livres, pela mesma instrução condicional")
            .errorHandler(noErrorHandler())
            .to(selectOne("posto-equivalente.sql", PostoRegistro.class)).id("posto-equivalente")
            .filter(body().isNotNull()).id("ha-equivalente")
                .setVariable(POSTO.name(), body())
                .setVariable(NOVA.name()).exchange(exchange -> NOVA.get(exchange).em(POSTO.get(exchange).id()))
                .setBody(this::parametros)
                .to(sql("classpath:sql/reserva-inserir.sql")).id("reserva-inserir-equivalente")
            .end()
            .setBody(this::parametros);
    }
    // @formatter:on

    private Resposta postoInexistente(Exchange exchange) {
        ReservaRequest pedido = PEDIDO.get(exchange);
        return reservas.recusada(pedido, postos.inexistente(pedido.postoId()));
    }

    private NovaReserva nova(Exchange exchange) {
        return reservas.nova(PEDIDO.get(exchange), POSTO.get(exchange), CotaDeQuemPede.COTA.get(exchange));
    }

    private Map<String, Object> parametros(Exchange exchange) {
        return NOVA.get(exchange).parametros();
    }

    /** What is the car's, or a quota's, keeps it from every point: the statement says so again, and the refusal is the same. */
    private boolean tentaEquivalente(Exchange exchange) {
        return reservas.aceitaEquivalente(PEDIDO.get(exchange))
                && exchange.getMessage().getHeader(SqlConstants.SQL_UPDATE_COUNT, Integer.class) == 0;
    }

    private Resposta recusada(Exchange exchange) {
        PostoRegistro posto = POSTO.get(exchange);
        List<String> conectores = PEDIDO.get(exchange).carro().conectoresEmLugarDe(posto.tipoConector());
        List<Posto> alternativas = postos.alternativas(posto.id(), conectores, Rows.of(exchange, PostoRegistro.class));
        return reservas.recusada(
                NOVA.get(exchange), posto, ALCANCADA.get(exchange), IMPEDIMENTO.get(exchange), alternativas);
    }
}
