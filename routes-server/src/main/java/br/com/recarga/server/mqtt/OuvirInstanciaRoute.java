package br.com.recarga.server.mqtt;

import br.com.recarga.contract.ServidorStatus;
import br.com.recarga.contract.ServidorStatus.Presenca;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.server.avisos.PublicarRoute;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.instancias.Instancias;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.LogEndpointBuilderFactory.LogBuilders;
import org.apache.camel.builder.endpoint.dsl.TimerEndpointBuilderFactory.TimerBuilders;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.springframework.stereotype.Component;

/** Hears the server's own presence, to find out whether another process calls itself the same; only one of them serves. */
@Component
public class OuvirInstanciaRoute extends RouteBuilder
        implements DirectBuilders, BeanValidatorBuilders, LogBuilders, TimerBuilders {

    /** Takes a message of the server's own topic of presence. */
    public static final String ID = "ouvir-instancia";

    /** While another process serves, asks it for a sign of life. */
    public static final String VIGIAR = "vigiar-instancia";

    /** Says who speaks; retained only by the one that serves. */
    public static final String ANUNCIAR = "anunciar-instancia";

    private static final long PERIODO_MS = 5_000;
    private static final long LOG_INTERVAL_MS = 10_000;

    private final Instancias instancias;
    private final MqttConnections connections;
    private final ServerSettings settings;

    OuvirInstanciaRoute(Instancias instancias, MqttConnections connections, ServerSettings settings) {
        this.instancias = instancias;
        this.connections = connections;
        this.settings = settings;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(direct(ID)).routeId(ID)
            .description("Ouve a própria presença: de dois processos com o mesmo SERVER_ID, serve o que começou antes")
            .onException(Throwable.class)
                .handled(true)
                // how a retained presence is deleted, too
                .process(exchange -> instancias.adulterar()).id("presenca-adulterada")
                .to(log("br.com.recarga.presencas-ilegiveis").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true))
            .end()
            .unmarshal().json(ServidorStatus.class)
            .to(beanValidator("presenca")).id("validar-presenca")
            .filter(this::outraPalavra).id("presenca-nao-e-minha")
                .to(direct(ANUNCIAR))
            .end();

        from(timer(VIGIAR).period(PERIODO_MS).delay(PERIODO_MS)).routeId(VIGIAR)
            .description("Enquanto outro processo serve, pede-lhe um sinal de vida; sem nenhum, toma o lugar")
            .filter(this::esperando).id("esperando")
                .to(direct(ANUNCIAR))
            .end();

        from(direct(ANUNCIAR)).routeId(ANUNCIAR)
            .description("Publica a presença deste processo; retida, só a de quem serve")
            .errorHandler(noErrorHandler())
            .process(this::enderecar).id("enderecar-presenca")
            .to(direct(PublicarRoute.ID));
    }
    // @formatter:on

    private boolean outraPalavra(Exchange exchange) {
        return instancias.ouvir(exchange.getMessage().getBody(ServidorStatus.class));
    }

    private boolean esperando(Exchange exchange) {
        return instancias.esperando(connections.isSubscribed(PedidosRoute.ID));
    }

    private void enderecar(Exchange exchange) {
        Message message = exchange.getMessage();
        message.setHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC, Topics.servidorStatus(settings.serverId()));
        message.setHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_RETAINED, instancias.serve());
        message.removeHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_PROPERTIES);
        message.setBody(instancias.status(Presenca.ONLINE));
    }
}
