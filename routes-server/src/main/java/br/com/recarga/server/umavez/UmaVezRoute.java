package br.com.recarga.server.umavez;

import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.Resposta;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link Pedido}, leaves its {@link Resposta}: the idempotent receiver of all use cases that change something. A
 * request that comes again gets its stored answer; a new one is decided by the route that the caller names, and its answer
 * is stored in the transaction of its effect.
 */
@Component
public class UmaVezRoute extends EndpointRouteBuilder {

    public static final String ID = "uma-vez";

    /** Variable with the id of the route that decides: it takes the {@link Pedido}, leaves the {@link Resposta}. */
    public static final String DECIDIR = "decidir";

    /** Variable with the {@link Pedido}. */
    public static final String PEDIDO = "pedido";

    /** Variable with the {@link br.com.recarga.contract.Autor} who asks; absent: a driver. */
    public static final String AUTOR = "autor";

    private static final String GUARDADA = "guardada";
    private static final String RESPOSTA = "resposta";

    private final RespostasGuardadas respostas;
    private final Prazos prazos;

    UmaVezRoute(RespostasGuardadas respostas, Prazos prazos) {
        this.respostas = respostas;
        this.prazos = prazos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Um pedido repetido recebe a resposta guardada; a de um novo é guardada na transação do seu efeito")
            .errorHandler(noErrorHandler())
            // the whole route is the transaction: the caller has validated, an invalid request must not take the one writer
            .transacted().id("transacao")
            .setVariable(PEDIDO, body())
            .setBody(this::chave)
            .to(sql("classpath:sql/pedido-anterior.sql")
                .outputType(SqlOutputType.SelectOne).outputClass(RespostaGuardada.class.getName())).id("pedido-anterior")
            .setVariable(GUARDADA, body())
            .choice()
                .when(variable(GUARDADA).isNotNull())
                    .setBody(this::repetida).id("resposta-repetir")
                .otherwise()
                    .process(exchange -> prazos.exigir(pedido(exchange))).id("exigir-prazo")
                    .setBody(variable(PEDIDO))
                    .toD(direct("${variable." + DECIDIR + "}")).id("decidir")
                    .setVariable(RESPOSTA, body())
                    .setBody(this::aGuardar)
                    .to(sql("classpath:sql/resposta-guardar.sql")).id("resposta-guardar")
                    .setBody(variable(RESPOSTA))
            .end();
    }
    // @formatter:on

    private Map<String, Object> chave(Exchange exchange) {
        return respostas.chave(pedido(exchange));
    }

    private Resposta repetida(Exchange exchange) {
        return respostas.repetir(pedido(exchange), exchange.getVariable(GUARDADA, RespostaGuardada.class));
    }

    private Map<String, Object> aGuardar(Exchange exchange) {
        return respostas.nova(pedido(exchange), exchange.getVariable(RESPOSTA, Resposta.class));
    }

    private static Pedido pedido(Exchange exchange) {
        return exchange.getVariable(PEDIDO, Pedido.class);
    }
}
