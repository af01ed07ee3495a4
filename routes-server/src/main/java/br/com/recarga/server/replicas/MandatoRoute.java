package br.com.recarga.server.replicas;

import br.com.recarga.platform.erros.TimerFailures;
import br.com.recarga.server.config.Statements;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** Asks for the term in which this process speaks for all replicas, again and again; stands still where there are none. */
@Component
public class MandatoRoute extends RouteBuilder implements DirectBuilders, TimerBuilders, Statements {

    public static final String ID = "mandato";

    /** Leaves the {@link Mandato} as it is now. */
    private static final String PEDIR = "mandato-pedir";

    /** Several times within a term, as one that the database does not answer must not end it. */
    private static final long PERIODO_MS = 1_000;

    private final Replicas replicas;

    MandatoRoute(Replicas replicas) {
        this.replicas = replicas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIODO_MS).delay(0)).routeId(ID).autoStartup(replicas.identidade().isPresent())
            .description("Das réplicas de um servidor, só uma de cada vez fala por todas: a que o banco deixa, enquanto o pede")
            .routeConfigurationId(TimerFailures.ID)
            .to(direct(PEDIR))
            .process(exchange -> replicas.soube(exchange.getMessage().getBody(Mandato.class))).id("anotar-mandato");

        from(direct(PEDIR)).routeId(PEDIR)
            .description("Uma só instrução condicional dá o mandato, pelo relógio do banco")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-mandato")
            .setBody(exchange -> replicas.pedir())
            .to(sql("classpath:sql/mandato-pedir.sql")).id("mandato-pedir")
            .to(selectOne("mandato-atual.sql", Mandato.class)).id("mandato-atual");
    }
    // @formatter:on
}
