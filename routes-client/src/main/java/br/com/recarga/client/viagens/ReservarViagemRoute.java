package br.com.recarga.client.viagens;

import br.com.recarga.client.pedidos.IdentificarPedido;
import br.com.recarga.client.pedidos.PerguntarATodosRoute;
import br.com.recarga.client.pedidos.PerguntarRoute;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.SituacaoViagem;
import br.com.recarga.contract.Topics;
import br.com.recarga.contract.Viagem;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** {@code POST /viagens}: all stops of a trip, or none. */
@Component
public class ReservarViagemRoute extends EndpointRouteBuilder {

    public static final String ID = "reservar-viagem";

    /** Attempts until one holds, or what is in the way is there to stay. */
    public static final String TENTAR = "viagem-tentar";

    /** Not the name that the scatter-gather uses for its questions, whose variables come back with the answers. */
    private static final String PEDIDO = "viagem-pedida";

    private static final String ESPERA = "espera";
    private static final String TENTANDO = "tentando";

    private final ViagemService viagens;
    private final Tentativas tentativas;
    private final TentarAteOLimite tentar;

    ReservarViagemRoute(ViagemService viagens, Tentativas tentativas, TentarAteOLimite tentar) {
        this.viagens = viagens;
        this.tentativas = tentativas;
        this.tentar = tentar;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("POST /viagens: reserva paradas de vários operadores, todas ou nenhuma")
            .routeConfigurationId(HttpReplies.ID)
            // a caller has no say in our sagas
            .removeHeader(Exchange.SAGA_LONG_RUNNING_ACTION)
            .process(IdentificarPedido::pelaChave).id("identificar-viagem")
            .process(Entrada.ler(ViagemBody.class)).id("ler-viagem")
            .to(beanValidator("viagem")).id("validar-viagem")
            .setVariable(PEDIDO, body())
            .setBody(this::doPedido)
            .to(buscar("viagem-do-pedido.sql")).id("viagem-do-pedido")
            .setVariable(ViagemSaga.VIAGEM, body())
            .choice()
                .when(variable(ViagemSaga.VIAGEM).isNull())
                    .setVariable(ViagemSaga.VIAGEM).exchange(this::nova)
                    .process(tentar).id("tentar-ate-o-limite")
                    .setBody(this::doPedido)
                    .to(buscar("viagem-do-pedido.sql")).id("viagem-depois")
                    .setVariable(ViagemSaga.VIAGEM, body())
                    .filter(variable(ViagemSaga.VIAGEM).isNull())
                        .process(ReservarViagemRoute::falhar).id("viagem-nao-comecada")
                    .end()
            .end()
            .setVariable(ViagemSaga.VIAGEM).exchange(exchange -> tentativas.contada(viagem(exchange)))
            .process(this::exigirMesmoPedido).id("exigir-mesmo-pedido")
            .process(this::responder).id("responder-viagem");

        from(direct(TENTAR)).routeId(TENTAR)
            .description("Confere se o caminho entre as paradas se faz a tempo; tenta de novo, em ordem, se só pré-reservas de outros estavam no caminho")
            .errorHandler(noErrorHandler())
            .setVariable(PerguntarRoute.TOPICO, constant(Topics.POSTOS_REQUEST))
            .setBody(this::perguntasPelosLugares)
            .filter(simple("${body.size} > 0"))
                .to(direct(PerguntarATodosRoute.ID))
                // of whichever answered last
                .removeVariable(HttpReplies.SERVER_ID.name())
                .process(this::exigirDirigivel).id("exigir-dirigivel")
            .end()
            .process(TentarAteOLimite::comecar).id("comecar-viagem")
            .setVariable(TENTANDO, constant(true))
            .loopDoWhile(variable(TENTANDO).isEqualTo(true))
                .setVariable(TENTANDO, constant(false))
                .doTry()
                    .to(direct(ViagemSaga.ID))
                .doCatch(NaoSegurada.class)
                    .process(this::tentarDeNovo).id("tentar-de-novo")
                .end()
                .filter(variable(TENTANDO).isEqualTo(true))
                    .setVariable(ESPERA).exchange(exchange -> viagens.espera(viagem(exchange)))
                    .delay(variable(ESPERA)).asyncDelayed().end()
                    .setVariable(ViagemSaga.VIAGEM).exchange(ReservarViagemRoute::proximaTentativa)
                .end()
            .end();
    }
    // @formatter:on

    private EndpointProducerBuilder buscar(String statement) {
        return sql("classpath:viagens/" + statement)
                .outputType(SqlOutputType.SelectOne)
                .outputClass(ViagemRegistro.class.getName());
    }

    private Map<String, Object> doPedido(Exchange exchange) {
        return Map.of("request_id", requestId(exchange));
    }

    private ViagemRegistro nova(Exchange exchange) {
        return viagens.nova(pedido(exchange), requestId(exchange));
    }

    private List<PostosRequest> perguntasPelosLugares(Exchange exchange) {
        return viagens.perguntasPelosLugares(pedido(exchange));
    }

    private void exigirDirigivel(Exchange exchange) {
        viagens.exigirDirigivel(pedido(exchange), exchange.getMessage().getBody(Respostas.class));
    }

    private void tentarDeNovo(Exchange exchange) {
        NaoSegurada falha = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, NaoSegurada.class);
        exchange.setVariable(TENTANDO, viagens.podeTentarDeNovo(viagem(exchange), falha));
    }

    private static ViagemRegistro proximaTentativa(Exchange exchange) {
        return viagem(exchange).proximaTentativa();
    }

    /** Nothing was begun, or nothing is known of it yet. */
    private static void falhar(Exchange exchange) {
        Exception falha = exchange.getVariable(TentarAteOLimite.FALHA, Exception.class);
        exchange.setException(
                falha != null
                        ? falha
                        : new PedidoRecusado(Codigo.TEMPO_ESGOTADO, "Não se sabe ainda; repita com a mesma chave"));
    }

    private void exigirMesmoPedido(Exchange exchange) {
        viagens.exigirMesmoPedido(viagem(exchange), pedido(exchange));
    }

    /** 202 says where to look, as what is not certain yet is not said. */
    private void responder(Exchange exchange) throws Exception {
        ViagemRegistro viagem = viagem(exchange);
        Viagem resposta = viagens.mostrar(viagem, requestId(exchange), true);
        exchange.getMessage().setBody(resposta);
        int status = viagem.situacao() == SituacaoViagem.EM_ANDAMENTO
                ? 202
                : resposta.codigo().httpStatus();
        HttpReplies.reply(exchange, status);
        if (status == 202) {
            exchange.getMessage().setHeader("Location", "/viagens/" + viagem.viagemId());
        }
    }

    private static String requestId(Exchange exchange) {
        return HttpReplies.REQUEST_ID.get(exchange);
    }

    private static ViagemBody pedido(Exchange exchange) {
        return exchange.getVariable(PEDIDO, ViagemBody.class);
    }

    private static ViagemRegistro viagem(Exchange exchange) {
        return exchange.getVariable(ViagemSaga.VIAGEM, ViagemRegistro.class);
    }
}
