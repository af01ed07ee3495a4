package br.com.recarga.platform.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.SocketFactory;

/**
 * Sockets without Nagle's algorithm, which Paho leaves on: a connection that publishes and acknowledges then waits 40 ms
 * for the peer's delayed ACK at every round trip.
 */
final class NoDelaySocketFactory extends SocketFactory {

    private final Consumer<Socket> onUnconnected;

    /**
     * @param onUnconnected is given each socket that is still to be connected: by then Paho knows the address
     */
    NoDelaySocketFactory(Consumer<Socket> onUnconnected) {
        this.onUnconnected = onUnconnected;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket unconnected = noDelay(new Socket());
        onUnconnected.accept(unconnected);
        return unconnected;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return noDelay(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return noDelay(new Socket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return noDelay(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) throws IOException {
        return noDelay(new Socket(host, port, localAddress, localPort));
    }

    private static Socket noDelay(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
