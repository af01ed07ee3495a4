package br.com.recarga.platform.mqttrequest;

import java.util.Map;

/**
 * What is asked.
 *
 * @param topic on which
 * @param replyTopic the only topic of its reply, which then is believed by its Correlation Data alone; null: the one that
 *     {@link MqttRequestSettings#replyTopic} makes of {@code topic}, where also a peer without MQTT 5 may answer
 * @param id what such a peer repeats in its reply
 * @param once never to be published a second time
 * @param userProperties what it brings along, to whoever understands it
 */
record Request(
        String topic, String replyTopic, String id, byte[] body, boolean once, Map<String, String> userProperties) {

    /** Whether its reply needs its Correlation Data. */
    boolean correlated() {
        return replyTopic != null;
    }
}
