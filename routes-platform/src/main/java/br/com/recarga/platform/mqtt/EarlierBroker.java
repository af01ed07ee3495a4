package br.com.recarga.platform.mqtt;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of several brokers, leads all connections of a process back to the earliest one that serves. Who stayed where he once found
 * one would not meet those who came later, if the brokers know nothing of each other; and after each node of a cluster has been
 * restarted once, all would sit on one.
 */
final class EarlierBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierBroker.class);
    private static final long LOOK_MS = 2_000;
    private static final long LEAVE_MS = 1_000;

    /** How often in a row it has to be found: one that comes and goes is not followed each time. */
    private static final int STEADY = 3;

    private final List<String> brokers;
    private final Supplier<String> clientId;
    private final Supplier<MqttConnectionOptions> options;
    private final Function<Consumer<Socket>, SocketFactory> sockets;
    private final Supplier<Stream<MqttConnection>> connections;
    private final ScheduledExecutorService scheduler;
    private final Later later;
    /** Of each broker, how often in a row; only looks that follow each other change it. */
    private final int[] found;
    /** The line of the look that goes on, or of the last one. */
    private volatile Socket line;

    /**
     * @param clientId another one each time: by that of a connection, that one would be taken over
     * @param sockets makes them; what it is given has to be given each that is still to be connected
     */
    EarlierBroker(
            List<String> brokers,
            Supplier<String> clientId,
            Supplier<MqttConnectionOptions> options,
            Function<Consumer<Socket>, SocketFactory> sockets,
            Supplier<Stream<MqttConnection>> connections,
            ScheduledExecutorService scheduler) {
        this.brokers = brokers;
        this.clientId = clientId;
        this.options = options;
        this.sockets = sockets;
        this.connections = connections;
        this.scheduler = scheduler;
        this.later = new Later(scheduler);
        this.found = new int[brokers.size()];
    }

    /** From now on, until this is closed. */
    void watch() {
        later.in(LOOK_MS, () -> {
            int latest = connections
                    .get()
                    .mapToInt(MqttConnection::brokerInUse)
                    .max()
                    .orElse(0);
            if (latest == 0) {
                Arrays.fill(found, 0);
            }
            look(0, latest);
        });
    }

    /** Ends a look that goes on, whatever it waits for: Paho's threads end with its line. */
    @Override
    public void close() {
        later.close();
        hangUp(line);
    }

    /** On Paho's thread, before the line leads anywhere. */
    private void hold(Socket unconnected) {
        line = unconnected;
        if (later.isClosed()) {
            hangUp(unconnected);
        }
    }

    private static void hangUp(Socket line) {
        try {
            if (line != null) {
                line.close();
            }
        } catch (IOException e) {
            LOG.debug("The line of a look for an earlier broker did not close in good order", e);
        }
    }

    private void look(int broker, int before) {
        if (later.isClosed()) {
            return;
        }
        if (broker < before) {
            new Look(broker, before).begin();
        } else {
            watch();
        }
    }

    /** Not only whether somebody listens there: a backup may, and a proxy does. */
    private final class Look implements MqttActionListener {

        private final int broker;
        private final int before;
        private final AtomicBoolean over = new AtomicBoolean();
        private MqttAsyncClient client;

        Look(int broker, int before) {
            this.broker = broker;
            this.before = before;
        }

        void begin() {
            try {
                MqttConnectionOptions asAnyOther = options.get();
                asAnyOther.setSocketFactory(sockets.apply(unconnected -> {
                    hold(unconnected);
                    limit(asAnyOther);
                }));
                client = new MqttAsyncClient(brokers.get(broker), clientId.get(), new MemoryPersistence());
                client.connect(asAnyOther, null, this);
            } catch (MqttException | RuntimeException notNow) {
                isNotThere();
            }
        }

        /** For the broker's word Paho would wait for ever. */
        private void limit(MqttConnectionOptions asAnyOther) {
            later.in(TimeUnit.SECONDS.toMillis(3L * asAnyOther.getConnectionTimeout()), () -> {
                if (isNotThere()) {
                    end(() -> client.disconnectForcibly(0, 0, false));
                }
            });
        }

        @Override
        public void onSuccess(IMqttToken token) {
            leave();
            if (!over.compareAndSet(false, true)) {
                return;
            }
            for (int other = 0; other < found.length; other++) {
                found[other] = other == broker ? found[other] + 1 : 0;
            }
            if (found[broker] >= STEADY) {
                found[broker] = 0;
                connections.get().forEach(connection -> connection.goBackTo(broker));
            }
            watch();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            isNotThere();
        }

        /** On another thread than this, which is Paho's: there it would let nobody end a connection. */
        private void leave() {
            try {
                scheduler.execute(() -> end(() -> client.disconnectForcibly(0, LEAVE_MS, true)));
            } catch (RejectedExecutionException closed) {
                LOG.debug("A look at {} ends with its process", brokers.get(broker));
            }
        }

        /** @return whether that is news */
        private boolean isNotThere() {
            boolean news = over.compareAndSet(false, true);
            if (news) {
                found[broker] = 0;
                look(broker + 1, before);
            }
            return news;
        }

        private void end(Ending ending) {
            try {
                ending.run();
            } catch (MqttException e) {
                LOG.debug("A look at {} did not end in good order", brokers.get(broker), e);
            }
        }
    }

    private interface Ending {
        void run() throws MqttException;
    }
}
