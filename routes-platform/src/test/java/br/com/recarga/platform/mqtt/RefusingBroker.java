package br.com.recarga.platform.mqtt;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of an MQTT 5 broker as it takes to refuse subscriptions; what is published it never acknowledges. */
final class RefusingBroker implements AutoCloseable {

    private static final int CONNECT = 1;
    private static final int SUBSCRIBE = 8;
    private static final byte NOT_AUTHORIZED = (byte) 0x87;
    private static final byte GRANTED = 1;

    private final ServerSocket entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final int refusals;

    /** @param refusals how many subscriptions it refuses before it agrees */
    RefusingBroker(int refusals) throws IOException {
        this.refusals = refusals;
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
                    out.write(new byte[] {0x20, 3, 0, 0, 0});
                } else if (kind == SUBSCRIBE) {
                    byte answer = subscriptions.incrementAndGet() > refusals ? GRANTED : NOT_AUTHORIZED;
                    out.write(new byte[] {(byte) 0x90, 4, packet[0], packet[1], 0, answer});
                }
            }
        } catch (IOException closed) {
            // the end of the test
        }
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
