package br.com.recarga.client.viagens;

import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.client.sagas.DurableSagaService;
import br.com.recarga.client.sagas.SagaImpossivel;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.SituacaoViagem;
import br.com.recarga.contract.Topics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.sql.SqlConstants;
import org.apache.camel.component.sql.SqlOutputType;
import org.apache.camel.model.SagaPropagation;
import org.springframework.stereotype.Component;

/**
 * The saga of one attempt to reserve a trip: hold the stops at every server, then confirm all, or undo all. The decision is
 * the commit in the saga's log; {@link #CONFIRMAR} and {@link #DESFAZER} are repeated until every server has answered, also
 * by the process that comes after one that was killed. Takes and keeps the variable {@link #VIAGEM}.
 */
@Component
public class ViagemSaga extends EndpointRouteBuilder {

    public static final String ID = "viagem-saga";

    /** The trip's row. */
    public static final String REGISTRAR = "viagem-registrar";

    /** The action: one message to each server, in parallel. */
    public static final String SEGURAR = "viagem-segurar";

    /** The same one after the other, in the order of the servers' ids: of several trips that cross, one gets through. */
    public static final String SEGURAR_EM_ORDEM = "viagem-segurar-em-ordem";

    /** Why there will be no trip, from {@link #RESPOSTAS}. */
    public static final String ANOTAR = "viagem-anotar-motivos";

    /** The completion. */
    public static final String CONFIRMAR = "viagem-confirmar";

    /** The compensation. */
    public static final String DESFAZER = "viagem-desfazer";

    /** Variable with the {@link ViagemRegistro}. */
    static final String VIAGEM = "viagem";

    /** Options of the sagas of a trip: which, in which attempt, and in which state it has to be to be touched. */
    static final String VIAGEM_ID = "viagem_id";

    static final String TENTATIVA = "tentativa";
    static final String SITUACAO = "situacao";

    /** Variable with the {@link Respostas} of the servers. */
    static final String RESPOSTAS = "respostas";

    private static final String FILA = "fila";

    private final ViagemService viagens;

    ViagemSaga(ViagemService viagens) {
        this.viagens = viagens;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Uma tentativa de reservar a viagem: segura as paradas; depois confirma todas, ou desfaz tudo")
            .errorHandler(noErrorHandler())
            .saga().propagation(SagaPropagation.REQUIRES_NEW)
                .option(VIAGEM_ID, simple("${variable." + VIAGEM + ".viagemId}"))
                .option(TENTATIVA, simple("${variable." + VIAGEM + ".tentativa}", Integer.class))
                .option(SITUACAO, constant(SituacaoViagem.EM_ANDAMENTO.name()))
                .completion(direct(CONFIRMAR).getRawUri())
                .compensation(direct(DESFAZER).getRawUri())
                // within the saga, so that no trip is ever under way without one
                .to(direct(REGISTRAR))
                .setVariable(PerguntarRoute.TOPICO, constant(Topics.POSTOS_PRE_RESERVA))
                .setBody(exchange -> viagens.preReservas(viagem(exchange)))
                .choice()
                    .when(simple("${variable." + VIAGEM + ".tentativa} == 1"))
                        .to(direct(SEGURAR))
                    .otherwise()
                        .to(direct(SEGURAR_EM_ORDEM))
                .end()
                .setVariable(RESPOSTAS, body())
                .choice()
                    .when(exchange -> !viagens.todasSeguradas(respostas(exchange)))
                        .to(direct(ANOTAR))
                        .process(this::desistir).id("desistir")
                .end()
            .end();

        from(direct(REGISTRAR)).routeId(REGISTRAR)
            .description("Registra a viagem, ou a nova tentativa se a anterior já foi desfeita em toda parte")
            .errorHandler(noErrorHandler())
            .setBody(exchange -> viagens.parametros(viagem(exchange)))
            .choice()
                .when(simple("${variable." + VIAGEM + ".tentativa} == 1"))
                    .to(sql("classpath:viagens/viagem-inserir.sql")).id("viagem-inserir")
                .otherwise()
                    .to(sql("classpath:viagens/viagem-tentar.sql")).id("viagem-tentar-de-novo")
            .end()
            .filter(header(SqlConstants.SQL_UPDATE_COUNT).isEqualTo(0))
                .process(exchange -> { throw new NaoSegurada(false); }).id("nada-a-registrar")
            .end();

        from(direct(SEGURAR)).routeId(SEGURAR)
            .description("Pede a todos os servidores ao mesmo tempo que segurem as suas paradas")
            .errorHandler(noErrorHandler())
            .to(direct(PerguntarATodosRoute.ID));

        from(direct(SEGURAR_EM_ORDEM)).routeId(SEGURAR_EM_ORDEM)
            .description("Pede a um servidor depois do outro, em ordem, e para no primeiro que não segura")
            .errorHandler(noErrorHandler())
            .setVariable(FILA).body(List.class, ViagemSaga::fila)
            .setVariable(RESPOSTAS, () -> new Respostas(new LinkedHashMap<>(), new LinkedHashMap<>()))
            .loopDoWhile(exchange -> !fila(exchange).isEmpty() && viagens.todasSeguradas(respostas(exchange)))
                .setBody(exchange -> List.of(fila(exchange).remove()))
                .to(direct(PerguntarATodosRoute.ID))
                .process(ViagemSaga::acrescentar).id("acrescentar-resposta")
            .end()
            .setBody(variable(RESPOSTAS));

        from(direct(ANOTAR)).routeId(ANOTAR)
            .description("Anota por que cada parada foi recusada, para o motorista")
            .errorHandler(noErrorHandler())
            // also for the attempt after this one, which may not come to ask for every stop
            .setVariable(VIAGEM).exchange(this::comParadas)
            .setBody(exchange -> viagens.parametros(viagem(exchange)))
            .to(sql("classpath:viagens/viagem-anotar.sql")).id("viagem-anotar");

        from(direct(CONFIRMAR)).routeId(CONFIRMAR)
            .description("Confirma as paradas em todos os servidores; se um as perdeu, a viagem toda é desfeita")
            .errorHandler(noErrorHandler())
            .setBody(ViagemSaga::procurada)
            .to(buscar()).id("viagem-a-confirmar")
            .setVariable(VIAGEM, body())
            .setVariable(AguardarRoute.DECIDIDA, header(DurableSagaService.DECIDED))
            .filter(ViagemSaga::aindaEssa).id("ainda-a-confirmar")
                .setVariable(PerguntarRoute.TOPICO, constant(Topics.POSTOS_CONFIRMACAO))
                .setBody(exchange -> viagens.confirmacoes(viagem(exchange)))
                .to(direct(PerguntarATodosRoute.ID))
                .setVariable(RESPOSTAS, body())
                .filter(exchange -> viagens.perdida(respostas(exchange)))
                    .to(direct(ANOTAR))
                    .process(exchange -> { throw new SagaImpossivel("a server holds its stops no more"); }).id("viagem-perdida")
                .end()
                .to(direct(AguardarRoute.ID))
                .setBody(exchange -> viagens.parametros(comParadas(exchange)))
                .to(sql("classpath:viagens/viagem-confirmada.sql")).id("viagem-confirmada")
            .end();

        from(direct(DESFAZER)).routeId(DESFAZER)
            .description("Cancela o que houver da viagem em todos os servidores")
            .errorHandler(noErrorHandler())
            .setBody(ViagemSaga::procurada)
            .to(buscar()).id("viagem-a-desfazer")
            .setVariable(VIAGEM, body())
            .setVariable(AguardarRoute.DECIDIDA, header(DurableSagaService.DECIDED))
            .filter(ViagemSaga::aindaEssa).id("ainda-a-desfazer")
                .setVariable(PerguntarRoute.TOPICO, constant(Topics.POSTOS_CANCELAMENTO))
                .setBody(exchange -> viagens.cancelamentos(viagem(exchange)))
                .to(direct(PerguntarATodosRoute.ID))
                .setVariable(RESPOSTAS, body())
                .to(direct(AguardarRoute.ID))
                .setBody(exchange -> viagens.desfeita(viagem(exchange), respostas(exchange)))
                .to(sql("classpath:viagens/viagem-desfeita.sql")).id("viagem-desfeita")
            .end();
    }
    // @formatter:on

    private EndpointProducerBuilder buscar() {
        return sql("classpath:viagens/viagem-buscar.sql")
                .outputType(SqlOutputType.SelectOne)
                .outputClass(ViagemRegistro.class.getName());
    }

    private void desistir(Exchange exchange) {
        throw new NaoSegurada(viagens.impedimentoPassageiro(respostas(exchange)));
    }

    private ViagemRegistro comParadas(Exchange exchange) {
        return viagens.comParadas(viagem(exchange), respostas(exchange));
    }

    /**
     * Whether the trip is still in the attempt and the state that the saga is about: a saga may have been left before its
     * first step, and is carried to its end by whoever finds it, perhaps after another one has gone on with the trip.
     */
    private static boolean aindaEssa(Exchange exchange) {
        ViagemRegistro viagem = viagem(exchange);
        return viagem != null
                && viagem.tentativa() == exchange.getMessage().getHeader(TENTATIVA, Integer.class)
                && viagem.situacao().name().equals(exchange.getMessage().getHeader(SITUACAO, String.class));
    }

    private static Map<String, Object> procurada(Exchange exchange) {
        return Map.of(VIAGEM_ID, exchange.getMessage().getHeader(VIAGEM_ID, String.class));
    }

    private static Deque<Pedido> fila(List<Pedido> pedidos) {
        return new ArrayDeque<>(pedidos);
    }

    @SuppressWarnings("unchecked")
    private static Deque<Pedido> fila(Exchange exchange) {
        return exchange.getVariable(FILA, Deque.class);
    }

    private static void acrescentar(Exchange exchange) {
        Respostas one = exchange.getMessage().getBody(Respostas.class);
        respostas(exchange).ouvidas().putAll(one.ouvidas());
        respostas(exchange).caladas().putAll(one.caladas());
    }

    private static Respostas respostas(Exchange exchange) {
        return exchange.getVariable(RESPOSTAS, Respostas.class);
    }

    private static ViagemRegistro viagem(Exchange exchange) {
        return exchange.getVariable(VIAGEM, ViagemRegistro.class);
    }
}
