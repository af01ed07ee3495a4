package br.com.recarga.client.servidores;

import static org.apache.camel.builder.PredicateBuilder.not;

import br.com.recarga.client.novidades.Novidades;
import br.com.recarga.client.sagas.RetomarSagasRoute;
import br.com.recarga.contract.Novidade;
import br.com.recarga.contract.ServidorStatus;
import br.com.recarga.contract.ServidorStatus.Presenca;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.Variable;
import org.apache.camel.Exchange;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.LogEndpointBuilderFactory.LogBuilders;
import org.apache.camel.builder.endpoint.dsl.PahoMqtt5EndpointBuilderFactory.PahoMqtt5Builders;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.springframework.stereotype.Component;

/** Hears which servers come and go. */
@Component
public class PresencaRoute extends RouteBuilder
        implements DirectBuilders, BeanValidatorBuilders, LogBuilders, PahoMqtt5Builders {

    public static final String ID = "presenca";

    /** Variable that tells whether the presence is otherwise than before. */
    private static final Variable<Boolean> MUDOU = Variable.of(PresencaRoute.class, "mudou", Boolean.class);

    /** Variable that tells whether it only says that it is still there. */
    private static final Variable<Boolean> BATEU = Variable.of(PresencaRoute.class, "bateu", Boolean.class);

    private static final long LOG_INTERVAL_MS = 10_000;

    private final Servidores servidores;

    PresencaRoute(Servidores servidores) {
        this.servidores = servidores;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(pahoMqtt5(Topics.SERVIDORES_STATUS).clientId(ID)).routeId(ID)
            .description("Ouve a presença retida dos servidores; offline é o Last Will de cada um")
            .onException(Throwable.class)
                .handled(true)
                .to(log("br.com.recarga.presencas-ilegiveis").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true))
            .end()
            .filter(not(this::admite)).id("operador-desconhecido")
                .to(log("br.com.recarga.operadores-desconhecidos").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true))
                .stop()
            .end()
            .choice()
                // how a retained message is deleted
                .when(PresencaRoute::vazia)
                    .filter(this::esquecer).id("esquecer-servidor")
                        .setBody(PresencaRoute::sumiu)
                        .to(direct(Novidades.ID).failIfNoConsumers(false).block(false))
                    .endChoice()
                .otherwise()
                    .unmarshal().json(ServidorStatus.class)
                    .to(beanValidator("presenca")).id("validar-presenca")
                    .filter(PresencaRoute::falaDeSi)
                        .setVariable(BATEU.name()).exchange(this::soBateu)
                        .setVariable(MUDOU.name()).exchange(this::anotar).id("anotar-presenca")
                        .filter(PresencaRoute::chegou)
                            .to(apressar()).id("apressar-sagas-do-servidor")
                        .end()
                        .filter(MUDOU.value().isEqualTo(true))
                            .setBody(PresencaRoute::mudou)
                            .to(direct(Novidades.ID).failIfNoConsumers(false).block(false))
                        .end()
                    .end()
            .end();
    }
    // @formatter:on

    /** Nobody listens in a terminal that reserves no trips. */
    private EndpointProducerBuilder apressar() {
        return direct(RetomarSagasRoute.APRESSAR).failIfNoConsumers(false).block(false);
    }

    private static boolean chegou(Exchange exchange) {
        return !BATEU.get(exchange)
                && exchange.getMessage().getBody(ServidorStatus.class).status() == Presenca.ONLINE;
    }

    private static boolean vazia(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return body == null || body.length == 0;
    }

    /** A presence counts only on the topic of the server that it names. */
    private static boolean falaDeSi(Exchange exchange) {
        ServidorStatus status = exchange.getMessage().getBody(ServidorStatus.class);
        String topic = exchange.getMessage().getHeader(PahoMqtt5Constants.MQTT_TOPIC, String.class);
        return Topics.servidorStatus(status.serverId()).equals(topic);
    }

    private boolean admite(Exchange exchange) {
        return servidores.admite(servidor(exchange));
    }

    private boolean soBateu(Exchange exchange) {
        return servidores.soBateu(exchange.getMessage().getBody(ServidorStatus.class));
    }

    /** Whether it was known. */
    private boolean esquecer(Exchange exchange) {
        return servidores.esquecer(servidor(exchange));
    }

    /** Whether it is otherwise than before. */
    private boolean anotar(Exchange exchange) {
        return servidores.anunciou(exchange.getMessage().getBody(ServidorStatus.class));
    }

    private static Novidade mudou(Exchange exchange) {
        return new Novidade.Servidor(exchange.getMessage().getBody(ServidorStatus.class));
    }

    /** For those who have it on their list, a server that is forgotten is as good as away. */
    private static Novidade sumiu(Exchange exchange) {
        return new Novidade.Servidor(new ServidorStatus(servidor(exchange), Presenca.OFFLINE, null));
    }

    private static String servidor(Exchange exchange) {
        return Topics.servidorDoStatus(exchange.getMessage().getHeader(PahoMqtt5Constants.MQTT_TOPIC, String.class));
    }
}
