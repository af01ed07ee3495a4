package br.com.recarga.server.umavez;

import br.com.recarga.platform.erros.TimerFailures;
import br.com.recarga.server.replicas.Replicas;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.springframework.stereotype.Component;

/** Forgets what only answers repetitions, once nobody repeats it any more. */
@Component
public class PodarRoute extends RouteBuilder implements DirectBuilders, SqlBuilders, TimerBuilders {

    public static final String ID = "podar-respostas";

    private static final String GRAVAR = "podar-gravar";

    private static final long PERIODO_MS = 10_000;

    private final RespostasGuardadas respostas;
    private final Replicas replicas;

    PodarRoute(RespostasGuardadas respostas, Replicas replicas) {
        this.respostas = respostas;
        this.replicas = replicas;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIODO_MS).delay(PERIODO_MS)).routeId(ID)
            .description("Esquece respostas guardadas, viagens canceladas e pedidos negados há mais tempo do que alguém repete um pedido")
            .routeConfigurationId(TimerFailures.ID)
            .filter(exchange -> replicas.fala()).id("uma-das-replicas-poda")
                .to(direct(GRAVAR))
            .end();

        from(direct(GRAVAR)).routeId(GRAVAR)
            .description("Tudo o que já se pode esquecer, de uma vez")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-podar")
            .setBody(exchange -> respostas.poda())
            .to(sql("classpath:sql/respostas-podar.sql")).id("respostas-podar")
            .to(sql("classpath:sql/viagens-canceladas-podar.sql")).id("viagens-canceladas-podar")
            .setBody(exchange -> respostas.podaDosNegados())
            .to(sql("classpath:sql/pedidos-negados-podar.sql")).id("pedidos-negados-podar");
    }
    // @formatter:on
}
