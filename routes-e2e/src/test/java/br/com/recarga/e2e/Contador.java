package br.com.recarga.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line to an HTTP server, on which one sees what is asked for and how much comes back, headers and all. */
final class Contador implements AutoCloseable {

    /** A browser sends a request's first line in one piece, and in our pages' bodies there is none that looks like one. */
    private static final Pattern REQUEST = Pattern.compile("(?md)^([A-Z]+ /\\S*) HTTP/1\\.1\r$");

    private final int server;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong bytes = new AtomicLong();

    Contador(int server) throws IOException {
        this.server = server;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(() -> {
            while (true) {
                Socket browser = join(door.accept());
                Socket beyond = join(new Socket(InetAddress.getLoopbackAddress(), this.server));
                thread(() -> relay(browser, beyond, true));
                thread(() -> relay(beyond, browser, false));
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    /** What was asked for, in its order, such as {@code GET /postos}. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** How many came back. */
    long bytes() {
        return bytes.get();
    }

    void reset() {
        requests.clear();
        bytes.set(0);
    }

    private Socket join(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        open.add(socket);
        // it may have come in before the line was dead, and have been joined after
        if (door.isClosed()) {
            socket.close();
        }
        return socket;
    }

    private void relay(Socket from, Socket to, boolean asks) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            byte[] piece = new byte[64 * 1024];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                if (asks) {
                    Matcher request = REQUEST.matcher(new String(piece, 0, length, StandardCharsets.ISO_8859_1));
                    request.results().forEach(found -> requests.add(found.group(1)));
                } else {
                    bytes.addAndGet(length);
                }
                to.getOutputStream().write(piece, 0, length);
            }
        } finally {
            open.remove(from);
        }
    }

    /** The line is dead. */
    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private static void thread(Relay relay) {
        Thread thread = new Thread(() -> {
            try {
                relay.run();
            } catch (IOException gone) {
                // as lines do
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Relay {

        void run() throws IOException;
    }
}
