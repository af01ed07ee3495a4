package br.com.recarga.platform.mqttrequest;

import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.ExchangeHelper;

/** Publishes requests on one topic, or on another that a request names; its counts are those of the whole component, as one connection serves all. */
@ManagedResource(description = "Request/reply over MQTT")
public final class MqttRequestEndpoint extends DefaultEndpoint {

    private final String topic;

    MqttRequestEndpoint(String uri, String topic, MqttRequestComponent component) {
        super(uri, component);
        this.topic = topic;
    }

    @Override
    public Producer createProducer() {
        return new Requests();
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                MqttRequestComponent.SCHEME + " only sends requests; receive with paho-mqtt5");
    }

    @ManagedAttribute(description = "Topic on which requests are published that name no other")
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

    @ManagedAttribute(
            description = "Replies that came on another topic than that of their request, or where one is awaited"
                    + " without its Correlation Data, on all topics")
    public long getUnbelievedReplies() {
        return requestReply().unbelievedReplies();
    }

    RequestReply requestReply() {
        return component().requestReply();
    }

    private MqttRequestComponent component() {
        return (MqttRequestComponent) getComponent();
    }

    /**
     * Lets the exchange wait for its reply without a thread. The reply becomes the message's body as bytes; a deadline that
     * passes is Camel's {@link ExchangeTimedOutException}, as with {@code jms}.
     */
    private final class Requests extends DefaultAsyncProducer {

        Requests() {
            super(MqttRequestEndpoint.this);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            RequestReply requestReply = requestReply();
            try {
                requestReply
                        .request(request(exchange))
                        .whenCompleteAsync(
                                (reply, failure) -> {
                                    if (failure == null) {
                                        exchange.getMessage().setBody(reply);
                                    } else {
                                        exchange.setException(asExchangeFailure(exchange, failure, requestReply));
                                    }
                                    callback.done(false);
                                },
                                component().continuations());
                return false;
            } catch (Exception e) {
                exchange.setException(e);
                callback.done(true);
                return true;
            }
        }

        private Request request(Exchange exchange) throws CamelExchangeException {
            Message message = exchange.getMessage();
            return new Request(
                    message.getHeader(MqttRequestComponent.TOPIC, topic, String.class),
                    message.getHeader(MqttRequestComponent.REPLY_TOPIC, String.class),
                    ExchangeHelper.getMandatoryHeader(exchange, MqttRequestComponent.REQUEST_ID, String.class),
                    message.getMandatoryBody(byte[].class),
                    message.getHeader(MqttRequestComponent.ONCE, false, Boolean.class),
                    userProperties(exchange));
        }

        @SuppressWarnings("unchecked") // only we set it
        private static Map<String, String> userProperties(Exchange exchange) {
            return exchange.getProperty(MqttRequestComponent.USER_PROPERTIES, Map.of(), Map.class);
        }

        private static Throwable asExchangeFailure(Exchange exchange, Throwable failure, RequestReply requestReply) {
            Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            return cause instanceof TimeoutException
                    ? new ExchangeTimedOutException(
                            exchange, requestReply.timeout().toMillis())
                    : cause;
        }
    }
}
