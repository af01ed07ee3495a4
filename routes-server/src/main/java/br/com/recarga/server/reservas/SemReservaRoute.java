package br.com.recarga.server.reservas;

import br.com.recarga.server.config.Statements;
import br.com.recarga.server.instancias.Instancias;
import br.com.recarga.server.umavez.RespostaGuardada;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.component.sql.SqlConstants;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.springframework.stereotype.Component;

/** What became of a request that made no reservation, so far as is known: the end of {@link ConsultarRoute} for its id. */
@Component
public class SemReservaRoute extends RouteBuilder implements DirectBuilders, Statements {

    public static final String ID = "consultar-sem-reserva";

    /** Writes that there is no such request, on a thread of its own. */
    public static final String NEGAR = "negar-pedido";

    private static final String GRAVAR = "negar-pedido-gravar";

    /** How many wait to write that there is no such request; a further one is told to ask again. */
    private static final int FILA = 16;

    private final ConsultaService consultas;
    private final Instancias instancias;

    SemReservaRoute(ConsultaService consultas, Instancias instancias) {
        this.consultas = consultas;
        this.instancias = instancias;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Diz a resposta que o pedido recebeu; um que não há deixa uma marca, e já não é feito se chega atrasado")
            .errorHandler(noErrorHandler())
            .setBody(this::parametros)
            .to(selectOne("resposta-buscar.sql", RespostaGuardada.class).dataSource("#leitura")).id("resposta-do-pedido")
            .choice()
                .when(body().isNotNull())
                    .setBody(this::desfecho)
                .otherwise()
                    .process(exchange -> instancias.exigir()).id("so-quem-serve-nega")
                    .doTry()
                        .to(direct(NEGAR))
                    .endDoTry()
                    .doCatch(RejectedExecutionException.class)
                        .throwException(ConsultaService.incerta()).id("negativas-demais")
                    .end()
            .end();

        from(direct(NEGAR)).routeId(NEGAR)
            .description("Quem pergunta pelo que não há espera por quem escreve numa fila só sua: quem só lê não espera atrás dele")
            .errorHandler(noErrorHandler())
            .threads(1, 1, NEGAR).maxQueueSize(FILA).rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
            // its thread waits, so that no more of these than one are among the writers
            .to(direct(GRAVAR).advanced().synchronous(true))
            .process(SemReservaRoute::negar).id("responder-que-nao-ha");

        from(direct(GRAVAR)).routeId(GRAVAR)
            .description("Marca que não há esse pedido, para que já não seja feito")
            .errorHandler(noErrorHandler())
            // among the writers: only there it is certain that none is being decided
            .transacted().id("transacao-negar")
            .setBody(this::parametros)
            .to(sql("classpath:sql/pedido-negar.sql")).id("pedido-negar");
    }
    // @formatter:on

    private Map<String, Object> parametros(Exchange exchange) {
        return consultas.parametros(ConsultarRoute.PEDIDO.get(exchange), UmaVezRoute.CLIENTE.get(exchange));
    }

    private Object desfecho(Exchange exchange) {
        return consultas.desfecho(
                ConsultarRoute.PEDIDO.get(exchange), exchange.getMessage().getBody(RespostaGuardada.class));
    }

    private static void negar(Exchange exchange) {
        boolean certo = exchange.getMessage().getHeader(SqlConstants.SQL_UPDATE_COUNT, Integer.class) == 1;
        throw certo ? ConsultaService.inexistente() : ConsultaService.incerta();
    }
}
