package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.CarregamentoInicio;
import br.com.recarga.contract.Situacao;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.Impedimento;
import br.com.recarga.server.reservas.LiberarEsperasRoute;
import br.com.recarga.server.reservas.MudancaService;
import br.com.recarga.server.reservas.ReservaRegistro;
import br.com.recarga.server.reservas.Transicao;
import br.com.recarga.server.reservas.TransitarRoute;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.component.sql.SqlConstants;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/**
 * What {@link IniciarRoute} decides, in one transaction: takes a {@link CarregamentoInicio}, and the point's id in
 * {@link IniciarRoute#POSTO_ID}; leaves what became of it in variables. The car arrives and charges, or waits, or nothing has
 * happened.
 */
@Component
public class ChegarRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "iniciar-decidir";

    /** The charge; absent: it did not begin. */
    static final Variable<CarregamentoRegistro> CARREGAMENTO =
            Variable.of(ChegarRoute.class, "carregamento", CarregamentoRegistro.class);

    /** The car's reservation; absent: it came without. */
    static final Variable<ReservaRegistro> RESERVA = Variable.of(ChegarRoute.class, "reserva", ReservaRegistro.class);

    /** The point at which the car charges already, if that is why it cannot here. */
    static final Variable<Integer> CARREGA_EM = Variable.of(ChegarRoute.class, "carrega_em", Integer.class);

    /** Why the point cannot be had; absent: it is not there. */
    static final Variable<Impedimento> IMPEDIMENTO = Variable.of(ChegarRoute.class, "impedimento", Impedimento.class);

    private static final Variable<CarregamentoInicio> INICIO =
            Variable.of(ChegarRoute.class, "inicio", CarregamentoInicio.class);

    private final CarregamentoService carregamentos;
    private final MudancaService mudancas;

    ChegarRoute(CarregamentoService carregamentos, MudancaService mudancas) {
        this.carregamentos = carregamentos;
        this.mudancas = mudancas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("O carro chega e carrega, ou espera até que possa, e já não espera noutro lugar; cada passo é uma só instrução condicional")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-inicio")
            .setVariable(INICIO.name(), body())
            .choice()
                .when(exchange -> INICIO.get(exchange).reservaId() != null)
                    .setBody(this::chegada)
                    .to(direct(TransitarRoute.ID))
                    .process(this::exigirChegada).id("exigir-chegada")
                    .setVariable(RESERVA.name(), body())
                    .choice()
                        .when(exchange -> RESERVA.get(exchange).situacao() == Situacao.EM_ANDAMENTO)
                            .setBody(this::parametros)
                            .to(sql("classpath:sql/carregamento-iniciar-reserva.sql")).id("carregamento-iniciar-reserva")
                        .otherwise()
                            .setBody(exchange -> mudancas.espera(chegada(exchange)))
                            .to(selectOne("reserva-chegar.sql", ReservaRegistro.class)).id("reserva-chegar")
                            .setVariable(AvisarRoute.MUDADAS.name()).exchange(ChegarRoute::esperando)
                    .end().endChoice()
                .otherwise()
                    .setBody(this::parametros)
                    .to(sql("classpath:sql/carregamento-iniciar-avulso.sql")).id("carregamento-iniciar-avulso")
            .end()
            .filter(header(SqlConstants.SQL_UPDATE_COUNT).isEqualTo(1)).id("carrega-desde-agora")
                .setBody(exchange -> mudancas.carregaNoutroLugar(placa(exchange), INICIO.get(exchange).reservaId()))
                .to(direct(LiberarEsperasRoute.ID))
            .end()
            .setBody(this::parametros)
            .to(selectOne("carregamento-em-curso.sql", CarregamentoRegistro.class)).id("carregamento-em-curso")
            .setVariable(CARREGAMENTO.name(), body())
            .filter(body().isNull()).id("por-que-nao")
                .setBody(this::parametros)
                .to(sql("classpath:sql/carregamento-do-carro.sql").outputType(SqlOutputType.SelectOne)).id("carregamento-do-carro")
                .setVariable(CARREGA_EM.name(), body())
                .setBody(this::parametros)
                .to(selectOne("reserva-impedimento.sql", Impedimento.class)).id("inicio-impedimento")
                .setVariable(IMPEDIMENTO.name(), body())
            .end();
    }
    // @formatter:on

    /** The car's, as its reservation or else whoever begins says it. */
    static String placa(Exchange exchange) {
        ReservaRegistro reserva = RESERVA.get(exchange);
        return reserva == null ? INICIO.get(exchange).placa() : reserva.placa();
    }

    private Transicao chegada(Exchange exchange) {
        return carregamentos.chegada(INICIO.get(exchange), UmaVezRoute.quem(exchange));
    }

    private void exigirChegada(Exchange exchange) {
        ReservaRegistro reserva = exchange.getMessage().getBody(ReservaRegistro.class);
        carregamentos.exigirChegada(IniciarRoute.POSTO_ID.get(exchange), INICIO.get(exchange), reserva);
        IniciarRoute.POSTO_ID.set(exchange, reserva.postoId());
    }

    private Map<String, Object> parametros(Exchange exchange) {
        return carregamentos.inicio(
                IniciarRoute.POSTO_ID.get(exchange),
                INICIO.get(exchange).reservaId(),
                placa(exchange),
                UmaVezRoute.quem(exchange));
    }

    /** The reservation whose car waits; null if it does not. */
    private static List<ReservaRegistro> esperando(Exchange exchange) {
        ReservaRegistro espera = exchange.getMessage().getBody(ReservaRegistro.class);
        return espera == null ? null : List.of(espera);
    }
}
