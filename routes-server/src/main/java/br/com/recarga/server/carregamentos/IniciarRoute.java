package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.Carregamento;
import br.com.recarga.contract.CarregamentoInicio;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.Situacao;
import br.com.recarga.server.janelas.JanelaDefinida;
import br.com.recarga.server.postos.AlternativasRoute;
import br.com.recarga.server.postos.PostosAlterados;
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
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.sql.SqlConstants;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link CarregamentoInicio}, and the point's id in the variable {@link #POSTO_ID}; leaves the
 * {@link Carregamento}. Whoever begins again what it has begun is given the same charge.
 */
@Component
public class IniciarRoute extends EndpointRouteBuilder {

    public static final String ID = "iniciar-carregamento";

    /** The same for whoever waits for no answer, and may not know the point: an arrival that is only told. */
    public static final String TENTAR = "iniciar-tentar";

    /** The part that runs in one transaction: the car arrives and charges, or waits, or nothing has happened. */
    public static final String DECIDIR = "iniciar-decidir";

    /** Absent: the reservation's. */
    public static final String POSTO_ID = AlternativasRoute.POSTO_ID;

    private static final String INICIO = "inicio";
    private static final String RESERVA = "reserva";
    private static final String CARREGAMENTO = "carregamento";
    private static final String CARREGA_EM = "carrega_em";
    private static final String IMPEDIMENTO = "impedimento";

    private final CarregamentoService carregamentos;
    private final MudancaService mudancas;
    private final PostosAlterados alterados;

    IniciarRoute(CarregamentoService carregamentos, MudancaService mudancas, PostosAlterados alterados) {
        this.carregamentos = carregamentos;
        this.mudancas = mudancas;
        this.alterados = alterados;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Começa um carregamento, de quem reservou ou de quem chegou sem reserva")
            .errorHandler(noErrorHandler())
            .to(beanValidator("carregamento")).id("validar-inicio")
            .process(exchange -> carregamentos.exigirPlaca(exchange.getMessage().getBody(CarregamentoInicio.class))).id("exigir-placa")
            .to(direct(TENTAR))
            .filter(variable(CARREGAMENTO).isNull()).id("nao-iniciado")
                .process(this::recusar).id("recusar-inicio")
            .end()
            .setBody(this::mostrar);

        from(direct(TENTAR)).routeId(TENTAR)
            .description("O que se decide de um carro que chega, por qualquer porta, e a quem se conta")
            .errorHandler(noErrorHandler())
            .setVariable(INICIO, body())
            .to(direct(DECIDIR))
            .process(exchange -> alterados.anotar()).id("anotar-posto-carregando")
            .filter(this::faltaPosto).id("sem-posto-para-o-carro")
                .setVariable(AlternativasRoute.CONECTOR).exchange(IniciarRoute::conector)
                .setBody(this::janela)
                .to(direct(AlternativasRoute.ID))
                .setVariable(AvisarRoute.ALTERNATIVAS, body())
            .end()
            .to(direct(AvisarRoute.ID));

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("O carro chega e carrega, ou espera até que possa, e já não espera noutro lugar; cada passo é uma só instrução condicional")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-inicio")
            .choice()
                .when(exchange -> inicio(exchange).reservaId() != null)
                    .setBody(this::chegada)
                    .to(direct(TransitarRoute.ID))
                    .process(this::exigirChegada).id("exigir-chegada")
                    .setVariable(RESERVA, body())
                    .choice()
                        .when(IniciarRoute::chegou)
                            .setBody(this::parametros)
                            .to(sql("classpath:sql/carregamento-iniciar-reserva.sql")).id("carregamento-iniciar-reserva")
                        .otherwise()
                            .setBody(this::espera)
                            .to(selectOne("reserva-chegar.sql", ReservaRegistro.class)).id("reserva-chegar")
                            .setVariable(AvisarRoute.MUDADAS).exchange(IniciarRoute::esperando)
                    .end().endChoice()
                .otherwise()
                    .setBody(this::parametros)
                    .to(sql("classpath:sql/carregamento-iniciar-avulso.sql")).id("carregamento-iniciar-avulso")
            .end()
            .filter(header(SqlConstants.SQL_UPDATE_COUNT).isEqualTo(1)).id("carrega-desde-agora")
                .setBody(this::outroLugar)
                .to(direct(LiberarEsperasRoute.ID))
            .end()
            .setBody(this::parametros)
            .to(selectOne("carregamento-em-curso.sql", CarregamentoRegistro.class)).id("carregamento-em-curso")
            .setVariable(CARREGAMENTO, body())
            .filter(body().isNull()).id("por-que-nao")
                .setBody(this::parametros)
                .to(sql("classpath:sql/carregamento-do-carro.sql").outputType(SqlOutputType.SelectOne)).id("carregamento-do-carro")
                .setVariable(CARREGA_EM, body())
                .setBody(this::parametros)
                .to(selectOne("reserva-impedimento.sql", Impedimento.class)).id("inicio-impedimento")
                .setVariable(IMPEDIMENTO, body())
            .end();
    }
    // @formatter:on

    private EndpointProducerBuilder selectOne(String statement, Class<?> row) {
        return sql("classpath:sql/" + statement)
                .outputType(SqlOutputType.SelectOne)
                .outputClass(row.getName());
    }

    private Transicao chegada(Exchange exchange) {
        return carregamentos.chegada(inicio(exchange), autor(exchange));
    }

    private void exigirChegada(Exchange exchange) {
        ReservaRegistro reserva = exchange.getMessage().getBody(ReservaRegistro.class);
        carregamentos.exigirChegada(exchange.getVariable(POSTO_ID, Integer.class), inicio(exchange), reserva);
        exchange.setVariable(POSTO_ID, reserva.postoId());
    }

    private static boolean chegou(Exchange exchange) {
        return reserva(exchange).situacao() == Situacao.EM_ANDAMENTO;
    }

    private Map<String, Object> espera(Exchange exchange) {
        return mudancas.espera(chegada(exchange));
    }

    private Map<String, Object> parametros(Exchange exchange) {
        CarregamentoInicio inicio = inicio(exchange);
        ReservaRegistro reserva = reserva(exchange);
        return carregamentos.inicio(
                postoId(exchange),
                inicio.reservaId(),
                reserva == null ? inicio.placa() : reserva.placa(),
                autor(exchange));
    }

    /** The reservation whose car waits; null if it does not. */
    private static List<ReservaRegistro> esperando(Exchange exchange) {
        ReservaRegistro espera = exchange.getMessage().getBody(ReservaRegistro.class);
        return espera == null ? null : List.of(espera);
    }

    private Map<String, Object> outroLugar(Exchange exchange) {
        CarregamentoInicio inicio = inicio(exchange);
        ReservaRegistro reserva = reserva(exchange);
        return mudancas.carregaNoutroLugar(reserva == null ? inicio.placa() : reserva.placa(), inicio.reservaId());
    }

    /** What the car has reserved; null, that is the point's: it has not. */
    private static String conector(Exchange exchange) {
        ReservaRegistro reserva = reserva(exchange);
        return reserva == null ? null : reserva.tipoConector();
    }

    /** Whether it is the point that is missing: a car that charges elsewhere needs no other. */
    private boolean faltaPosto(Exchange exchange) {
        return exchange.getVariable(CARREGAMENTO) == null
                && exchange.getVariable(CARREGA_EM) == null
                && exchange.getVariable(IMPEDIMENTO) != null;
    }

    private JanelaDefinida janela(Exchange exchange) {
        return carregamentos.janela(reserva(exchange));
    }

    @SuppressWarnings("unchecked")
    private void recusar(Exchange exchange) {
        Integer carregaEm = exchange.getVariable(CARREGA_EM, Integer.class);
        List<Posto> alternativas = exchange.getVariable(AvisarRoute.ALTERNATIVAS, List.class);
        ReservaRegistro reserva = reserva(exchange);
        if (carregaEm != null) {
            throw carregamentos.jaCarrega(reserva == null ? inicio(exchange).placa() : reserva.placa(), carregaEm);
        }
        if (reserva != null) {
            throw carregamentos.ocupado(reserva).com(alternativas);
        }
        throw carregamentos
                .naoIniciado(postoId(exchange), exchange.getVariable(IMPEDIMENTO, Impedimento.class))
                .com(alternativas);
    }

    private Carregamento mostrar(Exchange exchange) {
        return carregamentos.mostrar(exchange.getVariable(CARREGAMENTO, CarregamentoRegistro.class));
    }

    private static int postoId(Exchange exchange) {
        return exchange.getVariable(POSTO_ID, Integer.class);
    }

    private static ReservaRegistro reserva(Exchange exchange) {
        return exchange.getVariable(RESERVA, ReservaRegistro.class);
    }

    private static CarregamentoInicio inicio(Exchange exchange) {
        return exchange.getVariable(INICIO, CarregamentoInicio.class);
    }

    private static Autor autor(Exchange exchange) {
        return exchange.getVariable(UmaVezRoute.AUTOR, Autor.MOTORISTA, Autor.class);
    }
}
