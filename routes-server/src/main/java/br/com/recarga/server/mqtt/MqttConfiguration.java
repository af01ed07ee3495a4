package br.com.recarga.server.mqtt;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ServidorStatus;
import br.com.recarga.contract.ServidorStatus.Presenca;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.mqtt.Announcement;
import br.com.recarga.platform.mqtt.ConnectedPahoMqtt5Component;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.server.config.ServerSettings;
import br.com.recarga.server.instancias.Instancias;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The component behind the routes' MQTT endpoints. */
@Configuration
class MqttConfiguration {

    /** Who hears the requests announces it: what is subscribed is online, and its Last Will is offline. */
    @Bean("paho-mqtt5")
    ConnectedPahoMqtt5Component pahoMqtt5(
            MqttConnections connections, ServerSettings settings, Filtros filtros, Instancias instancias) {
        Announcement presenca = new Announcement(
                Topics.servidorStatus(settings.serverId()),
                () -> instancias.serve() ? json(instancias.status(Presenca.ONLINE)) : null,
                () -> json(instancias.status(Presenca.OFFLINE)));
        return new ConnectedPahoMqtt5Component(connections).announce(filtros.pedidos(), presenca);
    }

    private static byte[] json(ServidorStatus status) {
        return ContractJson.write(status).getBytes(StandardCharsets.UTF_8);
    }
}
