package br.com.recarga.platform.mqtt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As much of an MQTT 5 broker as it takes to refuse subscriptions; what is published it never acknowledges. Of what it takes
 * unacknowledged it grants as much as whoever connects takes himself, as some brokers do.
 */
final class RefusingBroker implements AutoCloseable {

    private static final int CONNECT = 1;
    private static final int SUBSCRIBE = 8;
    private static final byte NOT_AUTHORIZED = (byte) 0x87;
    private static final byte GRANTED = 1;
    private static final byte RECEIVE_MAXIMUM = 0x21;

    private final ServerSocket entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final int refusals;
    private final String refusedFilter;

    /** @param refusals how many subscriptions it refuses before it agrees */
    RefusingBroker(int refusals) throws IOException {
        this(refusals, null);
    }

    /** @param refusedFilter what it never lets anybody hear */
    RefusingBroker(String refusedFilter) throws IOException {
        this(0, refusedFilter);
    }

    private RefusingBroker(int refusals, String refusedFilter) throws IOException {
        this.refusals = refusals;
        this.refusedFilter = refusedFilter;
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return entrance.getLocalPort();
    }

    int subscriptions() {
        return subscriptions.get();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    private void serve() {
        try (Socket client = entrance.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            while (true) {
                int kind = in.readUnsignedByte() >> 4;
                byte[] packet = in.readNBytes(length(in));
                if (kind == CONNECT) {
                    out.write(granted(packet));
                } else if (kind == SUBSCRIBE) {
                    out.write(answer(packet, subscriptions.incrementAndGet() > refusals));
                }
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private static byte[] granted(byte[] connect) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(connect));
        in.readUTF();
        // version, flags, keep alive
        in.skipNBytes(4);
        int properties = length(in);
        int end = in.available() - properties;
        while (in.available() > end) {
            int property = in.readUnsignedByte();
            if (property == RECEIVE_MAXIMUM) {
                return new byte[] {0x20, 6, 0, 0, 3, RECEIVE_MAXIMUM, in.readByte(), in.readByte()};
            }
            in.skipNBytes(lengthOf(property));
        }
        return new byte[] {0x20, 3, 0, 0, 0};
    }

    /** Of those of MQTT 5 that CONNECT may have and whose length is fixed, section 2.2.2.2. */
    private static int lengthOf(int property) {
        return switch (property) {
            case 0x11, 0x27 -> 4;
            case 0x22 -> 2;
            case 0x17, 0x19 -> 1;
            default -> throw new IllegalArgumentException("property " + property);
        };
    }

    private byte[] answer(byte[] subscription, boolean agrees) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(subscription));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(in.readNBytes(2));
        answer.write(0);
        in.skipNBytes(length(in));
        while (in.available() > 0) {
            String filter = in.readUTF();
            in.readByte();
            answer.write(agrees && !filter.equals(refusedFilter) ? GRANTED : NOT_AUTHORIZED);
        }
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0x90);
        packet.write(answer.size());
        answer.writeTo(packet);
        return packet.toByteArray();
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = in.readUnsignedByte();
            length |= (digit & 0x7F) << shift;
            shift += 7;
        } while (digit > 0x7F);
        return length;
    }
}
