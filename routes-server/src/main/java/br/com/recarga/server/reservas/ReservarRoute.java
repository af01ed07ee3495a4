package br.com.recarga.server.reservas;

import br.com.recarga.contract.Posto;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.server.postos.PostoRegistro;
import br.com.recarga.server.postos.PostosAlterados;
import br.com.recarga.server.postos.PostosService;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.sql.SqlConstants;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** Takes a {@link ReservaRequest}, leaves its {@link Resposta}: one guarded statement decides. */
@Component
public class ReservarRoute extends EndpointRouteBuilder {

    public static final String ID = "reservar";

    /** The part that runs only for a request that has no answer yet, in the transaction of {@link UmaVezRoute}. */
    public static final String DECIDIR = "reservar-decidir";

    private static final String POSTO = "posto";
    private static final String NOVA = "nova";
    private static final String IMPEDIMENTO = "impedimento";

    private final ReservaService reservas;
    private final PostosService postos;
    private final PostosAlterados alterados;

    ReservarRoute(ReservaService reservas, PostosService postos, PostosAlterados alterados) {
        this.reservas = reservas;
        this.postos = postos;
        this.alterados = alterados;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Reserva um posto; o mesmo request_id tem sempre a mesma resposta")
            .errorHandler(noErrorHandler())
            .to(beanValidator("reserva")).id("validar-reserva")
            .setVariable(UmaVezRoute.DECIDIR, constant(DECIDIR))
            .to(direct(UmaVezRoute.ID))
            .process(exchange -> alterados.anotar()).id("anotar-posto-reservado");

        from(direct(DECIDIR)).routeId(DECIDIR)
            .description("Uma só instrução condicional decide; o carro só é gravado com a reserva")
            .errorHandler(noErrorHandler())
            .setBody(this::procurado)
            .to(selectOne("posto-buscar.sql", PostoRegistro.class)).id("posto-buscar")
            .setVariable(POSTO, body())
            .choice()
                .when(variable(POSTO).isNull())
                    .setBody(this::postoInexistente)
                .otherwise()
                    .setVariable(NOVA).exchange(this::nova)
                    .setBody(this::parametros)
                    .to(sql("classpath:sql/reserva-inserir.sql")).id("reserva-inserir")
                    .choice()
                        .when(header(SqlConstants.SQL_UPDATE_COUNT).isEqualTo(1))
                            .to(sql("classpath:sql/carro-gravar.sql")).id("carro-gravar")
                            .setBody(this::confirmada)
                        .otherwise()
                            .to(selectOne("reserva-impedimento.sql", Impedimento.class)).id("reserva-impedimento")
                            .setVariable(IMPEDIMENTO, body())
                            .setBody(this::parametros)
                            .to(select("postos-listar.sql", PostoRegistro.class)).id("alternativas-listar")
                            .setBody(this::recusada)
                    .endChoice()
            .end();
    }
    // @formatter:on

    private EndpointProducerBuilder select(String statement, Class<?> row) {
        return sql("classpath:sql/" + statement).outputClass(row.getName());
    }

    private EndpointProducerBuilder selectOne(String statement, Class<?> row) {
        return sql("classpath:sql/" + statement)
                .outputType(SqlOutputType.SelectOne)
                .outputClass(row.getName());
    }

    private Map<String, Object> procurado(Exchange exchange) {
        return postos.procurado(pedido(exchange).postoId());
    }

    private Resposta postoInexistente(Exchange exchange) {
        return reservas.postoInexistente(pedido(exchange));
    }

    private NovaReserva nova(Exchange exchange) {
        return reservas.nova(pedido(exchange), posto(exchange));
    }

    private Map<String, Object> parametros(Exchange exchange) {
        return novaReserva(exchange).parametros();
    }

    private Resposta confirmada(Exchange exchange) {
        return reservas.confirmada(novaReserva(exchange), posto(exchange));
    }

    @SuppressWarnings("unchecked")
    private Resposta recusada(Exchange exchange) {
        List<Posto> alternativas =
                postos.alternativas(posto(exchange), exchange.getMessage().getBody(List.class));
        Impedimento impedimento = exchange.getVariable(IMPEDIMENTO, Impedimento.class);
        return reservas.recusada(novaReserva(exchange), posto(exchange), impedimento, alternativas);
    }

    private static ReservaRequest pedido(Exchange exchange) {
        return exchange.getVariable(UmaVezRoute.PEDIDO, ReservaRequest.class);
    }

    private static PostoRegistro posto(Exchange exchange) {
        return exchange.getVariable(POSTO, PostoRegistro.class);
    }

    private static NovaReserva novaReserva(Exchange exchange) {
        return exchange.getVariable(NOVA, NovaReserva.class);
    }
}
