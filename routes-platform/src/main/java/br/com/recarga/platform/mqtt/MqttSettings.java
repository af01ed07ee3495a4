package br.com.recarga.platform.mqtt;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code recarga.mqtt.*}: where the broker is and how patiently it is waited for.
 *
 * @param brokerUrl {@code mqtt://host:port}, {@code mqtts://}, {@code ws://}, {@code wss://}
 * @param clientIdPrefix what this process is called among others of its name; no secret
 * @param usuario broker user, with which the MQTT client ids begin; empty: anonymous
 * @param senha broker password, from the environment only
 * @param keepAlive after 1.5 times this silence the broker publishes the Last Will
 * @param connectTimeout for TCP, and as much again for CONNACK; whole seconds, at least one
 * @param reconnectDelay between two attempts, constant: a broker that is back is found within this time
 */
@ConfigurationProperties("recarga.mqtt")
public record MqttSettings(
        String brokerUrl,
        String clientIdPrefix,
        @DefaultValue("") String usuario,
        @DefaultValue("") String senha,
        @DefaultValue("10s") Duration keepAlive,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("500ms") Duration reconnectDelay) {}
