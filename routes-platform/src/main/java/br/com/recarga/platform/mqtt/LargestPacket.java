package br.com.recarga.platform.mqtt;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/**
 * The largest packet that the broker takes on one connection, as it said when it agreed to it (MQTT 5, section 3.2.2.3.6). It ends the
 * connection on which it is sent a larger one, and whatever else is under way there is lost.
 *
 * <p>Paho looks only when it sends, and against what we ourselves take, as {@code ClientState} mistakes the one for the other; and then
 * it ends the connection too.
 *
 * @param bytes null: there is no limit
 */
record LargestPacket(Long bytes) {

    /** In bytes, of all that is there whatever is said: fixed header, lengths, packet id, properties of fixed length. */
    private static final int AROUND = 64;

    /** In bytes, that a property has besides its text or its data. */
    private static final int PROPERTY = 5;

    /** @param properties of the broker's answer to CONNECT; null if it gave none */
    static LargestPacket of(MqttProperties properties) {
        return new LargestPacket(properties == null ? null : properties.getMaximumPacketSize());
    }

    /** @throws MqttException if the broker would not take it */
    void require(String topic, MqttMessage message) throws MqttException {
        if (bytes != null && size(topic, message) > bytes) {
            throw new MqttException(MqttClientException.REASON_CODE_OUTGOING_PACKET_TOO_LARGE);
        }
    }

    /** Not less than what would be sent. */
    private static long size(String topic, MqttMessage message) {
        return AROUND + length(topic) + message.getPayload().length + length(message.getProperties());
    }

    private static long length(MqttProperties properties) {
        if (properties == null) {
            return 0;
        }
        long length = PROPERTY + length(properties.getResponseTopic()) + PROPERTY + length(properties.getContentType());
        byte[] correlation = properties.getCorrelationData();
        length += PROPERTY + (correlation == null ? 0 : correlation.length);
        for (UserProperty property : properties.getUserProperties()) {
            length += PROPERTY + length(property.getKey()) + length(property.getValue());
        }
        return length;
    }

    private static int length(String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
