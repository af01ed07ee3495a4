package br.com.recarga.server.mqtt;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ServidorStatus;
import br.com.recarga.contract.ServidorStatus.Presenca;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqtt.Announcement;
import br.com.recarga.platform.mqtt.ConnectedPahoMqtt5Component;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.platform.mqtt.Succession;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.instancias.Instancias;
import br.com.recarga.server.replicas.Replicas;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The component behind the routes' MQTT endpoints. */
@Configuration
class MqttConfiguration {

    /** Longer than a term of one replica and the start of the next. */
    private static final Duration ESPERA = Duration.ofSeconds(10);

    /**
     * Who hears the requests announces it: what is subscribed is online, and its Last Will is offline. For all replicas the one
     * announces it that speaks for them: what is online as long as one is has one Last Will for all.
     */
    @Bean("paho-mqtt5")
    ConnectedPahoMqtt5Component pahoMqtt5(
            MqttConnections connections,
            ServerSettings settings,
            Filtros filtros,
            Instancias instancias,
            Replicas replicas)
            throws MqttException {
        Announcement presenca = new Announcement(
                Topics.servidorStatus(settings.serverId()),
                () -> instancias.fala() ? json(instancias.status(Presenca.ONLINE)) : null,
                () -> json(instancias.status(Presenca.OFFLINE)));
        ConnectedPahoMqtt5Component component = new ConnectedPahoMqtt5Component(connections);
        if (replicas.identidade().isEmpty()) {
            return component.announce(filtros.pedidos(), presenca);
        }
        String conexao = "server_%s-presenca-%s"
                .formatted(settings.serverId(), replicas.identidade().get().conexao());
        connections.announcer("presenca", presenca, new Succession(conexao, ESPERA, instancias::fala));
        return component;
    }

    private static byte[] json(ServidorStatus status) {
        return ContractJson.write(status).getBytes(StandardCharsets.UTF_8);
    }
}
