package br.com.recarga.server.config;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ServidorStatus;
import br.com.recarga.contract.ServidorStatus.Presenca;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.erros.ErrorReplies;
import br.com.recarga.platform.mqtt.Announcement;
import br.com.recarga.platform.mqtt.ConnectedPahoMqtt5Component;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.server.instancias.Instancias;
import br.com.recarga.server.pedidos.PedidosRoute;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The components behind the routes' endpoints. */
@Configuration
class CamelConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Who hears the requests announces it: what is subscribed is online, and its Last Will is offline. */
    @Bean("paho-mqtt5")
    ConnectedPahoMqtt5Component pahoMqtt5(MqttConnections connections, ServerSettings settings, Instancias instancias) {
        Announcement presenca = new Announcement(
                Topics.servidorStatus(settings.serverId()),
                () -> instancias.serve() ? json(instancias.status(Presenca.ONLINE)) : null,
                () -> json(instancias.status(Presenca.OFFLINE)));
        return new ConnectedPahoMqtt5Component(connections)
                .announce(PedidosRoute.filtros(settings.serverId()), presenca);
    }

    /** A database that is locked, full or gone, and a pool that waited in vain for its connection. */
    @Bean
    ErrorReplies errorReplies() {
        return new ErrorReplies(
                failure -> failure instanceof DataAccessException || failure instanceof TransactionException);
    }

    private static byte[] json(ServidorStatus status) {
        try {
            return ContractJson.mapper().writeValueAsBytes(status);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
