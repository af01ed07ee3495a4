package br.com.recarga.platform.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The way from a client to the broker, which can be cut and which can lead nowhere. */
public final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final int brokerPort;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile boolean leadsNowhere;

    public Wire(int brokerPort) throws IOException {
        this(InetAddress.getLoopbackAddress(), brokerPort);
    }

    /** @param address at which it is entered */
    Wire(InetAddress address, int brokerPort) throws IOException {
        this.entrance = new ServerSocket(0, 50, address);
        this.brokerPort = brokerPort;
        start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Connections made so far. */
    public int accepted() {
        return accepted.get();
    }

    /** From now on a connection is accepted and never answered. */
    public void leadNowhere(boolean nowhere) {
        leadsNowhere = nowhere;
    }

    /** Resets every connection, without a word of MQTT. */
    public void cut() {
        for (Socket end : ends) {
            try {
                end.setSoLinger(true, 0);
                end.close();
            } catch (IOException e) {
                // it was closed already
            }
        }
        ends.clear();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }

    private void accept() throws IOException {
        while (!entrance.isClosed()) {
            Socket client = entrance.accept();
            ends.add(client);
            if (!leadsNowhere) {
                Socket broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
                ends.add(broker);
                start(() -> pump(client, broker));
                start(() -> pump(broker, client));
            }
            accepted.incrementAndGet();
        }
    }

    private static void pump(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        }
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException cut) {
                // what a wire is for in a test
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Task {
        void run() throws IOException;
    }
}
