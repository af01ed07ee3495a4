package br.com.recarga.client.config;

import br.com.recarga.contract.Envelope;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.erros.ErrorReplies;
import br.com.recarga.platform.mqtt.ConnectedPahoMqtt5Component;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.platform.mqttrequest.MqttRequestComponent;
import br.com.recarga.platform.mqttrequest.MqttRequestSettings;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The components behind the routes' endpoints. */
@Configuration
class CamelConfiguration {

    @Bean("paho-mqtt5")
    ConnectedPahoMqtt5Component pahoMqtt5(MqttConnections connections, ClientSettings settings) {
        return new ConnectedPahoMqtt5Component(connections)
                .echo(Topics.SERVIDORES_STATUS, Topics.eco(settings.clientId()));
    }

    @Bean(MqttRequestComponent.SCHEME)
    MqttRequestComponent mqttRequest(MqttConnections connections, ClientSettings settings) {
        return new MqttRequestComponent(
                connections,
                new MqttRequestSettings(
                        "pedidos",
                        respostas(settings),
                        topic -> Topics.replyTo(topic, settings.clientId()),
                        reply -> Envelope.read(reply).requestId(),
                        settings.prazo(),
                        settings.intervaloRepeticao(),
                        settings.maxEmAndamento()));
    }

    private static List<String> respostas(ClientSettings settings) {
        Stream<String> shared =
                settings.perguntaEmCompartilhados() ? Topics.repliesOf(settings.clientId()).stream() : Stream.empty();
        return Stream.concat(shared, Stream.of(Topics.respostasA(settings.clientId())))
                .toList();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The log of trips: a database that is locked, full or gone. */
    @Bean
    ErrorReplies errorReplies() {
        return new ErrorReplies(
                failure -> failure instanceof DataAccessException || failure instanceof TransactionException);
    }
}
