package br.com.recarga.server.umavez;

import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.Variable;
import br.com.recarga.server.config.Statements;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.springframework.stereotype.Component;

/**
 * The idempotent receiver of all use cases that change something: the first step and the last of the transaction in which
 * they do. A request that comes again gets its stored answer; that of a new one is stored in the transaction of its effect.
 */
@Component
public class UmaVezRoute extends RouteBuilder implements DirectBuilders, Statements {

    /**
     * Takes the {@link Pedido} and keeps it in {@link #pedido}; leaves the {@link Resposta} that this {@code request_id} has got,
     * or null, if it is to be decided now.
     */
    public static final String LEMBRAR = "lembrar-resposta";

    /** Takes the {@link Resposta} to the request that was looked for; leaves it, stored. */
    public static final String GUARDAR = "guardar-resposta";

    /** Who asks; absent: a driver. */
    public static final Variable<Quem> QUEM = Variable.of(UmaVezRoute.class, "quem", Quem.class);

    /**
     * Through which client, as the topic of the request proves it: its trips are seen and changed by nobody else, and its quota is
     * what it reserves by. Absent: nothing proves it, and whoever knows the id of a trip may do so.
     */
    public static final Variable<String> CLIENTE = Variable.of(UmaVezRoute.class, "cliente", String.class);

    /** When nobody waits for the answer any more, by the message that asks; absent: nobody knows. */
    public static final Variable<Instant> EXPIRA = Variable.of(UmaVezRoute.class, "expira", Instant.class);

    private static final Variable<Pedido> PEDIDO = pedido(Pedido.class);
    private static final Variable<Resposta> RESPOSTA = Variable.of(UmaVezRoute.class, "resposta", Resposta.class);

    private final RespostasGuardadas respostas;
    private final Prazos prazos;

    UmaVezRoute(RespostasGuardadas respostas, Prazos prazos) {
        this.respostas = respostas;
        this.prazos = prazos;
    }

    /** The request that is being decided, as the use case that decides it knows it. */
    public static <P extends Pedido> Variable<P> pedido(Class<P> type) {
        return Variable.of(UmaVezRoute.class, "pedido", type);
    }

    /** Who asks. */
    public static Quem quem(Exchange exchange) {
        return QUEM.get(exchange, Quem.MOTORISTA);
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(LEMBRAR)).routeId(LEMBRAR)
            .description("Um pedido repetido recebe a resposta guardada; um novo, se alguém ainda espera por ele, fica por decidir")
            .errorHandler(noErrorHandler())
            .setVariable(PEDIDO.name(), body())
            .setBody(exchange -> respostas.chave(PEDIDO.get(exchange)))
            .to(selectOne("pedido-anterior.sql", RespostaGuardada.class)).id("pedido-anterior")
            .choice()
                .when(body().isNotNull())
                    .setBody(this::repetida).id("resposta-repetir")
                .otherwise()
                    .process(exchange -> prazos.exigirAntesDe(EXPIRA.get(exchange), PEDIDO.get(exchange))).id("exigir-prazo")
            .end();

        from(direct(GUARDAR)).routeId(GUARDAR)
            .description("Guarda a resposta na transação do seu efeito, para quando o pedido se repetir")
            .errorHandler(noErrorHandler())
            .setVariable(RESPOSTA.name(), body())
            .setBody(exchange -> respostas.nova(PEDIDO.get(exchange), RESPOSTA.get(exchange)))
            .to(sql("classpath:sql/resposta-guardar.sql")).id("resposta-guardar")
            .setBody(RESPOSTA.value());
    }
    // @formatter:on

    private Resposta repetida(Exchange exchange) {
        return respostas.repetir(PEDIDO.get(exchange), exchange.getMessage().getBody(RespostaGuardada.class));
    }
}
