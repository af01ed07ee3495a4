package br.com.recarga.platform.http;

import static br.com.recarga.platform.Http.get;
import static br.com.recarga.platform.Http.resposta;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.contract.Codigo;
import br.com.recarga.platform.Http;
import br.com.recarga.platform.TestApplication;
import br.com.recarga.platform.TestApplication.Espera;
import br.com.recarga.platform.TestApplication.Ouvintes;
import br.com.recarga.testkit.ServerSentEvents;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Streams of events on a server of four threads. */
@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EventStreamTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Ouvintes ouvintes;

    @Autowired
    private Espera espera;

    @Autowired
    private CamelContext camel;

    @AfterEach
    void letEverybodyGo() {
        ouvintes.abertos().forEach(EventStream::end);
        espera.release();
    }

    @Test
    void whatIsSentArrivesInOrder() throws Exception {
        try (ServerSentEvents reader = reader()) {
            assertThat(reader.response().headers().firstValue("Content-Type"))
                    .hasValue("text/event-stream;charset=UTF-8");
            assertThat(reader.response().headers().firstValue("Cache-Control")).hasValue("no-store");

            List<String> sent =
                    IntStream.range(0, 500).mapToObj(i -> "acentuação " + i).toList();
            sent.forEach(text -> ouvintes.send("event: novo\ndata: " + text + "\n\n"));

            await().untilAsserted(() -> assertThat(reader.data("novo")).isEqualTo(sent));
            assertThat(reader.events().get(0)).isEqualTo(new ServerSentEvents.Event("message", "primeiro"));
        }
    }

    @Test
    void aReaderHoldsNoThreadAndNoExchange() throws Exception {
        List<ServerSentEvents> readers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            readers.add(reader());
        }

        ouvintes.send("event: novo\ndata: a todos\n\n");

        for (ServerSentEvents reader : readers) {
            await().untilAsserted(() -> assertThat(reader.data("novo")).containsExactly("a todos"));
        }
        assertThat(get(port, "/parada").body()).isEqualTo("nunca");
        // an exchange is over a moment after its answer
        await().untilAsserted(
                        () -> assertThat(camel.getInflightRepository().size()).isZero());
        for (ServerSentEvents reader : readers) {
            reader.close();
        }
    }

    @Test
    void theAnswerEndsWhenTheStreamDoes() throws Exception {
        try (ServerSentEvents reader = reader()) {
            ouvintes.abertos().forEach(EventStream::end);

            await().until(reader::ended);
            assertThat(ouvintes.abertos()).isEmpty();
        }
    }

    @Test
    void aReaderWhoHasGoneIsNoticedAndTheOthersGoOn() throws Exception {
        try (ServerSentEvents stays = reader()) {
            ServerSentEvents goes = reader();
            assertThat(ouvintes.abertos()).hasSize(2);
            goes.close();

            await().until(() -> {
                ouvintes.send(":\n\n");
                return ouvintes.abertos().size() == 1;
            });
            ouvintes.send("event: novo\ndata: ainda aqui\n\n");
            await().untilAsserted(() -> assertThat(stays.data("novo")).containsExactly("ainda aqui"));
        }
    }

    @Test
    void aReaderWhoDoesNotReadIsCutOffAndKeepsNobodyWaiting() throws Exception {
        try (Socket socket = new Socket();
                ServerSentEvents reads = reader()) {
            socket.setReceiveBufferSize(1024);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.getOutputStream()
                    .write("GET /fluxo HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            await().until(() -> ouvintes.abertos().size() == 2);

            String large = "event: novo\ndata: " + "x".repeat(8_000) + "\n\n";
            int sent = 0;
            while (ouvintes.abertos().size() == 2 && sent < 10 * EventStream.MAX_PENDING) {
                ouvintes.send(large);
                sent++;
                if (sent % (EventStream.MAX_PENDING / 4) == 0) {
                    int expected = sent;
                    // the one who reads is given the time to
                    await().until(() -> reads.data("novo").size() == expected);
                }
            }

            assertThat(ouvintes.abertos()).hasSize(1);
            int expected = sent;
            await().untilAsserted(() -> assertThat(reads.data("novo")).hasSize(expected));
            assertThat(get(port, "/parada").body()).isEqualTo("nunca");
        }
    }

    @Test
    void aStreamThatWasNeverOpenedIsLetGo() throws Exception {
        CompletableFuture<HttpResponse<String>> late =
                Http.CLIENT.sendAsync(Http.to(port, "/fluxo-tardio").build(), HttpResponse.BodyHandlers.ofString());
        await().until(() -> espera.waiting() == 1);

        espera.release();

        assertThat(late.get().statusCode()).isEqualTo(500);
        assertThat(resposta(late.get()).codigo()).isEqualTo(Codigo.ERRO_INTERNO);
        assertThat(ouvintes.abertos()).isEmpty();
    }

    @Test
    void norIsOneOfARouteThatFailed() throws Exception {
        assertThat(get(port, "/fluxo-que-falha").statusCode()).isEqualTo(500);

        assertThat(ouvintes.abertos()).isEmpty();
    }

    private ServerSentEvents reader() throws Exception {
        return ServerSentEvents.open(URI.create("http://127.0.0.1:" + port + "/fluxo"));
    }
}
