package br.com.recarga.platform.mqtt;

import java.util.List;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * All that Camel sees of a {@link MqttConnection}: what its consumer and producer call of Paho's client, whose type they ask
 * for. The client that it is by inheritance never connects.
 */
final class CamelClient extends MqttClient {

    private static final String FILTER_SEPARATOR = ",";

    private final MqttConnection connection;
    private MqttCallback consumer;

    CamelClient(MqttConnection connection) throws MqttException {
        super(connection.brokerUrl(), connection.clientId(), new MemoryPersistence());
        this.connection = connection;
    }

    @Override
    public void publish(String topic, MqttMessage message) throws MqttException {
        connection.publish(topic, message);
    }

    @Override
    public void setCallback(MqttCallback callback) {
        consumer = callback;
    }

    /**
     * @param topicFilters one, or several separated by commas: Camel's endpoint has a single place for them, and a route
     *     that hears several kinds of messages needs no connection for each
     */
    @Override
    public IMqttToken subscribe(String topicFilters, int qos) {
        connection.subscribe(List.of(topicFilters.split(FILTER_SEPARATOR)), qos, consumer::messageArrived);
        return null;
    }
}
