package br.com.recarga.client.reservas;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.novidades.Novidades;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Novidade;
import br.com.recarga.contract.ReservaEvento;
import br.com.recarga.contract.ReservaId;
import br.com.recarga.contract.Topicos;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqtt.Retained;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.BeanValidatorEndpointBuilderFactory.BeanValidatorBuilders;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.LogEndpointBuilderFactory.LogBuilders;
import org.apache.camel.builder.endpoint.dsl.PahoMqtt5EndpointBuilderFactory.PahoMqtt5Builders;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hears what became of this client's reservations without its doing. */
@Component
public class EventosRoute extends RouteBuilder
        implements DirectBuilders, BeanValidatorBuilders, LogBuilders, PahoMqtt5Builders {

    public static final String ID = "eventos";

    /** What was published to be kept. Its count is this route's. */
    public static final String RETIDOS = "descartar-eventos-retidos";

    /** What is not believed. Its count is this route's. */
    public static final String DE_OUTRO_TOPICO = "descartar-eventos-de-outro-topico";

    private static final Logger LOG = LoggerFactory.getLogger(EventosRoute.class);

    private static final long LOG_INTERVAL_MS = 10_000;

    private final ClientSettings settings;
    private final Servidores servidores;
    private final Eventos eventos;

    EventosRoute(ClientSettings settings, Servidores servidores, Eventos eventos) {
        this.settings = settings;
        this.servidores = servidores;
        this.eventos = eventos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(pahoMqtt5(filtros()).clientId(ID)).routeId(ID)
            .description("Ouve o que o operador ou o relógio fez das reservas deste cliente")
            .onException(Throwable.class)
                .handled(true)
                .to(log("br.com.recarga.eventos-ilegiveis").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true))
            .end()
            .filter(Retained::isRetained).id("evento-retido")
                .to(direct(RETIDOS))
                .stop()
            .end()
            .unmarshal().json(ReservaEvento.class)
            .to(beanValidator("evento")).id("validar-evento")
            .filter(this::deOutroTopico).id("evento-de-outro-topico")
                .to(direct(DE_OUTRO_TOPICO))
                .stop()
            .end()
            .filter(this::anotar).id("anotar-evento")
                .setBody().body(ReservaEvento.class, Novidade.DaReserva::de)
                .to(direct(Novidades.ID).failIfNoConsumers(false).block(false))
            .end();

        from(direct(RETIDOS)).routeId(RETIDOS)
            .description("Eventos que o broker guardou (retidos): já foram notícia, e não o são outra vez a cada reconexão")
            .to(log("br.com.recarga.eventos-retidos").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));

        from(direct(DE_OUTRO_TOPICO)).routeId(DE_OUTRO_TOPICO)
            .description("Eventos que não vêm por onde se pergunta ao servidor que nomeiam, ou são de uma reserva de outro, ou a cópia que vem pelo outro tipo de tópicos")
            .to(log("br.com.recarga.eventos-de-outro-topico").level("DEBUG").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));
    }
    // @formatter:on

    private String filtros() {
        String proprios = Topics.eventosA(settings.clientId());
        return settings.ouveEventosCompartilhados()
                ? Topics.reservaEvento(settings.clientId()) + "," + proprios
                : proprios;
    }

    /** Whether it comes otherwise than on the topic by which the server that it names, and whose reservation it is, is asked. */
    private boolean deOutroTopico(Exchange exchange) {
        ReservaEvento evento = exchange.getMessage().getBody(ReservaEvento.class);
        String serverId = evento.serverId();
        String topic = exchange.getMessage().getHeader(PahoMqtt5Constants.MQTT_TOPIC, String.class);
        boolean deOutro = ReservaId.servidor(evento.reservaId())
                .filter(dono -> !dono.equals(serverId))
                .isPresent();
        return deOutro
                || servidores.topicos(serverId).stream()
                        .map(tipo -> tipo == Topicos.PROPRIOS
                                ? Topics.evento(settings.clientId(), serverId)
                                : Topics.reservaEvento(settings.clientId()))
                        .noneMatch(topic::equals);
    }

    /** Whether it is heard for the first time. The log names neither the car nor the reason, which are the driver's. */
    private boolean anotar(Exchange exchange) {
        ReservaEvento evento = exchange.getMessage().getBody(ReservaEvento.class);
        LOG.info("Reservation {} is {} by {}", evento.reservaId(), evento.situacao(), evento.por());
        return eventos.anotar(evento);
    }
}
