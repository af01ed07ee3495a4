package br.com.recarga.client.aovivo;

import br.com.recarga.client.novidades.Novidades;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Novidade;
import br.com.recarga.contract.PontoStatus;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.Variable;
import br.com.recarga.platform.mqtt.Retained;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.LogEndpointBuilderFactory.LogBuilders;
import org.apache.camel.builder.endpoint.dsl.PahoMqtt5EndpointBuilderFactory.PahoMqtt5Builders;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.springframework.stereotype.Component;

/** Hears how the points of all servers are. */
@Component
public class OuvirPontosRoute extends RouteBuilder
        implements DirectBuilders, BeanValidatorBuilders, LogBuilders, PahoMqtt5Builders {

    public static final String ID = "ouvir-pontos";

    /** Variable that tells whether the broker had kept the message. */
    private static final Variable<Boolean> GUARDADA = Variable.of(OuvirPontosRoute.class, "guardada", Boolean.class);

    private static final long LOG_INTERVAL_MS = 10_000;

    private final Servidores servidores;
    private final PontosVistos vistos;

    OuvirPontosRoute(Servidores servidores, PontosVistos vistos) {
        this.servidores = servidores;
        this.vistos = vistos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(pahoMqtt5(Topics.PONTOS_STATUS).clientId(ID)).routeId(ID)
            .description("Ouve o estado dos postos de todos os servidores; só o que mudou é novidade")
            .onException(Throwable.class)
                .handled(true)
                .to(log("br.com.recarga.pontos-ilegiveis").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true))
            .end()
            .choice()
                // how a retained message is deleted
                .when(OuvirPontosRoute::vazia)
                    .process(exchange -> vistos.esquecer(topico(exchange))).id("esquecer-ponto")
                .otherwise()
                    .setVariable(GUARDADA.name()).exchange(Retained::isRetained)
                    .unmarshal().json(PontoStatus.class)
                    .to(beanValidator("ponto")).id("validar-ponto")
                    .filter(this::falaDeSi)
                        .filter(this::novidade).id("e-novidade")
                            .setBody().body(PontoStatus.class, Novidade.Ponto::de)
                            .to(direct(Novidades.ID))
                        .end()
                    .end()
            .end();
    }
    // @formatter:on

    private static boolean vazia(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return body == null || body.length == 0;
    }

    /** A status counts only on the topic of the point and the server that it names, if there may be such a server. */
    private boolean falaDeSi(Exchange exchange) {
        PontoStatus status = exchange.getMessage().getBody(PontoStatus.class);
        return servidores.admite(status.serverId())
                && Topics.pontoStatus(status.serverId(), status.pontoId()).equals(topico(exchange));
    }

    private boolean novidade(Exchange exchange) {
        return vistos.novidade(
                topico(exchange), exchange.getMessage().getBody(PontoStatus.class), GUARDADA.get(exchange));
    }

    private static String topico(Exchange exchange) {
        return exchange.getMessage().getHeader(PahoMqtt5Constants.MQTT_TOPIC, String.class);
    }
}
