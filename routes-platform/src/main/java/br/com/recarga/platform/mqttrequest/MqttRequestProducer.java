package br.com.recarga.platform.mqttrequest;

import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.ExchangeHelper;

/**
 * Lets the exchange wait for its reply without a thread. The reply becomes the message's body as bytes; a deadline that
 * passes is Camel's {@link ExchangeTimedOutException}, as with {@code jms}.
 */
final class MqttRequestProducer extends DefaultAsyncProducer {

    MqttRequestProducer(MqttRequestEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public MqttRequestEndpoint getEndpoint() {
        return (MqttRequestEndpoint) super.getEndpoint();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        MqttRequestComponent component = (MqttRequestComponent) getEndpoint().getComponent();
        RequestReply requestReply = component.requestReply();
        try {
            String requestId =
                    ExchangeHelper.getMandatoryHeader(exchange, MqttRequestComponent.REQUEST_ID, String.class);
            boolean once = exchange.getMessage().getHeader(MqttRequestComponent.ONCE, false, Boolean.class);
            byte[] request = exchange.getMessage().getMandatoryBody(byte[].class);
            requestReply
                    .request(getEndpoint().getTopic(), requestId, request, once)
                    .whenCompleteAsync(
                            (reply, failure) -> {
                                if (failure == null) {
                                    exchange.getMessage().setBody(reply);
                                } else {
                                    exchange.setException(asExchangeFailure(exchange, failure, requestReply));
                                }
                                callback.done(false);
                            },
                            component.continuations());
            return false;
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private static Throwable asExchangeFailure(Exchange exchange, Throwable failure, RequestReply requestReply) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof TimeoutException
                ? new ExchangeTimedOutException(exchange, requestReply.timeout().toMillis())
                : cause;
    }
}
