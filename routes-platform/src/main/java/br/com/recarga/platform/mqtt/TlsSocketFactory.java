package br.com.recarga.platform.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The sockets of {@link NoDelaySocketFactory}, encrypted. Paho asks of them that the certificate is the host's. */
final class TlsSocketFactory extends SSLSocketFactory {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /** Closing says so to the peer, and would wait for ever behind a write to one that reads no more. */
    private static final int LINGER_S = 1;

    private final SSLSocketFactory sockets;
    private final Consumer<Socket> onUnconnected;

    /**
     * @param onUnconnected is given each socket that is still to be connected: by then Paho knows the address
     */
    TlsSocketFactory(SSLSocketFactory sockets, Consumer<Socket> onUnconnected) {
        this.sockets = sockets;
        this.onUnconnected = onUnconnected;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket unconnected = prepared(sockets.createSocket());
        onUnconnected.accept(unconnected);
        return unconnected;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prepared(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return prepared(sockets.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prepared(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) throws IOException {
        return prepared(sockets.createSocket(host, port, localAddress, localPort));
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        return prepared(sockets.createSocket(connected, host, port, autoClose));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    private static Socket prepared(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoLinger(true, LINGER_S);
        ((SSLSocket) socket).setEnabledProtocols(PROTOCOLS);
        return socket;
    }
}
