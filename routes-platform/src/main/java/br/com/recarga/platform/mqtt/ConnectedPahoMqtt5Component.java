package br.com.recarga.platform.mqtt;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.Suspendable;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Component;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Configuration;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Consumer;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Endpoint;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Producer;
import org.apache.camel.spi.annotations.Component;

/**
 * Camel's {@code paho-mqtt5}, on {@link MqttConnection}s. Routes use it as they would use the original; a consumer has a
 * connection of its own, named by the endpoint's {@code clientId}, all producers share one. Where the original takes one
 * topic filter, a consumer here takes several, separated by commas.
 *
 * <p>The connections cannot simply be given as the endpoint's {@code client}: Camel forgets that one when a route stops,
 * and a route that is started again from Hawtio would come back with a client that does not reconnect.
 */
// the name by which Camel finds the setters of the endpoint's options
@Component("paho-mqtt5")
public final class ConnectedPahoMqtt5Component extends PahoMqtt5Component {

    private final MqttConnections connections;
    private final Map<String, Announcement> announcements = new ConcurrentHashMap<>();
    private final Map<String, String> echoes = new ConcurrentHashMap<>();
    private MqttConnection publisher;

    public ConnectedPahoMqtt5Component(MqttConnections connections) {
        this.connections = connections;
    }

    /** Lets the consumer of this topic filter announce when it is subscribed and when it is gone. */
    public ConnectedPahoMqtt5Component announce(String topicFilter, Announcement announcement) {
        announcements.put(topicFilter, announcement);
        return this;
    }

    /**
     * Lets the connection of the consumer of this topic filter notice when its route has heard all that was retained.
     *
     * @param echoTopic a topic of one's own
     */
    public ConnectedPahoMqtt5Component echo(String topicFilter, String echoTopic) {
        echoes.put(topicFilter, echoTopic);
        return this;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        ConnectedEndpoint endpoint =
                new ConnectedEndpoint(uri, remaining, getConfiguration().copy());
        setProperties(endpoint, parameters);
        return endpoint;
    }

    private synchronized MqttConnection publisher() throws Exception {
        if (publisher == null) {
            publisher = connections.publisher("publicador");
        }
        return publisher;
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        synchronized (this) {
            if (publisher != null) {
                publisher.close();
                publisher = null;
            }
        }
    }

    private final class ConnectedEndpoint extends PahoMqtt5Endpoint {

        ConnectedEndpoint(String uri, String topic, PahoMqtt5Configuration configuration) {
            super(uri, topic, ConnectedPahoMqtt5Component.this, configuration);
        }

        @Override
        public Consumer createConsumer(Processor processor) throws Exception {
            ConnectedConsumer consumer = new ConnectedConsumer(this, processor);
            configureConsumer(consumer);
            return consumer;
        }

        @Override
        public Producer createProducer() {
            return new ConnectedProducer(this);
        }
    }

    /**
     * Can be suspended, which is what Camel does first of all when a route stops: nothing is heard any more, and what was
     * heard goes on through the route to its end. What cannot be suspended has its route stopped under it.
     */
    private final class ConnectedConsumer extends PahoMqtt5Consumer implements Suspendable {

        private MqttConnection connection;

        ConnectedConsumer(PahoMqtt5Endpoint endpoint, Processor processor) {
            super(endpoint, processor);
        }

        @Override
        protected void doStart() throws Exception {
            String name = getEndpoint().getConfiguration().getClientId();
            String topic = getEndpoint().getTopic();
            connection = connections.subscriber(name, announcements.get(topic), echoes.get(topic));
            setClient(new CamelClient(connection));
            super.doStart();
        }

        @Override
        protected void doSuspend() {
            hearNothing();
        }

        @Override
        protected void doResume() throws Exception {
            doStart();
        }

        @Override
        protected void doStop() throws Exception {
            hearNothing();
            super.doStop();
        }

        private void hearNothing() {
            // null if the route was never started
            if (connection != null) {
                connection.close();
            }
        }
    }

    private final class ConnectedProducer extends PahoMqtt5Producer {

        ConnectedProducer(PahoMqtt5Endpoint endpoint) {
            super(endpoint);
        }

        @Override
        protected void doStart() throws Exception {
            setClient(new CamelClient(publisher()));
            super.doStart();
        }
    }
}
