package br.com.recarga.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NoDelaySocketFactoryTest {

    private final AtomicInteger unconnectedSockets = new AtomicInteger();
    private final NoDelaySocketFactory factory =
            new NoDelaySocketFactory(unconnected -> unconnectedSockets.incrementAndGet());

    @Test
    void tellsOfEverySocketThatIsStillToBeConnected() throws Exception {
        factory.createSocket().close();
        factory.createSocket().close();

        assertThat(unconnectedSockets).hasValue(2);
    }

    @Test
    void noSocketWaitsToFillItsPackets() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket peer = new ServerSocket(0, 5, here);
                Socket unconnected = factory.createSocket();
                Socket byName = factory.createSocket(here.getHostAddress(), peer.getLocalPort());
                Socket byNameFrom = factory.createSocket(here.getHostAddress(), peer.getLocalPort(), here, 0);
                Socket byAddress = factory.createSocket(here, peer.getLocalPort());
                Socket byAddressFrom = factory.createSocket(here, peer.getLocalPort(), here, 0)) {
            assertThat(new Socket[] {unconnected, byName, byNameFrom, byAddress, byAddressFrom})
                    .allMatch(NoDelaySocketFactoryTest::isNoDelay);
        }
    }

    private static boolean isNoDelay(Socket socket) {
        try {
            return socket.getTcpNoDelay();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
