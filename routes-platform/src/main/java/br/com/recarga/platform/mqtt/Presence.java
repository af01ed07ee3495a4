package br.com.recarga.platform.mqtt;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what a connection has to {@linkplain Announcement announce}; nothing, if it has nothing. */
final class Presence {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    /**
     * Artemis hands a retained message to the subscribers first and retains it then: whoever subscribes in between gets it
     * neither way, and would never know of us.
     */
    private static final long AGAIN_MS = 2_000;

    private final Supplier<MqttAsyncClient> client;
    private final Announcement announcement;
    private final Succession succession;
    private final Later later;

    /** @param announcement null: nothing */
    Presence(Supplier<MqttAsyncClient> client, Announcement announcement, Succession succession, Later later) {
        this.client = client;
        this.announcement = announcement;
        this.succession = succession;
        this.later = later;
    }

    /** Before each connect. */
    void leaveWill(MqttConnectionOptions options) {
        if (announcement != null) {
            byte[] will = announcement.offline().get();
            options.setWill(announcement.topic(), new MqttMessage(will, 1, true, new MqttProperties()));
        }
        if (succession.isShared()) {
            // the will waits only for as long as the session does, and a clean start would end that of the one before
            options.setCleanStart(false);
            options.setSessionExpiryInterval(succession.patience().toSeconds());
            MqttProperties delayed = new MqttProperties();
            delayed.setWillDelayInterval(succession.patience().toSeconds());
            options.setWillMessageProperties(delayed);
        }
    }

    /** Says so now, and once more, if it is still true. */
    void online(BooleanSupplier subscribed) {
        if (announcement != null) {
            sayOnline(subscribed);
            later.in(AGAIN_MS, () -> sayOnline(subscribed));
        }
    }

    /** Says so, and that it goes; waits for the broker to have heard either. What others may go on saying is left to the will. */
    void leave(long timeoutMs) throws MqttException {
        if (succession.isShared()) {
            client.get()
                    .disconnect(
                            0,
                            null,
                            null,
                            MqttReturnCode.RETURN_CODE_DISCONNECT_WITH_WILL_MESSAGE,
                            new MqttProperties())
                    .waitForCompletion(timeoutMs);
            return;
        }
        if (announcement != null) {
            say(announcement.offline().get()).waitForCompletion(timeoutMs);
        }
        client.get().disconnect(0).waitForCompletion(timeoutMs);
    }

    private void sayOnline(BooleanSupplier subscribed) {
        if (later.isClosed() || !subscribed.getAsBoolean()) {
            return;
        }
        byte[] online = announcement.online().get();
        if (online == null) {
            return;
        }
        try {
            say(online);
        } catch (MqttException lost) {
            LOG.debug(
                    "MQTT connection {} was lost before it could announce itself",
                    client.get().getClientId(),
                    lost);
        }
    }

    private IMqttToken say(byte[] status) throws MqttException {
        return client.get().publish(announcement.topic(), status, 1, true);
    }
}
