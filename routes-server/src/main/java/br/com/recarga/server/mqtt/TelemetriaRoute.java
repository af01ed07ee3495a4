package br.com.recarga.server.mqtt;

import br.com.recarga.contract.CarroTelemetria;
import br.com.recarga.contract.Envelope;
import br.com.recarga.contract.PontoDisponibilidade;
import br.com.recarga.contract.ReservaSituacao;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqtt.Retained;
import br.com.recarga.server.carregamentos.ChegadaSaidaRoute;
import br.com.recarga.server.carros.AtualizarCarroRoute;
import br.com.recarga.server.instancias.Instancias;
import br.com.recarga.server.manutencao.DisponibilidadeRoute;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.eclipse.paho.mqttv5.common.util.MqttTopicValidator;
import org.springframework.stereotype.Component;

/**
 * All that cars, points and reservations tell arrives here, at every server. The filter drops what names another one; which
 * cars are ours, the statement that would change them decides.
 */
@Component
public class TelemetriaRoute extends EndpointRouteBuilder {

    public static final String ID = "telemetria";

    private final Instancias instancias;

    TelemetriaRoute(Instancias instancias) {
        this.instancias = instancias;
    }

    // @formatter:off
    @Override
    public void configure() {
        from(pahoMqtt5(Topics.TELEMETRIA).clientId(ID)).routeId(ID)
            .description("O que carros, postos e reservas contam de si; o filtro deixa passar o que pode ser deste servidor")
            .routeConfigurationId(ErrosTelemetria.ID)
            .filter(Retained::isRetained).id("telemetria-retida")
                .to(direct(DescartarRoute.RETIDAS))
                .stop()
            .end()
            .filter(this::podeSerDesteServidor).id("filtro-de-telemetria")
                .choice().id("roteador-de-telemetria")
                    .when(TelemetriaRoute::naoEObjeto).id("telemetria-nao-e-objeto")
                        .to(direct(DescartarRoute.MALFORMADA))
                    .when(topico(Topics.CARROS_STATUS)).id("telemetria-carro-status")
                        .unmarshal().json(CarroTelemetria.class)
                        .to(direct(AtualizarCarroRoute.ID))
                    .when(topico(Topics.CARROS_BATERIA)).id("telemetria-carro-bateria")
                        .unmarshal().json(CarroTelemetria.class)
                        .setBody(TelemetriaRoute::soDaBateria)
                        .to(direct(AtualizarCarroRoute.ID))
                    .when(topico(Topics.PONTOS_DISPONIBILIDADE)).id("telemetria-ponto-disponibilidade")
                        .unmarshal().json(PontoDisponibilidade.class)
                        .to(direct(DisponibilidadeRoute.ID))
                    .when(topico(Topics.RESERVAS_STATUS)).id("telemetria-reserva-status")
                        .unmarshal().json(ReservaSituacao.class)
                        .to(direct(ChegadaSaidaRoute.ID))
                .end()
            .end();
    }
    // @formatter:on

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

    private static Predicate topico(String filter) {
        return exchange -> MqttTopicValidator.isMatched(
                filter, exchange.getMessage().getHeader(PahoMqtt5Constants.MQTT_TOPIC, String.class));
    }

    /** Whether it charges is told on the other topic only. */
    private static CarroTelemetria soDaBateria(Exchange exchange) {
        CarroTelemetria carro = exchange.getMessage().getBody(CarroTelemetria.class);
        return new CarroTelemetria(
                carro.placa(), carro.nivelBateria(), carro.taxaDescarga(), null, carro.localizacao());
    }
}
