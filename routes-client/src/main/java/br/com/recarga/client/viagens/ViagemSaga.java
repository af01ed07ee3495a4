package br.com.recarga.client.viagens;

import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.SituacaoViagem;
import br.com.recarga.platform.Variable;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.model.SagaPropagation;
import org.springframework.stereotype.Component;

/**
 * The saga of one attempt to reserve the trip in {@link #VIAGEM}: note it, hold its stops at every server, then confirm all, or
 * undo all. The decision is the commit in the saga's log; what follows from it is repeated until every server has answered, also
 * by the process that comes after one that was killed.
 */
@Component
public class ViagemSaga extends RouteBuilder implements DirectBuilders {

    public static final String ID = "viagem-saga";

    static final Variable<ViagemRegistro> VIAGEM = Variable.of(ViagemSaga.class, "viagem", ViagemRegistro.class);

    /** What the servers have answered last. */
    static final Variable<Respostas> RESPOSTAS = Variable.of(ViagemSaga.class, "respostas", Respostas.class);

    /** Options of the sagas of a trip: which, in which attempt, and in which state it has to be to be touched. */
    static final String VIAGEM_ID = "viagem_id";

    static final String TENTATIVA = "tentativa";
    static final String SITUACAO = "situacao";

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
                .completion(direct(ConfirmarViagemRoute.ID).getRawUri())
                .compensation(direct(DesfazerViagemRoute.ID).getRawUri())
                // within the saga, so that no trip is ever under way without one
                .to(direct(RegistrarViagemRoute.ID))
                .to(direct(SegurarViagemRoute.ID))
            .end();
    }
    // @formatter:on
}
