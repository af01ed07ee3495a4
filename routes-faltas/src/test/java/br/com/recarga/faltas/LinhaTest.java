package br.com.recarga.faltas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.testkit.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinhaTest {

    private static final int PATIENCE_MS = 10_000;

    /** In which nothing is to come. */
    private static final int A_WHILE_MS = 200;

    private ServerSocket broker;
    private Linha linha;
    private Socket process;
    private Socket atBroker;

    @BeforeEach
    void connect() throws IOException {
        broker = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        broker.setSoTimeout(PATIENCE_MS);
        linha = new Linha(FreePorts.find(1).get(0), broker.getLocalPort());
        process = toLine();
        atBroker = broker.accept();
        atBroker.setSoTimeout(PATIENCE_MS);
    }

    @AfterEach
    void close() throws IOException {
        process.close();
        atBroker.close();
        linha.close();
        broker.close();
    }

    @Test
    void carriesBothWays() throws IOException {
        process.getOutputStream().write(1);
        assertThat(atBroker.getInputStream().read()).isEqualTo(1);

        atBroker.getOutputStream().write(2);
        assertThat(process.getInputStream().read()).isEqualTo(2);
    }

    @Test
    void dropsBothEndsWhenItIsCutAndLetsNobodyInUntilItHeals() throws IOException {
        linha.cut();

        assertThat(ends(process)).isTrue();
        assertThat(ends(atBroker)).isTrue();
        try (Socket refused = toLine()) {
            assertThat(ends(refused)).isTrue();
        }

        linha.heal();
        try (Socket again = toLine();
                Socket heard = broker.accept()) {
            again.getOutputStream().write(3);
            assertThat(heard.getInputStream().read()).isEqualTo(3);
        }
    }

    @Test
    void whatIsSentWhileItIsMuteComesLate() throws IOException {
        linha.mute();
        process.getOutputStream().write(new byte[] {4, 5});

        atBroker.setSoTimeout(A_WHILE_MS);
        assertThatThrownBy(() -> atBroker.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

        linha.heal();
        atBroker.setSoTimeout(PATIENCE_MS);
        assertThat(atBroker.getInputStream().readNBytes(2)).containsExactly(4, 5);
    }

    @Test
    void neitherEndIsToldThatTheOtherHasGoneWhileItIsMute() throws IOException {
        linha.mute();
        process.close();

        atBroker.setSoTimeout(A_WHILE_MS);
        assertThatThrownBy(() -> atBroker.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

        linha.heal();
        atBroker.setSoTimeout(PATIENCE_MS);
        assertThat(ends(atBroker)).isTrue();
    }

    private Socket toLine() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), linha.port());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    private static boolean ends(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException goesOn) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
