package br.com.recarga.platform.mqttrequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * When the process ends: a request that waits for a server that hangs would wait longer than the process may take. It ends
 * after {@link br.com.recarga.platform.http.HttpDoor} has waited for those who get their replies, and before the container
 * waits for the last answers.
 */
public final class EndOfRequests implements SmartLifecycle {

    private final ObjectProvider<MqttRequestComponent> requests;
    private volatile boolean running;

    public EndOfRequests(ObjectProvider<MqttRequestComponent> requests) {
        this.requests = requests;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        requests.ifAvailable(MqttRequestComponent::giveUp);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }
}
