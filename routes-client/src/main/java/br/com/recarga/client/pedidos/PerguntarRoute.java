package br.com.recarga.client.pedidos;

import static br.com.recarga.platform.mqttrequest.MqttRequestComponent.mqttRequest;

import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.springframework.stereotype.Component;

/**
 * One request to one server, whatever it asks or orders: takes a valid {@link Pedido}, leaves the reply's tree, or fails. What
 * this says of a server that announces nothing is noted.
 */
@Component
public class PerguntarRoute extends RouteBuilder implements DirectBuilders {

    public static final String ID = "perguntar";

    /** What is answered and not believed. Its count is this route's. */
    public static final String INCOMPREENSIVEIS = "recusar-respostas-incompreensiveis";

    /** What to ask for. */
    public static final Variable<Operacao> OPERACAO = Variable.of(PerguntarRoute.class, "operacao", Operacao.class);

    /** The shared topic of what is asked for: the endpoint's name, also if the server is asked on its own topic. */
    static final Variable<String> TOPICO = Variable.of(PerguntarRoute.class, "topico", String.class);

    private final PrepararPedido prepararPedido;
    private final ListasLembradas listas;
    private final Servidores servidores;

    PerguntarRoute(PrepararPedido prepararPedido, ListasLembradas listas, Servidores servidores) {
        this.prepararPedido = prepararPedido;
        this.listas = listas;
        this.servidores = servidores;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Publica um pedido a um servidor, nos tópicos que ele ouve, e espera a resposta, sem prender uma thread")
            .errorHandler(noErrorHandler())
            .process(prepararPedido).id("preparar-pergunta")
            .process(listas::perguntar).id("lista-lembrada")
            .marshal().json()
            .setExchangePattern(ExchangePattern.InOut)
            .doTry()
                .toD(mqttRequest("${variable." + TOPICO.name() + "}")).id("mqtt-perguntar")
                .process(this::respondeu).id("servidor-respondeu")
                .process(RespostaDoServidor::ler).id("ler-resposta")
                .process(listas::completar).id("lista-completa")
            .doCatch(ExchangeTimedOutException.class)
                .process(this::calou).id("servidor-calou")
            .doCatch(MqttException.class, RejectedExecutionException.class)
                .process(this::naoEnviou).id("pergunta-nao-publicada")
            .doCatch(PedidoRecusado.class)
                .to(direct(INCOMPREENSIVEIS))
            .end()
            .filter(listas::comeca).id("lista-em-partes")
                .to(direct(ContinuarListaRoute.ID))
            .end();

        from(direct(INCOMPREENSIVEIS)).routeId(INCOMPREENSIVEIS)
            .description("Respostas que não têm a forma do contrato, ou falam de outro: quem perguntou ouve que não se entendem")
            .errorHandler(noErrorHandler())
            .process(PerguntarRoute::falhar).id("resposta-incompreensivel");
    }
    // @formatter:on

    private void respondeu(Exchange exchange) {
        servidores.respondeu(serverId(exchange));
    }

    private void calou(Exchange exchange) {
        servidores.calou(serverId(exchange));
        falhar(exchange);
    }

    private void naoEnviou(Exchange exchange) {
        servidores.naoEnviou(
                exchange.getMessage().getHeader(MqttRequestComponent.REQUEST_ID, String.class), serverId(exchange));
        falhar(exchange);
    }

    /** It fails all the same. */
    private static void falhar(Exchange exchange) {
        exchange.setException(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    private static String serverId(Exchange exchange) {
        return HttpReplies.SERVER_ID.get(exchange);
    }
}
