package br.com.recarga.platform.mqtt;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a broker does not let one connection hear or say: told once, and again when it has changed. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** Topics name whom a message is for: without end they would fill the memory. */
    private static final int MAX_TOPICS = 100;

    private final String label;
    private final AtomicReference<String> unheard = new AtomicReference<>("");
    private final Set<String> unsaid = ConcurrentHashMap.newKeySet();

    Refusals(String label) {
        this.label = label;
    }

    /**
     * After an answer to subscriptions.
     *
     * @param filters what was asked for, in the order of the answer
     */
    void ofSubscriptions(List<String> filters, int... reasonCodes) {
        List<String> refused = IntStream.range(0, Math.min(filters.size(), reasonCodes.length))
                .filter(i -> WhyNot.isRefused(reasonCodes[i]))
                .mapToObj(i -> filters.get(i) + ": " + WhyNot.refused(reasonCodes[i]))
                .sorted()
                .toList();
        String now = String.join(", ", refused);
        if (!now.equals(unheard.getAndSet(now)) && !refused.isEmpty()) {
            LOG.warn("The broker lets MQTT connection {} not hear {}", label, now);
        }
    }

    /** After an acknowledgement of what was published. */
    void ofPublish(IMqttToken token) {
        int[] reasonCodes = token.getReasonCodes();
        boolean refused = reasonCodes != null && reasonCodes.length > 0 && WhyNot.isRefused(reasonCodes[0]);
        String topic = token.getTopics()[0];
        if (!refused) {
            unsaid.remove(topic);
        } else if (unsaid.size() < MAX_TOPICS && unsaid.add(topic)) {
            LOG.warn(
                    "The broker lets MQTT connection {} not publish on {}: {}",
                    label,
                    topic,
                    WhyNot.refused(reasonCodes[0]));
        }
    }
}
