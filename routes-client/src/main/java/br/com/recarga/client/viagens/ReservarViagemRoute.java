package br.com.recarga.client.viagens;

import static br.com.recarga.client.viagens.ViagemSaga.VIAGEM;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.SituacaoViagem;
import br.com.recarga.contract.Viagem;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.HttpReplies;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlBuilders;
import org.apache.camel.component.sql.SqlOutputType;
import org.springframework.stereotype.Component;

/** {@code POST /viagens}: all stops of a trip, or none. */
@Component
public class ReservarViagemRoute extends RouteBuilder implements DirectBuilders, SqlBuilders, BeanValidatorBuilders {

    public static final String ID = "reservar-viagem";

    /** The row of the trip that was asked for with the same key. */
    public static final String ABRIR = "abrir-viagem-do-pedido";

    static final Variable<ViagemBody> PEDIDO = Variable.of(ReservarViagemRoute.class, "pedido", ViagemBody.class);

    private final NovaViagemService viagens;
    private final LinhaDaViagem linha;
    private final Tentativas tentativas;
    private final TentarAteOLimite tentar;

    ReservarViagemRoute(
            NovaViagemService viagens, LinhaDaViagem linha, Tentativas tentativas, TentarAteOLimite tentar) {
        this.viagens = viagens;
        this.linha = linha;
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
            .process(Entrada::identificar).id("identificar-viagem")
            .process(Entrada.ler(ViagemBody.class)).id("ler-viagem")
            .to(beanValidator("viagem")).id("validar-viagem")
            .setVariable(PEDIDO.name(), body())
            .to(direct(ABRIR))
            .filter(VIAGEM.value().isNull())
                .setVariable(VIAGEM.name()).exchange(exchange -> viagens.nova(PEDIDO.get(exchange), requestId(exchange)))
                .process(tentar).id("tentar-ate-o-limite")
                .to(direct(ABRIR))
                .filter(VIAGEM.value().isNull())
                    .process(ReservarViagemRoute::falhar).id("viagem-nao-comecada")
                .end()
            .end()
            .setVariable(VIAGEM.name()).exchange(exchange -> tentativas.contada(VIAGEM.get(exchange)))
            .process(ReservarViagemRoute::exigirMesmoPedido).id("exigir-mesmo-pedido")
            .process(ReservarViagemRoute::responder).id("responder-viagem");

        from(direct(ABRIR)).routeId(ABRIR)
            .description("Procura a viagem que já se pediu com a mesma chave")
            .errorHandler(noErrorHandler())
            .setBody(exchange -> Map.of("request_id", requestId(exchange)))
            .to(sql("classpath:viagens/viagem-do-pedido.sql").dataSource("#leitura").outputType(SqlOutputType.SelectOne)).id("viagem-do-pedido")
            .setVariable(VIAGEM.name()).body(Map.class, linha::ler);
    }
    // @formatter:on

    /** Nothing was begun, or nothing is known of it yet. */
    private static void falhar(Exchange exchange) {
        Exception falha = TentarAteOLimite.FALHA.get(exchange);
        exchange.setException(
                falha != null
                        ? falha
                        : new PedidoRecusado(Codigo.TEMPO_ESGOTADO, "Não se sabe ainda; repita com a mesma chave"));
    }

    private static void exigirMesmoPedido(Exchange exchange) {
        PalavrasDaViagem.exigirMesmoPedido(VIAGEM.get(exchange), PEDIDO.get(exchange));
    }

    /** 202 says where to look, as what is not certain yet is not said. */
    private static void responder(Exchange exchange) throws Exception {
        ViagemRegistro viagem = VIAGEM.get(exchange);
        Viagem resposta = PalavrasDaViagem.mostrar(viagem, requestId(exchange), true);
        exchange.getMessage().setBody(resposta);
        int status = viagem.situacao() == SituacaoViagem.EM_ANDAMENTO
                ? 202
                : resposta.codigo().httpStatus();
        HttpReplies.CODIGO.set(exchange, resposta.codigo());
        HttpReplies.reply(exchange, status);
        if (status == 202) {
            exchange.getMessage().setHeader("Location", "/viagens/" + viagem.viagemId());
        }
    }

    private static String requestId(Exchange exchange) {
        return HttpReplies.REQUEST_ID.get(exchange);
    }
}
