package br.com.recarga.platform.mqtt;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Ready means subscribed: a process that is connected but hears nothing must not be sent any work. */
public final class MqttHealthIndicator extends AbstractHealthIndicator {

    private final MqttConnections connections;

    public MqttHealthIndicator(MqttConnections connections) {
        this.connections = connections;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (connections.allSubscribed()) {
            builder.up();
        } else {
            builder.outOfService();
        }
    }
}
