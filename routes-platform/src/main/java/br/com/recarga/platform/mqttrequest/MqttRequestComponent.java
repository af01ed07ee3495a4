package br.com.recarga.platform.mqttrequest;

import br.com.recarga.platform.mqtt.MqttConnection;
import br.com.recarga.platform.mqtt.MqttConnections;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code mqtt-request:topic}: one connection for all requests and replies of this process.
 *
 * <p>Exchanges go on in a pool of their own. The thread that delivers replies must not run routes: one HTTP caller that
 * reads slowly would hold up everybody's replies.
 */
public final class MqttRequestComponent extends DefaultComponent {

    /** The scheme of its endpoints. */
    public static final String SCHEME = "mqtt-request";

    /** Header, true for a peer that would take a repeated request for a new one; by default silent requests are repeated. */
    public static final String ONCE = "MqttRequestOnce";

    /** Header with the id that a peer without MQTT 5 repeats in the body of its reply; required. */
    public static final String REQUEST_ID = "MqttRequestId";

    /** Header with the topic on which to ask instead of the endpoint's. */
    public static final String TOPIC = "MqttRequestTopic";

    /** Header with the only topic of the reply, which then is believed by its Correlation Data alone. */
    public static final String REPLY_TOPIC = "MqttRequestReplyTopic";

    /**
     * Property of the exchange with the MQTT 5 User Properties of the request, a map of strings; by default it has none. Not a header,
     * which a caller over HTTP could bring along.
     */
    public static final String USER_PROPERTIES = "MqttRequestUserProperties";

    private static final int CONTINUATIONS = 16;
    private static final long CONTINUATIONS_END_MS = 1_000;
    /** Between two looks at what waits: so much later than its deadline a request may end. */
    private static final long LOOK_MS = 50;

    private final MqttConnections connections;
    private final MqttRequestSettings settings;
    private MqttConnection connection;
    private ExecutorService continuations;
    private ScheduledExecutorService looking;
    private RequestReply requestReply;

    public MqttRequestComponent(MqttConnections connections, MqttRequestSettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    /** The endpoint URI of a request topic, for the {@code to(ExchangePattern.InOut, …)} of a route. */
    public static String mqttRequest(String topic) {
        return SCHEME + ":" + topic;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new MqttRequestEndpoint(uri, remaining, this);
    }

    /**
     * Lets all that wait go on as if their deadline had passed, and nobody wait from now on: the process ends, and those who
     * wait for an answer are to have one.
     */
    public void giveUp() {
        if (requestReply != null) {
            requestReply.giveUp();
        }
    }

    RequestReply requestReply() {
        return requestReply;
    }

    ExecutorService continuations() {
        return continuations;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        var executors = getCamelContext().getExecutorServiceManager();
        continuations = executors.newThreadPool(
                this,
                SCHEME,
                new ThreadPoolProfileBuilder(SCHEME)
                        .poolSize(CONTINUATIONS)
                        .maxPoolSize(CONTINUATIONS)
                        // what is in flight is bounded; what finds no room runs in its caller, and -1 leaves none
                        .maxQueueSize(Integer.MAX_VALUE)
                        .build());
        connection = connections.subscriber(settings.name());
        requestReply = new RequestReply(connection::publish, settings);
        connection.subscribe(settings.replyFilters(), 1, requestReply);
        looking = executors.newSingleThreadScheduledExecutor(this, SCHEME + "-waiting");
        looking.scheduleWithFixedDelay(requestReply::lookAfterWaiting, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() throws Exception {
        getCamelContext().getExecutorServiceManager().shutdownNow(looking);
        // first the connection, so that nothing new can begin to wait
        connection.close();
        requestReply.giveUp();
        getCamelContext().getExecutorServiceManager().shutdownGraceful(continuations, CONTINUATIONS_END_MS);
        super.doStop();
    }
}
