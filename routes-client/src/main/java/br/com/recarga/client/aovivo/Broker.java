package br.com.recarga.client.aovivo;

import br.com.recarga.contract.Novidade;
import br.com.recarga.platform.mqtt.MqttConnections;
import org.springframework.stereotype.Service;

/** Whether the broker was there when last looked. */
@Service
class Broker {

    private final MqttConnections connections;
    private volatile boolean conectado;

    Broker(MqttConnections connections) {
        this.connections = connections;
    }

    Novidade agora() {
        return new Novidade.Broker(conectado);
    }

    /** Looks; returns whether it is otherwise than before. Without one of its subscriptions a client is not connected. */
    boolean mudou() {
        boolean antes = conectado;
        conectado = connections.allSubscribed();
        return conectado != antes;
    }
}
