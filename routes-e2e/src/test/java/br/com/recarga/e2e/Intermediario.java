package br.com.recarga.e2e;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundle;

/**
 * Stands between a process and its broker, as a network does, and does to what the process publishes what a broker may do:
 * it acknowledges a message that nobody gets, or delivers it twice. It knows of MQTT 5 only what it needs for that.
 */
final class Intermediario implements AutoCloseable {

    /** What becomes of the messages on a topic. */
    enum Falha {
        /** The next one is lost. */
        PERDE,
        /** The next one comes twice. */
        DUPLICA,
        /** All are lost until it heals. */
        CALA,
        /** The next one lies in the line until it heals, however late it is then. */
        RETEM
    }

    private static final int PUBLISH = 3;
    private static final int PUBACK = 4;

    /** The copy's packet id: a process that waits for every acknowledgement never counts that far. */
    private static final int COPIA = 0xFFFE;

    private final Broker broker;
    private final Optional<SSLContext> tls;
    private final ServerSocket door;
    private final AtomicInteger done = new AtomicInteger();
    private String topic;
    private Falha falha;
    private Retido retido;

    /** Where there is TLS, it ends here as it does at the broker. */
    Intermediario(Broker broker) throws IOException {
        this.broker = broker;
        this.tls = broker.tls(Broker.ADMIN).map(SslBundle::createSslContext);
        this.door = tls.<ServerSocketFactory>map(SSLContext::getServerSocketFactory)
                .orElseGet(ServerSocketFactory::getDefault)
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** The settings with which a process comes to the broker this way. */
    Stream<String> conexao(String user) {
        return broker.conexao(user, door.getLocalPort());
    }

    void start() {
        thread(() -> {
            while (true) {
                Socket process = door.accept();
                Socket beyond = tls.<SocketFactory>map(SSLContext::getSocketFactory)
                        .orElseGet(SocketFactory::getDefault)
                        .createSocket(InetAddress.getLoopbackAddress(), broker.port(Broker.ADMIN));
                process.setTcpNoDelay(true);
                beyond.setTcpNoDelay(true);
                thread(() -> relay(process, beyond, true));
                thread(() -> relay(beyond, process, false));
            }
        });
    }

    /** From now on. */
    synchronized void arm(String topic, Falha falha) {
        this.topic = topic;
        this.falha = falha;
        done.set(0);
    }

    /** What is published now, arrives, and before it what lay in the line. */
    synchronized void heal() throws IOException {
        falha = null;
        if (retido != null) {
            write(retido.broker(), retido.packet().withId(COPIA));
            retido = null;
        }
    }

    /** How many messages were lost or doubled since it was armed. */
    int done() {
        return done.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    /** Until one of the two hangs up; then the other one is hung up on, as a process that is killed cannot say so. */
    private void relay(Socket from, Socket to, boolean published) throws IOException {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            while (true) {
                Packet packet = Packet.read(in);
                if (published) {
                    publish(packet, from, to);
                } else if (packet.type() != PUBACK || packet.id(0) != COPIA) {
                    write(to, packet.bytes());
                }
            }
        }
    }

    private void publish(Packet packet, Socket process, Socket broker) throws IOException {
        Falha now = packet.type() == PUBLISH ? take(packet.topic()) : null;
        if (now == Falha.RETEM) {
            hold(new Retido(packet, broker));
        }
        if (now == Falha.PERDE || now == Falha.CALA || now == Falha.RETEM) {
            int id = packet.id(packet.afterTopic());
            write(process, new byte[] {PUBACK << 4, 2, (byte) (id >> 8), (byte) id});
            return;
        }
        write(broker, packet.bytes());
        if (now == Falha.DUPLICA) {
            write(broker, packet.withId(COPIA));
        }
    }

    private synchronized void hold(Retido late) {
        retido = late;
    }

    private synchronized Falha take(String published) {
        Falha now = published.equals(topic) ? falha : null;
        if (now != null) {
            done.incrementAndGet();
            falha = now == Falha.CALA ? now : null;
        }
        return now;
    }

    private static void write(Socket to, byte[] bytes) throws IOException {
        synchronized (to) {
            OutputStream out = to.getOutputStream();
            out.write(bytes);
            out.flush();
        }
    }

    private static void thread(Relay relay) {
        Thread thread = new Thread(() -> {
            try {
                relay.run();
            } catch (IOException hungUp) {
                // the process or the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** What lies in the line to the broker. */
    private record Retido(Packet packet, Socket broker) {}

    @FunctionalInterface
    private interface Relay {
        void run() throws IOException;
    }

    /**
     * A control packet.
     *
     * @param start of what follows the fixed header
     */
    private record Packet(byte[] bytes, int start) {

        static Packet read(DataInputStream in) throws IOException {
            ByteBuffer header = ByteBuffer.allocate(5).put(in.readByte());
            int length = 0;
            int shift = 0;
            byte digit;
            do {
                digit = in.readByte();
                header.put(digit);
                length |= (digit & 0x7F) << shift;
                shift += 7;
            } while (digit < 0);
            int start = header.position();
            byte[] bytes = new byte[start + length];
            header.flip().get(bytes, 0, start);
            in.readFully(bytes, start, length);
            return new Packet(bytes, start);
        }

        int type() {
            return (bytes[0] & 0xF0) >> 4;
        }

        String topic() {
            return new String(bytes, start + 2, id(0), StandardCharsets.UTF_8);
        }

        int afterTopic() {
            return 2 + id(0);
        }

        /** The two bytes at an offset after the fixed header: a packet id, or the length of what follows. */
        int id(int offset) {
            return ByteBuffer.wrap(bytes).getShort(start + offset) & 0xFFFF;
        }

        byte[] withId(int id) {
            byte[] copy = bytes.clone();
            ByteBuffer.wrap(copy).putShort(start + afterTopic(), (short) id);
            return copy;
        }
    }
}
