package br.com.recarga.platform.http;

import static br.com.recarga.platform.Http.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.platform.TestApplication;
import br.com.recarga.platform.TestApplication.Espera;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Large answers that are not taken, on a server of four threads that would wait long for a write. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "server.tomcat.connection-timeout=5m")
class SlowReaderTest {

    /** More than there are threads. */
    private static final int MANY = 6;

    @LocalServerPort
    private int port;

    @Autowired
    private ServletWebServerApplicationContext context;

    @Autowired
    private Espera espera;

    private final List<Socket> readers = new ArrayList<>();

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        espera.release();
        for (Socket reader : readers) {
            reader.setSoLinger(true, 0);
            reader.close();
        }
        await().until(() -> LateBodyTest.inProgress(context) == 0);
    }

    @Test
    void holdsNoThreadOfTheContainer() throws Exception {
        for (int i = 0; i < MANY; i++) {
            ask("/grande");
        }
        for (Socket reader : readers) {
            assertThat(reader.getInputStream().read()).isEqualTo('H');
        }

        assertThat(get(port, "/parada").body()).isEqualTo("nunca");
    }

    @Test
    void holdsNoThreadOfARouteThatGoesOn() throws Exception {
        for (int i = 0; i < MANY; i++) {
            ask("/grande-tardio");
        }
        await().until(() -> espera.waiting() == MANY);

        // all of them on this one
        espera.release();

        for (Socket reader : readers) {
            assertThat(reader.getInputStream().read()).isEqualTo('H');
        }
    }

    @Test
    void getsAllOfItInTheEnd() throws Exception {
        for (String path : List.of("/grande", "/grande-tardio")) {
            Socket reader = ask(path);
            if (path.endsWith("tardio")) {
                await().until(() -> espera.waiting() == 1);
                espera.release();
            }
            InputStream in = reader.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("Content-Length: " + TestApplication.GRANDE)
                    .endsWith("Z".repeat(TestApplication.GRANDE));
        }
    }

    private Socket ask(String path) throws IOException {
        Socket reader = new Socket();
        readers.add(reader);
        reader.setReceiveBufferSize(1024);
        reader.setSoTimeout(30_000);
        reader.connect(new InetSocketAddress("127.0.0.1", port));
        reader.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return reader;
    }
}
