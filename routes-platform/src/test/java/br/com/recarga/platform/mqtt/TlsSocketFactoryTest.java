package br.com.recarga.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class TlsSocketFactoryTest {

    private final AtomicInteger unconnectedSockets = new AtomicInteger();
    private final TlsSocketFactory factory;

    TlsSocketFactoryTest() throws Exception {
        factory = new TlsSocketFactory(
                SSLContext.getDefault().getSocketFactory(), unconnected -> unconnectedSockets.incrementAndGet());
    }

    @Test
    void tellsOfEverySocketThatIsStillToBeConnected() throws Exception {
        factory.createSocket().close();
        factory.createSocket().close();

        assertThat(unconnectedSockets).hasValue(2);
    }

    @Test
    void noSocketWaitsToFillItsPacketsNorSpeaksOldTls() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket peer = new ServerSocket(0, 6, here);
                Socket plain = new Socket(here, peer.getLocalPort());
                Socket unconnected = factory.createSocket();
                Socket byName = factory.createSocket(here.getHostAddress(), peer.getLocalPort());
                Socket byNameFrom = factory.createSocket(here.getHostAddress(), peer.getLocalPort(), here, 0);
                Socket byAddress = factory.createSocket(here, peer.getLocalPort());
                Socket byAddressFrom = factory.createSocket(here, peer.getLocalPort(), here, 0);
                Socket layered = factory.createSocket(plain, here.getHostAddress(), peer.getLocalPort(), true)) {
            for (Socket socket : new Socket[] {unconnected, byName, byNameFrom, byAddress, byAddressFrom, layered}) {
                assertThat(socket.getTcpNoDelay()).isTrue();
                assertThat(((SSLSocket) socket).getEnabledProtocols()).containsExactly("TLSv1.3", "TLSv1.2");
            }
        }
    }
}
