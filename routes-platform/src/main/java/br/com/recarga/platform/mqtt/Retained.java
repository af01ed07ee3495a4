package br.com.recarga.platform.mqtt;

import org.apache.camel.Exchange;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Message;

/**
 * Tells what the broker had kept from what it passes on. An order is for the moment: one that was published to be kept would
 * be carried out again each time that its hearer comes back.
 */
public final class Retained {

    private Retained() {}

    /** Whether the broker had kept the message for whoever subscribes, rather than passing it on as it came. */
    public static boolean isRetained(Exchange exchange) {
        return exchange.getMessage() instanceof PahoMqtt5Message message
                && message.getMqttMessage().isRetained();
    }
}
