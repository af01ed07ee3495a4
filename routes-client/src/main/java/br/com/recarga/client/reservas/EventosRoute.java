package br.com.recarga.client.reservas;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.novidades.Novidades;
import br.com.recarga.contract.Novidade;
import br.com.recarga.contract.ReservaEvento;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqtt.Retained;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hears what became of this client's reservations without its doing. */
@Component
public class EventosRoute extends EndpointRouteBuilder {

    public static final String ID = "eventos";

    /** What was published to be kept. Its count is this route's. */
    public static final String RETIDOS = "descartar-eventos-retidos";

    private static final Logger LOG = LoggerFactory.getLogger(EventosRoute.class);

    private static final long LOG_INTERVAL_MS = 10_000;

    private final ClientSettings settings;
    private final Eventos eventos;

    EventosRoute(ClientSettings settings, Eventos eventos) {
        this.settings = settings;
        this.eventos = eventos;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(pahoMqtt5(Topics.reservaEvento(settings.clientId())).clientId(ID)).routeId(ID)
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
            .filter(this::anotar).id("anotar-evento")
                .setBody().body(ReservaEvento.class, Novidade.DaReserva::de)
                .to(direct(Novidades.ID).failIfNoConsumers(false).block(false))
            .end();

        from(direct(RETIDOS)).routeId(RETIDOS)
            .description("Eventos que o broker guardou (retidos): já foram notícia, e não o são outra vez a cada reconexão")
            .to(log("br.com.recarga.eventos-retidos").level("WARN").groupInterval(LOG_INTERVAL_MS).groupActiveOnly(true));
    }
    // @formatter:on

    /** Whether it is heard for the first time. The log names neither the car nor the reason, which are the driver's. */
    private boolean anotar(Exchange exchange) {
        ReservaEvento evento = exchange.getMessage().getBody(ReservaEvento.class);
        LOG.info("Reservation {} is {} by {}", evento.reservaId(), evento.situacao(), evento.por());
        return eventos.anotar(evento);
    }
}
