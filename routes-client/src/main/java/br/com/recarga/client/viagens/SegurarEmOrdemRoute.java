package br.com.recarga.client.viagens;

import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.platform.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * Takes the holds to ask for, in the order of the servers' ids, and leaves {@link Respostas}: of several trips that cross, one
 * gets through.
 */
@Component
public class SegurarEmOrdemRoute extends RouteBuilder implements DirectBuilders {

    public static final String ID = "viagem-segurar-em-ordem";

    private static final Variable<List<PreReservaRequest>> FILA =
            Variable.listOf(SegurarEmOrdemRoute.class, "fila", PreReservaRequest.class);

    /** Of those that were asked so far, who are the first of the queue. */
    private static final Variable<Respostas> SEGURADAS =
            Variable.of(SegurarEmOrdemRoute.class, "seguradas", Respostas.class);

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Pede a um servidor depois do outro, em ordem, e para no primeiro que não segura")
            .errorHandler(noErrorHandler())
            .setVariable(FILA.name(), body())
            .setVariable(SEGURADAS.name(), () -> new Respostas(new LinkedHashMap<>(), new LinkedHashMap<>()))
            .loopDoWhile(SegurarEmOrdemRoute::falta)
                .setBody(SegurarEmOrdemRoute::proxima)
                .to(direct(PerguntarATodosRoute.ID))
                .process(SegurarEmOrdemRoute::acrescentar).id("acrescentar-resposta")
            .end()
            .setBody(SEGURADAS.value());
    }
    // @formatter:on

    private static boolean falta(Exchange exchange) {
        Respostas seguradas = SEGURADAS.get(exchange);
        return Veredito.todasSeguradas(seguradas)
                && seguradas.ouvidas().size() < FILA.get(exchange).size();
    }

    private static List<PreReservaRequest> proxima(Exchange exchange) {
        return List.of(FILA.get(exchange).get(SEGURADAS.get(exchange).ouvidas().size()));
    }

    private static void acrescentar(Exchange exchange) {
        Respostas one = exchange.getMessage().getBody(Respostas.class);
        SEGURADAS.get(exchange).ouvidas().putAll(one.ouvidas());
        SEGURADAS.get(exchange).caladas().putAll(one.caladas());
    }
}
