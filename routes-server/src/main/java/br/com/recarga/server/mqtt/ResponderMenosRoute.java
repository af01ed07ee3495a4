package br.com.recarga.server.mqtt;

import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.erros.ErrorReplies;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.LogEndpointBuilderFactory.LogBuilders;
import org.apache.camel.builder.endpoint.dsl.PahoMqtt5EndpointBuilderFactory.PahoMqtt5Builders;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.springframework.stereotype.Component;

/**
 * Answers where the answer is larger than any message that the broker takes. Who only asked hears that it has to ask for less. What
 * was decided of what is to change stays decided: of that the outcome is told, without the lists that came with it.
 */
@Component
public class ResponderMenosRoute extends RouteBuilder implements DirectBuilders, LogBuilders, PahoMqtt5Builders {

    public static final String ID = "responder-menos";

    private static final long LOG_INTERVAL_MS = 10_000;

    private final ErrorReplies errors;

    ResponderMenosRoute(ErrorReplies errors) {
        this.errors = errors;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("O que se diz em lugar de uma resposta que não cabe numa mensagem do broker: a quem pergunta, que peça menos; de uma mudança, só o desfecho")
            .onException(MqttException.class)
                .logExhausted(false)
                .handled(true)
                .to(log("br.com.recarga.respostas-perdidas").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true))
            .end()
            .to(log("br.com.recarga.respostas-grandes").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true))
            .setBody(this::menos)
            .marshal().json()
            .process(ResponderRoute::enderecar).id("enderecar-menos")
            // the topic is the one that the step before has put into a header
            .to(pahoMqtt5("client")).id("publicar-menos");
    }
    // @formatter:on

    private Resposta menos(Exchange exchange) {
        PedidoOuvido pedido = PedidosRoute.PEDIDO.get(exchange);
        boolean pergunta = Optional.ofNullable(pedido.operacao())
                .filter(Operacao::consulta)
                .isPresent();
        if (!pergunta && ResponderRoute.RESPOSTA.get(exchange) instanceof Resposta decidida) {
            return decidida.withAlternativas(null).withParadas(null).withErros(null);
        }
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return errors.replyTo(
                failure, pedido.envelope().requestId(), pedido.envelope().serverId());
    }
}
