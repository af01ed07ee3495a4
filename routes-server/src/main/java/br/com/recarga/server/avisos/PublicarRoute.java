package br.com.recarga.server.avisos;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Takes a record of the contract, and its topic in the header {@code CamelPahoOverrideTopic}; publishes it. That the broker
 * is away is nobody's failure: what was done stays done, and can be asked for.
 */
@Component
public class PublicarRoute extends EndpointRouteBuilder {

    public static final String ID = "publicar";

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
    }
    // @formatter:on
}
