package br.com.recarga.server.mqtt;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.CarroTelemetria;
import br.com.recarga.contract.Envelope;
import br.com.recarga.contract.PontoDisponibilidade;
import br.com.recarga.contract.ReservaSituacao;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqtt.Retained;
import br.com.recarga.server.carregamentos.ChegadaSaidaRoute;
import br.com.recarga.server.carros.AtualizarCarroRoute;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.instancias.Instancias;
import br.com.recarga.server.manutencao.DisponibilidadeRoute;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.DirectEndpointBuilderFactory.DirectBuilders;
import org.apache.camel.builder.endpoint.dsl.PahoMqtt5EndpointBuilderFactory.PahoMqtt5Builders;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.eclipse.paho.mqttv5.common.util.MqttTopicValidator;
import org.springframework.stereotype.Component;

/**
 * All that cars, points and reservations tell arrives here, at every server. The filter drops what names another one; which
 * cars are ours, the statement that would change them decides.
 */
@Component
public class TelemetriaRoute extends RouteBuilder implements DirectBuilders, PahoMqtt5Builders {

    public static final String ID = "telemetria";

    /** Lets pass what a car tells of itself. */
    static final String CONFERIR_CARRO = "conferir-carro";

    private final ServerSettings settings;
    private final Filtros filtros;
    private final Instancias instancias;

    TelemetriaRoute(ServerSettings settings, Filtros filtros, Instancias instancias) {
        this.settings = settings;
        this.filtros = filtros;
        this.instancias = instancias;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(pahoMqtt5(filtros.telemetria()).clientId(ID)).routeId(ID)
            .description("O que carros, postos e reservas contam de si; o filtro deixa passar o que pode ser deste servidor")
            .routeConfigurationId(ErrosTelemetria.ID)
            .filter(Retained::isRetained).id("telemetria-retida")
                .to(direct(DescartarRoute.RETIDAS))
                .stop()
            .end()
            .filter(this::nomeiaOutro).id("telemetria-divergente")
                .to(direct(DescartarRoute.DIVERGENTES))
                .stop()
            .end()
            .filter(this::podeSerDesteServidor).id("filtro-de-telemetria")
                .choice().id("roteador-de-telemetria")
                    .when(TelemetriaRoute::naoEObjeto).id("telemetria-nao-e-objeto")
                        .to(direct(DescartarRoute.MALFORMADA))
                    .when(topico(Topics.CARROS_STATUS, Topics.carroStatus("+", settings.serverId()))).id("telemetria-carro-status")
                        .unmarshal().json(CarroTelemetria.class)
                        .to(umaDepoisDaOutra(CONFERIR_CARRO))
                    .when(topico(Topics.CARROS_BATERIA, Topics.carroBateria("+", settings.serverId()))).id("telemetria-carro-bateria")
                        .unmarshal().json(CarroTelemetria.class)
                        .setBody(TelemetriaRoute::soDaBateria)
                        .to(umaDepoisDaOutra(CONFERIR_CARRO))
                    .when(topico(Topics.PONTOS_DISPONIBILIDADE)).id("telemetria-ponto-disponibilidade")
                        .unmarshal().json(PontoDisponibilidade.class)
                        .to(umaDepoisDaOutra(DisponibilidadeRoute.ID))
                    .when(topico(Topics.RESERVAS_STATUS)).id("telemetria-reserva-status")
                        .unmarshal().json(ReservaSituacao.class)
                        .to(umaDepoisDaOutra(ChegadaSaidaRoute.ID))
                .end()
            .end();

        from(direct(CONFERIR_CARRO)).routeId(CONFERIR_CARRO)
            .description("Num tópico próprio um carro só conta de si: a placa do corpo é a do tópico")
            .errorHandler(noErrorHandler())
            .filter(this::deOutroCarro).id("placa-divergente")
                .to(direct(DescartarRoute.DIVERGENTES))
                .stop()
            .end()
            .to(direct(AtualizarCarroRoute.ID));
    }
    // @formatter:on

    /**
     * The thread that hears the next message waits for this one, so that a car leaves when its arrival is known, and not before. What
     * is told within a moment may come to two replicas, and is in no order there.
     */
    private EndpointProducerBuilder umaDepoisDaOutra(String route) {
        return direct(route).advanced().synchronous(true);
    }

    private boolean proprio(Exchange exchange) {
        return topico(Topics.carrosPara(settings.serverId())).matches(exchange);
    }

    /** Whether something on this server's own topics names another server. */
    private boolean nomeiaOutro(Exchange exchange) {
        if (!proprio(exchange)) {
            return false;
        }
        String serverId =
                Envelope.read(exchange.getMessage().getBody(byte[].class)).serverId();
        return serverId != null && !serverId.equals(settings.serverId());
    }

    private boolean deOutroCarro(Exchange exchange) {
        String placa = exchange.getMessage().getBody(CarroTelemetria.class).placa();
        String topic = exchange.getMessage().getHeader(PahoMqtt5Constants.MQTT_TOPIC, String.class);
        // one that is absent is found to be malformed
        return proprio(exchange) && placa != null && !placa.equals(Carro.normalizar(Topics.placaDo(topic)));
    }

    /** Cars name no server, and a point or a reservation that names none is found to be malformed. Nothing is ours if another serves. */
    private boolean podeSerDesteServidor(Exchange exchange) {
        return instancias.serve()
                && instancias.atende(Envelope.read(exchange.getMessage().getBody(byte[].class))
                        .serverId());
    }

    /** Also the literal {@code null}, which would be read without complaint, as nothing. */
    private static boolean naoEObjeto(Exchange exchange) {
        byte[] json = exchange.getMessage().getBody(byte[].class);
        return !new String(json, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    }

    private static Predicate topico(String... filters) {
        return exchange -> Stream.of(filters)
                .anyMatch(filter -> MqttTopicValidator.isMatched(
                        filter, exchange.getMessage().getHeader(PahoMqtt5Constants.MQTT_TOPIC, String.class)));
    }

    /** Whether it charges is told on the other topic only. */
    private static CarroTelemetria soDaBateria(Exchange exchange) {
        CarroTelemetria carro = exchange.getMessage().getBody(CarroTelemetria.class);
        return new CarroTelemetria(
                carro.placa(), carro.nivelBateria(), carro.taxaDescarga(), null, carro.localizacao());
    }
}
