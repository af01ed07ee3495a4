package br.com.recarga.platform.mqtt;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code recarga.mqtt.*}: where the broker is and how patiently it is waited for.
 *
 * @param brokerUrl {@code mqtt://host:port}, {@code mqtts://}, {@code ws://}, {@code wss://}; of several hosts, separated by commas,
 *     each may have a port of its own, as in {@code mqtt://a:1883,b:1884,c:1883}, and the last one is that of those that have none
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
        @DefaultValue("500ms") Duration reconnectDelay) {

    private static final Pattern WHERE =
            Pattern.compile("(?<scheme>\\w+://)(?<hosts>[^/]+):(?<port>\\d+)(?<path>/.*)?");

    private static final Pattern WITH_PORT = Pattern.compile("(\\[[^\\]]+\\]|[^:]+):\\d+");

    /** Where one of the brokers is found, in the order in which they are to be tried. */
    public List<String> brokers() {
        Matcher where = WHERE.matcher(brokerUrl);
        if (!where.matches()) {
            return List.of(brokerUrl);
        }
        String path = where.group("path") == null ? "" : where.group("path");
        return Stream.of(where.group("hosts").split(","))
                .map(host -> WITH_PORT.matcher(host).matches() ? host : host + ":" + where.group("port"))
                .map(host -> where.group("scheme") + host + path)
                .toList();
    }
}
