package br.com.recarga.client.aovivo;

import br.com.recarga.client.novidades.Novidades;
import br.com.recarga.contract.Novidade;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** The heartbeat of the streams; the drivers' page takes a stream without one for dead after 40 s. */
@Component
public class PulsarRoute extends RouteBuilder implements DirectBuilders, TimerBuilders {

    public static final String ID = "pulsar";

    private static final long PERIOD_MS = 15_000;

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIOD_MS).delay(PERIOD_MS)).routeId(ID)
            .description("Manda um pulso a todos os que ouvem: proxies não desligam, e cada lado nota quando o outro já foi")
            // an event and no comment, which a browser would keep to itself
            .setBody(constant(new Novidade.Pulso()))
            .to(direct(Novidades.ID));
    }
    // @formatter:on
}
