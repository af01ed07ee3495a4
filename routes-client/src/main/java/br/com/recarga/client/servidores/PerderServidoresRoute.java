package br.com.recarga.client.servidores;

import br.com.recarga.client.novidades.Novidades;
import br.com.recarga.contract.Novidade;
import br.com.recarga.contract.ServidorStatus;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** After the broker was away: whoever does not come back with it has gone, although no Last Will tells so. */
@Component
public class PerderServidoresRoute extends RouteBuilder implements DirectBuilders, TimerBuilders {

    public static final String ID = "perder-servidores";

    private static final long PERIODO_MS = 1_000;

    private final Servidores servidores;

    PerderServidoresRoute(Servidores servidores) {
        this.servidores = servidores;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIODO_MS).delay(PERIODO_MS)).routeId(ID)
            .description("Tem por fora do ar quem não se anunciou de novo depois que o broker voltou")
            .setBody(this::perdidos)
            .split(body()).id("cada-servidor-perdido")
                .setBody(this::agora)
                .filter(body().isNotNull())
                    .setBody(PerderServidoresRoute::mudou)
                    .to(direct(Novidades.ID).failIfNoConsumers(false).block(false))
                .end()
            .end();
    }
    // @formatter:on

    private List<String> perdidos(Exchange exchange) {
        return servidores.perdidos();
    }

    /** It may have come, or been forgotten, in this very moment. */
    private ServidorStatus agora(Exchange exchange) {
        return servidores.status(exchange.getMessage().getBody(String.class));
    }

    private static Novidade mudou(Exchange exchange) {
        return new Novidade.Servidor(exchange.getMessage().getBody(ServidorStatus.class));
    }
}
