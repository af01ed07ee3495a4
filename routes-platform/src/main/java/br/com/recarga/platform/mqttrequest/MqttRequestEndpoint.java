package br.com.recarga.platform.mqttrequest;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.DefaultEndpoint;

/** Publishes requests on one topic; its counts are those of the whole component, as one connection serves all. */
@ManagedResource(description = "Request/reply over MQTT")
public final class MqttRequestEndpoint extends DefaultEndpoint {

    private final String topic;

    MqttRequestEndpoint(String uri, String topic, MqttRequestComponent component) {
        super(uri, component);
        this.topic = topic;
    }

    @Override
    public Producer createProducer() {
        return new MqttRequestProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                MqttRequestComponent.SCHEME + " only sends requests; receive with paho-mqtt5");
    }

    @ManagedAttribute(description = "Topic on which requests are published")
    public String getTopic() {
        return topic;
    }

    @ManagedAttribute(description = "Requests that wait for their reply, on all topics")
    public int getInFlight() {
        return requestReply().inFlight();
    }

    @ManagedAttribute(description = "Requests published once more because the reply was late, on all topics")
    public long getRepeats() {
        return requestReply().repeats();
    }

    @ManagedAttribute(description = "Requests whose deadline passed, on all topics")
    public long getTimeouts() {
        return requestReply().timeouts();
    }

    @ManagedAttribute(description = "Replies for which nobody waited any more: late or duplicated, on all topics")
    public long getLateReplies() {
        return requestReply().lateReplies();
    }

    @ManagedAttribute(description = "Replies that the broker had kept, which are none, on all topics")
    public long getRetainedReplies() {
        return requestReply().retainedReplies();
    }

    RequestReply requestReply() {
        return ((MqttRequestComponent) getComponent()).requestReply();
    }
}
