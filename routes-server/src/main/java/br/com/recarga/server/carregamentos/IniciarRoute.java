package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.Carregamento;
import br.com.recarga.contract.CarregamentoInicio;
import br.com.recarga.server.postos.PostosAlterados;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.Impedimento;
import br.com.recarga.server.reservas.ReservaRegistro;
import br.com.recarga.server.reservas.Transicao;
import br.com.recarga.server.reservas.TransitarRoute;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link CarregamentoInicio}, and the point's id in the variable {@link #POSTO_ID}; leaves the
 * {@link Carregamento}. Whoever begins again what it has begun is given the same charge.
 */
@Component
public class IniciarRoute extends EndpointRouteBuilder {

    public static final String ID = "iniciar-carregamento";

    /** The part that runs in one transaction: the car arrives and charges, or neither. */
    public static final String DECIDIR = "iniciar-decidir";

    public static final String POSTO_ID = "posto_id";

    private static final String INICIO = "inicio";
    private static final String RESERVA = "reserva";

    private final CarregamentoService carregamentos;
    private final PostosAlterados alterados;

    IniciarRoute(CarregamentoService carregamentos, PostosAlterados alterados) {
        this.carregamentos = carregamentos;
        this.alterados = alterados;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Começa um carregamento, de quem reservou ou de quem chegou sem reserva")
            .errorHandler(noErrorHandler())
            .to(beanValidator("carregamento")).id("validar-inicio")
            .setVariable(INICIO, body())
            .process(exchange -> carregamentos.exigirPlaca(inicio(exchange))).id("exigir-placa")
            .to(direct(DECIDIR))
            .process(exchange -> alterados.anotar()).id("anotar-posto-carregando")
            .to(direct(AvisarRoute.ID))
            .setBody(this::mostrar);

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("O carro chega e carrega, ou nenhum dos dois; cada passo é uma só instrução condicional")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-inicio")
            .choice()
                .when(exchange -> inicio(exchange).reservaId() != null)
                    .setBody(this::chegada)
                    .to(direct(TransitarRoute.ID))
                    .process(this::exigirChegada).id("exigir-chegada")
                    .setVariable(RESERVA, body())
                    .setBody(this::parametros)
                    .to(sql("classpath:sql/carregamento-iniciar-reserva.sql")).id("carregamento-iniciar-reserva")
                .otherwise()
                    .setBody(this::parametros)
                    .to(sql("classpath:sql/carregamento-iniciar-avulso.sql")).id("carregamento-iniciar-avulso")
            .end()
            .to(selectOne("carregamento-em-curso.sql", CarregamentoRegistro.class)).id("carregamento-em-curso")
            .filter(body().isNull()).id("nao-iniciado")
                .setBody(this::parametros)
                .to(selectOne("reserva-impedimento.sql", Impedimento.class)).id("inicio-impedimento")
                .process(this::recusar).id("recusar-inicio")
            .end();
    }
    // @formatter:on

    private EndpointProducerBuilder selectOne(String statement, Class<?> row) {
        return sql("classpath:sql/" + statement)
                .outputType(SqlOutputType.SelectOne)
                .outputClass(row.getName());
    }

    private Transicao chegada(Exchange exchange) {
        return carregamentos.chegada(inicio(exchange));
    }

    private void exigirChegada(Exchange exchange) {
        carregamentos.exigirChegada(
                postoId(exchange), inicio(exchange), exchange.getMessage().getBody(ReservaRegistro.class));
    }

    private Map<String, Object> parametros(Exchange exchange) {
        CarregamentoInicio inicio = inicio(exchange);
        ReservaRegistro reserva = exchange.getVariable(RESERVA, ReservaRegistro.class);
        return carregamentos.inicio(
                postoId(exchange), inicio.reservaId(), reserva == null ? inicio.placa() : reserva.placa());
    }

    private void recusar(Exchange exchange) {
        if (exchange.getVariable(RESERVA) != null) {
            throw carregamentos.ocupado(postoId(exchange));
        }
        throw carregamentos.naoIniciado(postoId(exchange), exchange.getMessage().getBody(Impedimento.class));
    }

    private Carregamento mostrar(Exchange exchange) {
        return carregamentos.mostrar(exchange.getMessage().getBody(CarregamentoRegistro.class));
    }

    private static int postoId(Exchange exchange) {
        return exchange.getVariable(POSTO_ID, Integer.class);
    }

    private static CarregamentoInicio inicio(Exchange exchange) {
        return exchange.getVariable(INICIO, CarregamentoInicio.class);
    }
}
