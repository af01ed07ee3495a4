package br.com.recarga.faltas;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/**
 * The line between a process and its broker, which can be cut or go mute. What is sent into a line that is mute lies there until it
 * heals, as it would in a network; neither end is told.
 */
final class Linha implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final int brokerPort;
    private final ServerSocket door;
    private final Set<Socket> open = new HashSet<>();
    private boolean cut;
    private boolean mute;

    Linha(int port, int brokerPort) throws IOException {
        this.brokerPort = brokerPort;
        this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Drops all connections, and each that is made from now on. */
    synchronized void cut() {
        cut = true;
        dropAll();
    }

    /** Carries nothing from now on, in either direction. */
    synchronized void mute() {
        mute = true;
    }

    /** Carries all again, first what lies in it. */
    synchronized void heal() {
        cut = false;
        mute = false;
        notifyAll();
    }

    @Override
    public synchronized void close() throws IOException {
        door.close();
        heal();
        dropAll();
    }

    private void accept() throws IOException {
        while (true) {
            Socket process = door.accept();
            Socket broker = new Socket();
            if (admit(process, broker)) {
                thread(() -> connect(process, broker));
            } else {
                process.close();
            }
        }
    }

    private void connect(Socket process, Socket broker) throws IOException {
        try {
            broker.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), brokerPort));
            process.setTcpNoDelay(true);
            broker.setTcpNoDelay(true);
        } catch (IOException notThere) {
            drop(process, broker);
            return;
        }
        thread(() -> relay(process, broker));
        relay(broker, process);
    }

    private void relay(Socket from, Socket to) throws IOException {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                awaitVoice();
                out.write(buffer, 0, length);
            }
            // what ends, ends after what was said before it
            awaitVoice();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            drop(from, to);
        }
    }

    private synchronized void awaitVoice() throws InterruptedException {
        while (mute) {
            wait();
        }
    }

    private synchronized boolean admit(Socket process, Socket broker) {
        if (!cut) {
            open.add(process);
            open.add(broker);
        }
        return !cut;
    }

    private synchronized void drop(Socket... sockets) throws IOException {
        for (Socket socket : sockets) {
            open.remove(socket);
            socket.close();
        }
    }

    private void dropAll() {
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                // which is what is wanted
            }
        });
        open.clear();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException hungUp) {
                        // one end has gone, or the line is no more
                    }
                },
                "linha");
        thread.setDaemon(true);
        thread.start();
    }
}
