package br.com.recarga.client.pedidos;

import static br.com.recarga.platform.mqttrequest.MqttRequestComponent.mqttRequest;

import br.com.recarga.contract.Pedido;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** One question to one server: takes a valid {@link Pedido}, leaves the reply's tree, or fails. */
@Component
public class PerguntarRoute extends EndpointRouteBuilder {

    public static final String ID = "perguntar";

    /** Variable with the topic on which to ask. */
    public static final String TOPICO = "topico";

    private final PrepararPedido prepararPedido;

    PerguntarRoute(PrepararPedido prepararPedido) {
        this.prepararPedido = prepararPedido;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Publica uma pergunta a um servidor e espera a resposta, sem prender uma thread")
            .errorHandler(noErrorHandler())
            .process(prepararPedido).id("preparar-pergunta")
            .marshal().json()
            .setExchangePattern(ExchangePattern.InOut)
            .toD(mqttRequest("${variable." + TOPICO + "}")).id("mqtt-perguntar")
            .process(RespostaDoServidor::read).id("ler-resposta");
    }
    // @formatter:on
}
