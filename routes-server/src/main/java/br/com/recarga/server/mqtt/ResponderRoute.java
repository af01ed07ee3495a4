package br.com.recarga.server.mqtt;

import br.com.recarga.platform.Variable;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.LogEndpointBuilderFactory.LogBuilders;
import org.apache.camel.builder.endpoint.dsl.PahoMqtt5EndpointBuilderFactory.PahoMqtt5Builders;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.springframework.stereotype.Component;

/** Takes an answer, publishes it where the request asks for it; what the broker would not take is said in less. */
@Component
public class ResponderRoute extends RouteBuilder implements DirectBuilders, LogBuilders, PahoMqtt5Builders {

    public static final String ID = "responder";

    /** Where the answer goes. */
    static final Variable<Destino> DESTINO = Variable.of(ResponderRoute.class, "destino", Destino.class);

    /** The answer, before it is written. */
    static final Variable<Object> RESPOSTA = Variable.of(ResponderRoute.class, "resposta", Object.class);

    private static final int REDELIVERIES = 10;
    private static final long REDELIVERY_DELAY_MS = 50;
    private static final long LOG_INTERVAL_MS = 10_000;

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Publica a resposta no tópico de quem pediu, com os dados de correlação do pedido")
            .onException(MqttException.class).onWhen(ResponderRoute::naoCabe)
                .logExhausted(false)
                .handled(true)
                .to(direct(ResponderMenosRoute.ID))
            .end()
            .onException(MqttException.class)
                // the broker has no room for a moment, or this connection comes back after the one that hears the requests
                // asynchronous, as one thread begins all requests that change something
                .maximumRedeliveries(REDELIVERIES).redeliveryDelay(REDELIVERY_DELAY_MS).asyncDelayedRedelivery()
                .logExhausted(false)
                // never another answer in its place: what was decided stays decided, and whoever repeats the request hears it
                .handled(true)
                .to(log("br.com.recarga.respostas-perdidas").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true))
            .end()
            .setVariable(RESPOSTA.name(), body())
            .marshal().json()
            .process(ResponderRoute::enderecar).id("enderecar")
            // the topic is the one that the step before has put into a header
            .to(pahoMqtt5("client")).id("publicar-resposta");
    }
    // @formatter:on

    /** Whether it is larger than what the broker takes, now and at every further attempt. */
    private static boolean naoCabe(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof MqttException failure
                && failure.getReasonCode() == MqttClientException.REASON_CODE_OUTGOING_PACKET_TOO_LARGE;
    }

    static void enderecar(Exchange exchange) {
        Destino destino = DESTINO.get(exchange);
        Message message = exchange.getMessage();
        message.setHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC, destino.topico());
        message.setHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_PROPERTIES, destino.properties());
    }
}
