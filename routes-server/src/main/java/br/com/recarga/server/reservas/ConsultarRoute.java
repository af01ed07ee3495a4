package br.com.recarga.server.reservas;

import br.com.recarga.contract.Autor;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.ReservasResponse;
import br.com.recarga.server.instancias.Instancias;
import br.com.recarga.server.umavez.Prazos;
import br.com.recarga.server.umavez.RespostaGuardada;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.sql.SqlConstants;
import org.apache.camel.component.sql.SqlOutputType;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.springframework.stereotype.Component;

/**
 * Takes a {@link ReservasRequest}, leaves a {@link ReservasResponse}, or, for the id of a request that was refused, the
 * answer that it got.
 */
@Component
public class ConsultarRoute extends EndpointRouteBuilder {

    public static final String ID = "consultar-reservas";

    /** Adds its history to a reservation that the caller may see. */
    public static final String HISTORICO = "consultar-historico";

    /** What became of a request that made no reservation, so far as is known. */
    public static final String SEM_RESERVA = "consultar-sem-reserva";

    /** Writes that there is no such request, on a thread of its own. */
    public static final String NEGAR = "negar-pedido";

    private static final String RESERVA = "reserva";

    /** How many wait to write that there is no such request; a further one is told to ask again. */
    private static final int FILA = 16;

    private final ConsultaService consultas;
    private final Prazos prazos;
    private final Instancias instancias;

    ConsultarRoute(ConsultaService consultas, Prazos prazos, Instancias instancias) {
        this.consultas = consultas;
        this.instancias = instancias;
        this.prazos = prazos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Mostra reservas: todas de uma placa, uma pelo número, as de uma viagem, ou a de um pedido cuja resposta não chegou")
            .errorHandler(noErrorHandler())
            .to(beanValidator("consulta")).id("validar-consulta")
            .process(exchange -> prazos.exigir(exchange.getMessage().getBody(ReservasRequest.class))).id("prazo-da-consulta")
            .setVariable(UmaVezRoute.PEDIDO, body())
            .setBody(this::parametros)
            .choice()
                .when(exchange -> pedido(exchange).placa() != null)
                    .to(select("reservas-da-placa.sql", ReservaRegistro.class)).id("reservas-da-placa")
                    .setBody(this::daPlaca)
                .when(exchange -> pedido(exchange).viagemId() != null)
                    .to(select("viagem-buscar.sql", ReservaRegistro.class)).id("reservas-da-viagem")
                    .setBody(this::daViagem)
                .when(exchange -> pedido(exchange).reservaId() != null)
                    .to(selectOne("reserva-buscar.sql", ReservaRegistro.class)).id("reserva-buscar")
                    .process(this::exigirCodigo).id("exigir-codigo")
                    .to(direct(HISTORICO))
                .otherwise()
                    .to(selectOne("reserva-do-pedido.sql", ReservaRegistro.class)).id("reserva-do-pedido")
                    .choice()
                        .when(body().isNull())
                            .to(direct(SEM_RESERVA))
                        .when(this::podeVer)
                            .to(direct(HISTORICO))
                        .otherwise()
                            .setBody(this::resumo)
                    .endChoice()
            .end();

        from(direct(SEM_RESERVA)).routeId(SEM_RESERVA)
            .description("Diz a resposta que o pedido recebeu; um que não há deixa uma marca, e já não é feito se chega atrasado")
            .errorHandler(noErrorHandler())
            .setBody(this::parametros)
            .to(selectOne("resposta-buscar.sql", RespostaGuardada.class)).id("resposta-do-pedido")
            .choice()
                .when(body().isNotNull())
                    .setBody(this::desfecho)
                .otherwise()
                    .process(exchange -> instancias.exigir()).id("so-quem-serve-nega")
                    .doTry()
                        .to(direct(NEGAR))
                    .endDoTry()
                    .doCatch(RejectedExecutionException.class)
                        .process(ConsultarRoute::negarNada).id("negativas-demais")
                    .end()
            .end();

        from(direct(NEGAR)).routeId(NEGAR)
            .description("Quem pergunta pelo que não há espera por quem escreve numa fila só sua: quem só lê não espera atrás dele")
            .errorHandler(noErrorHandler())
            .threads(1, 1, NEGAR).maxQueueSize(FILA).rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
            .setBody(this::parametros)
            // the database of the writers: only there it is certain that none is being decided
            .to(sql("classpath:sql/pedido-negar.sql")).id("pedido-negar")
            .process(ConsultarRoute::negar).id("responder-que-nao-ha");

        from(direct(HISTORICO)).routeId(HISTORICO)
            .description("Junta à reserva o seu histórico")
            .errorHandler(noErrorHandler())
            .setVariable(RESERVA, body())
            .setBody(this::doHistorico)
            .to(select("reserva-historico.sql", MudancaRegistro.class)).id("reserva-historico")
            .setBody(this::detalhe);
    }
    // @formatter:on

    private EndpointProducerBuilder select(String statement, Class<?> row) {
        return sql("classpath:sql/" + statement).dataSource("#leitura").outputClass(row.getName());
    }

    private EndpointProducerBuilder selectOne(String statement, Class<?> row) {
        return sql("classpath:sql/" + statement)
                .dataSource("#leitura")
                .outputType(SqlOutputType.SelectOne)
                .outputClass(row.getName());
    }

    private Map<String, Object> parametros(Exchange exchange) {
        return consultas.parametros(pedido(exchange));
    }

    private Map<String, Object> doHistorico(Exchange exchange) {
        return Map.of(
                "reserva_id",
                exchange.getVariable(RESERVA, ReservaRegistro.class).reservaId());
    }

    @SuppressWarnings("unchecked")
    private ReservasResponse daPlaca(Exchange exchange) {
        return consultas.daPlaca(pedido(exchange), exchange.getMessage().getBody(List.class), autor(exchange));
    }

    @SuppressWarnings("unchecked")
    private ReservasResponse daViagem(Exchange exchange) {
        return consultas.daViagem(pedido(exchange), exchange.getMessage().getBody(List.class));
    }

    private void exigirCodigo(Exchange exchange) {
        ReservaRegistro reserva = exchange.getMessage().getBody(ReservaRegistro.class);
        consultas.exigirCodigo(pedido(exchange), reserva, autor(exchange));
    }

    private boolean podeVer(Exchange exchange) {
        ReservaRegistro reserva = exchange.getMessage().getBody(ReservaRegistro.class);
        return consultas.podeVer(pedido(exchange), reserva, autor(exchange));
    }

    private Object desfecho(Exchange exchange) {
        return consultas.desfecho(pedido(exchange), exchange.getMessage().getBody(RespostaGuardada.class));
    }

    private static void negar(Exchange exchange) {
        boolean certo = exchange.getMessage().getHeader(SqlConstants.SQL_UPDATE_COUNT, Integer.class) == 1;
        throw certo ? ConsultaService.inexistente() : ConsultaService.incerta();
    }

    private static void negarNada(Exchange exchange) {
        throw ConsultaService.incerta();
    }

    private ReservasResponse resumo(Exchange exchange) {
        return consultas.resumo(pedido(exchange), exchange.getMessage().getBody(ReservaRegistro.class));
    }

    @SuppressWarnings("unchecked")
    private ReservasResponse detalhe(Exchange exchange) {
        return consultas.detalhe(
                pedido(exchange),
                exchange.getVariable(RESERVA, ReservaRegistro.class),
                exchange.getMessage().getBody(List.class));
    }

    private static Autor autor(Exchange exchange) {
        return exchange.getVariable(UmaVezRoute.AUTOR, Autor.MOTORISTA, Autor.class);
    }

    private static ReservasRequest pedido(Exchange exchange) {
        return exchange.getVariable(UmaVezRoute.PEDIDO, ReservasRequest.class);
    }
}
