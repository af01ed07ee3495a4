package br.com.recarga.server.postos;

import br.com.recarga.contract.PontoDisponibilidade;
import br.com.recarga.contract.Posto;
import br.com.recarga.server.janelas.Instantes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Takes a {@link PontoDisponibilidade}, leaves the {@link Posto} as it is after it. */
@Component
public class DisponibilidadeRoute extends EndpointRouteBuilder {

    public static final String ID = "mudar-disponibilidade";

    private static final String PEDIDO = "pedido";

    private final PostosAlterados alterados;
    private final Clock clock;

    DisponibilidadeRoute(PostosAlterados alterados, Clock clock) {
        this.alterados = alterados;
        this.clock = clock;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Liga e desliga um posto, e o põe em manutenção")
            .errorHandler(noErrorHandler())
            .setVariable(PEDIDO, body())
            .setBody(this::parametros)
            .to(sql("classpath:sql/posto-disponibilidade.sql")).id("posto-disponibilidade")
            .choice()
                .when(exchange -> Boolean.TRUE.equals(pedido(exchange).emManutencao()))
                    .to(sql("classpath:sql/manutencao-abrir.sql")).id("manutencao-abrir")
                .when(exchange -> Boolean.FALSE.equals(pedido(exchange).emManutencao()))
                    .to(sql("classpath:sql/manutencao-encerrar.sql")).id("manutencao-encerrar")
            .end()
            .process(exchange -> alterados.anotar()).id("anotar-posto-mudado")
            .setBody(exchange -> pedido(exchange).pontoId())
            .to(direct(BuscarPostoRoute.ID));
    }
    // @formatter:on

    private Map<String, Object> parametros(Exchange exchange) {
        PontoDisponibilidade pedido = pedido(exchange);
        return Map.of(
                "posto_id", pedido.pontoId(),
                "disponivel", pedido.disponivel(),
                "agora", Instantes.format(Instant.now(clock)));
    }

    private static PontoDisponibilidade pedido(Exchange exchange) {
        return exchange.getVariable(PEDIDO, PontoDisponibilidade.class);
    }
}
