package br.com.recarga.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Any page of the web may open a WebSocket to this machine; what comes by one is no client of this broker. */
class WebSocketTest {

    private static final byte CONNACK = 0x20;

    /** MQTT 3.1.1, clean, keep alive 60 s, with the id {@code "a"}. */
    private static final byte[] CONNECT = {0x10, 13, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 1, 'a'};

    private int port;
    private EmbeddedBroker broker;

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        broker = EmbeddedBroker.start(Set.of(port));
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void whoComesByTcpIsLetIn() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(CONNECT);

            assertThat((byte) socket.getInputStream().read()).isEqualTo(CONNACK);
        }
    }

    @Test
    void whoComesByWebSocketIsNot() throws Exception {
        CompletableFuture<Byte> answer = new CompletableFuture<>();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("mqtt")
                .header("Origin", "http://outro.example")
                .buildAsync(URI.create("ws://127.0.0.1:" + port), new FirstByte(answer))
                .thenCompose(open -> open.sendBinary(ByteBuffer.wrap(CONNECT), true))
                .exceptionally(refused -> {
                    answer.complete(null);
                    return null;
                });

        assertThat(answer.get(30, TimeUnit.SECONDS)).isNull();
    }

    /** Null if the connection ends without one. */
    private record FirstByte(CompletableFuture<Byte> answer) implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onBinary(WebSocket open, ByteBuffer data, boolean last) {
            answer.complete(data.get(0));
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket open, int status, String reason) {
            answer.complete(null);
            return null;
        }

        @Override
        public void onError(WebSocket open, Throwable failure) {
            answer.complete(null);
        }
    }
}
