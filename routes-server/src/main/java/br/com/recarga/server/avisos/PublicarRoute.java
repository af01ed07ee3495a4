package br.com.recarga.server.avisos;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.LogEndpointBuilderFactory.LogBuilders;
import org.apache.camel.builder.endpoint.dsl.PahoMqtt5EndpointBuilderFactory.PahoMqtt5Builders;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.springframework.stereotype.Component;

/**
 * Takes a record of the contract, and its topic in the header {@code CamelPahoOverrideTopic}; publishes it. That the broker
 * is away is nobody's failure: what was done stays done, and can be asked for.
 */
@Component
public class PublicarRoute extends RouteBuilder implements DirectBuilders, LogBuilders, PahoMqtt5Builders {

    public static final String ID = "publicar";

    /** Takes a list of {@link Aviso}s, and publishes each. */
    public static final String TODOS = "publicar-avisos";

    private static final long LOG_INTERVAL_MS = 10_000;

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Publica um aviso que ninguém pediu; se o broker está fora, ele se perde")
            .errorHandler(noErrorHandler())
            .marshal().json()
            .doTry()
                // the topic is the one that the caller has put into a header
                .to(pahoMqtt5("client")).id("publicar-aviso")
            .doCatch(Exception.class)
                .to(log("br.com.recarga.avisos-perdidos").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true))
            .end();

        from(direct(TODOS)).routeId(TODOS)
            .description("Publica o mesmo aviso em cada tipo de tópicos em que pode haver quem o ouça")
            .errorHandler(noErrorHandler())
            .split(body()).id("cada-aviso")
                .process(PublicarRoute::enderecar).id("enderecar-aviso")
                .to(direct(ID))
            .end();
    }
    // @formatter:on

    private static void enderecar(Exchange exchange) {
        Aviso aviso = exchange.getMessage().getBody(Aviso.class);
        exchange.getMessage().setHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC, aviso.topico());
        exchange.getMessage().setBody(aviso.corpo());
    }
}
