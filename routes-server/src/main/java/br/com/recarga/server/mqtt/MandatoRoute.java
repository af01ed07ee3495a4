package br.com.recarga.server.mqtt;

import br.com.recarga.platform.Variable;
import br.com.recarga.platform.erros.TimerFailures;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.server.config.Statements;
import br.com.recarga.server.instancias.Instancias;
import br.com.recarga.server.replicas.Mandato;
import br.com.recarga.server.replicas.Replicas;
import java.time.Instant;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.LogEndpointBuilderFactory.LogBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.apache.camel.component.sql.SqlConstants;
import org.springframework.stereotype.Component;

/** Asks for the term in which this process speaks for all replicas, again and again; stands still where there are none. */
@Component
public class MandatoRoute extends RouteBuilder implements DirectBuilders, LogBuilders, TimerBuilders, Statements {

    public static final String ID = "mandato";

    /** Leaves the {@link Mandato} as it is now. */
    private static final String PEDIR = "mandato-pedir";

    /** Several times within a term, as one that the database does not answer must not end it. */
    private static final long PERIODO_MS = 1_000;

    private static final long LOG_INTERVAL_MS = 10_000;

    /** When it was asked for. */
    private static final Variable<Instant> DESDE = Variable.of(MandatoRoute.class, "desde", Instant.class);

    private final Replicas replicas;
    private final Instancias instancias;
    private final MqttConnections connections;

    MandatoRoute(Replicas replicas, Instancias instancias, MqttConnections connections) {
        this.replicas = replicas;
        this.instancias = instancias;
        this.connections = connections;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(timer(ID).period(PERIODO_MS).delay(0)).routeId(ID).autoStartup(replicas.identidade().isPresent())
            .description("Das réplicas de um servidor, só uma de cada vez fala por todas: a que o banco deixa, enquanto o pede")
            .routeConfigurationId(TimerFailures.ID)
            .setVariable(DESDE.name()).exchange(exchange -> replicas.agora())
            .to(direct(PEDIR))
            .filter(body().isNotNull()).id("pediu-o-mandato")
                .process(exchange -> replicas.soube(exchange.getMessage().getBody(Mandato.class), DESDE.get(exchange))).id("anotar-mandato")
            .end();

        from(direct(PEDIR)).routeId(PEDIR)
            .description("Diz ao banco que esta réplica está aí; a quem pode falar, uma só instrução condicional dá o mandato, pelo relógio dele")
            .errorHandler(noErrorHandler())
            .transacted().id("transacao-mandato")
            .setBody(exchange -> replicas.pedido())
            .to(sql("classpath:sql/mandato-presente.sql")).id("mandato-presente")
            .filter(header(SqlConstants.SQL_UPDATE_COUNT).isEqualTo(0)).id("ja-nao-e-das-replicas")
                // while the database was away for long, another one has begun as somebody else: one of the two has to be started again
                .to(log("br.com.recarga.replicas-estranhas").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true))
            .end()
            .choice()
                // who does not hear the broker has nothing to say to it: its term ends, and another one begins
                .when(exchange -> podeFalar()).id("pode-falar")
                    .to(sql("classpath:sql/mandato-pedir.sql")).id("mandato-pedir")
                    .to(selectOne("mandato-atual.sql", Mandato.class)).id("mandato-atual").endChoice()
                .otherwise()
                    .setBody(constant(null))
            .end();
    }
    // @formatter:on

    private boolean podeFalar() {
        return instancias.serve() && connections.isSubscribed(PedidosRoute.ID);
    }
}
