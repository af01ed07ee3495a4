package br.com.recarga.server.carregamentos;

import br.com.recarga.contract.Carregamento;
import br.com.recarga.contract.CarregamentoInicio;
import br.com.recarga.contract.Posto;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.postos.AlternativasRoute;
import br.com.recarga.server.postos.PostosService;
import br.com.recarga.server.reservas.AvisarRoute;
import br.com.recarga.server.reservas.Impedimento;
import br.com.recarga.server.reservas.ReservaRegistro;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link CarregamentoInicio}, and the point's id in {@link #POSTO_ID}; leaves the {@link Carregamento}. Whoever
 * begins again what it has begun is given the same charge. What is decided is in {@link ChegarRoute}.
 */
@Component
public class IniciarRoute extends RouteBuilder implements DirectBuilders, BeanValidatorBuilders {

    public static final String ID = "iniciar-carregamento";

    /** The same for whoever waits for no answer, and may not know the point: an arrival that is only told. */
    public static final String TENTAR = "iniciar-tentar";

    /** Absent: the reservation's. */
    public static final Variable<Integer> POSTO_ID = AlternativasRoute.POSTO_ID;

    private final CarregamentoService carregamentos;
    private final PostosService postos;

    IniciarRoute(CarregamentoService carregamentos, PostosService postos) {
        this.carregamentos = carregamentos;
        this.postos = postos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Começa um carregamento, de quem reservou ou de quem chegou sem reserva")
            .errorHandler(noErrorHandler())
            .to(beanValidator("carregamento")).id("validar-inicio")
            .process().body(CarregamentoInicio.class, carregamentos::exigirPlaca).id("exigir-placa")
            .to(direct(TENTAR))
            .filter(ChegarRoute.CARREGAMENTO.value().isNull()).id("nao-iniciado")
                .process(this::recusar).id("recusar-inicio")
            .end()
            .setBody(exchange -> carregamentos.mostrar(ChegarRoute.CARREGAMENTO.get(exchange)));

        from(direct(TENTAR)).routeId(TENTAR)
            .description("O que se decide de um carro que chega, por qualquer porta, e a quem se conta")
            .errorHandler(noErrorHandler())
            .to(direct(ChegarRoute.ID))
            .filter(IniciarRoute::faltaPosto).id("sem-posto-para-o-carro")
                .setVariable(AlternativasRoute.CONECTOR.name()).exchange(IniciarRoute::conector)
                .setBody(exchange -> carregamentos.janela(ChegarRoute.RESERVA.get(exchange)))
                .to(direct(AlternativasRoute.ID))
                .setVariable(AvisarRoute.ALTERNATIVAS.name(), body())
            .end()
            .to(direct(AvisarRoute.ID));
    }
    // @formatter:on

    /** Whether it is the point that is missing: a car that charges elsewhere needs no other. */
    private static boolean faltaPosto(Exchange exchange) {
        return ChegarRoute.CARREGAMENTO.get(exchange) == null
                && ChegarRoute.CARREGA_EM.get(exchange) == null
                && ChegarRoute.IMPEDIMENTO.get(exchange) != null;
    }

    /** What the car has reserved; null, that is the point's: it has not. */
    private static String conector(Exchange exchange) {
        ReservaRegistro reserva = ChegarRoute.RESERVA.get(exchange);
        return reserva == null ? null : reserva.tipoConector();
    }

    private void recusar(Exchange exchange) {
        Integer carregaEm = ChegarRoute.CARREGA_EM.get(exchange);
        List<Posto> alternativas = AvisarRoute.ALTERNATIVAS.get(exchange);
        ReservaRegistro reserva = ChegarRoute.RESERVA.get(exchange);
        if (carregaEm != null) {
            throw carregamentos.jaCarrega(ChegarRoute.placa(exchange), carregaEm);
        }
        if (reserva != null) {
            throw carregamentos.ocupado(reserva).com(alternativas);
        }
        int postoId = POSTO_ID.get(exchange);
        Impedimento impedimento = ChegarRoute.IMPEDIMENTO.get(exchange);
        throw impedimento == null
                ? postos.inexistente(postoId)
                : carregamentos.naoIniciado(postoId, impedimento).com(alternativas);
    }
}
