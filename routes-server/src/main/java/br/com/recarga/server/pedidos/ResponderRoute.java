package br.com.recarga.server.pedidos;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.springframework.stereotype.Component;

/** Takes an answer, publishes it where the request asks for it. */
@Component
public class ResponderRoute extends EndpointRouteBuilder {

    public static final String ID = "responder";

    /** Variable with the {@link Destino} of the answer. */
    static final String DESTINO = "destino";

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Publica a resposta no tópico de quem pediu, com os dados de correlação do pedido")
            .errorHandler(noErrorHandler())
            .marshal().json()
            .process(ResponderRoute::enderecar).id("enderecar")
            .to(pahoMqtt5("client")).id("publicar-resposta");
    }
    // @formatter:on

    private static void enderecar(Exchange exchange) {
        Destino destino = exchange.getVariable(DESTINO, Destino.class);
        Message message = exchange.getMessage();
        message.setHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC, destino.topico());
        message.setHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_PROPERTIES, destino.properties());
    }
}
