package br.com.recarga.platform.http;

import static br.com.recarga.platform.Http.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Exemplo;
import br.com.recarga.platform.TestApplication;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bodies that come slowly, at a port with four threads. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "recarga.limites.corpo=3s")
class LateBodyTest {

    private static final int CALLERS = 500;

    private final List<Socket> callers = new ArrayList<>();

    @LocalServerPort
    private int port;

    @AfterEach
    void hangUp() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000", "Content-Length: 1000000", "Transfer-Encoding: chunked"})
    void hundredsThatDripKeepNobodyElseWaiting(String length) throws Exception {
        for (int i = 0; i < CALLERS; i++) {
            begin(length);
        }

        for (int i = 0; i < 20; i++) {
            assertThat(get(port, "/openapi.json").statusCode()).isEqualTo(200);
            for (Socket caller : callers) {
                drip(caller);
            }
        }
    }

    @Test
    void whatComesInPiecesIsTakenWhole() throws Exception {
        byte[] body = Exemplo.RESERVAR_BODY.bytes();
        Socket caller = begin("Content-Length: " + body.length + "\r\nIdempotency-Key: chave-1\r\nConnection: close");
        for (byte piece : body) {
            caller.getOutputStream().write(piece);
        }

        assertThat(answer(caller)).startsWith("HTTP/1.1 200 ").contains("\"request_id\":\"chave-1\"");
    }

    @Test
    void whatComesInPiecesToNoPathIsAnsweredAsAnyOther() throws Exception {
        Socket caller = call("/nada/", "Content-Length: 2\r\nConnection: close");
        caller.getOutputStream().write('{');
        caller.getOutputStream().write('}');

        assertThat(answer(caller)).startsWith("HTTP/1.1 404 ").contains("Esse caminho não existe");
    }

    @Test
    void whatIsNotThereInTimeIsRefused() throws Exception {
        Socket caller = begin("Content-Length: 1000");
        caller.getOutputStream().write('{');

        assertThat(answer(caller)).startsWith("HTTP/1.1 408 ").contains("LIMITE_EXCEDIDO");
    }

    private Socket begin(String headers) throws IOException {
        return call("/reservar", headers);
    }

    private Socket call(String path, String headers) throws IOException {
        Socket caller = new Socket("127.0.0.1", port);
        callers.add(caller);
        caller.setTcpNoDelay(true);
        caller.getOutputStream()
                .write("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n%s\r\n\r\n"
                        .formatted(path, headers)
                        .getBytes(UTF_8));
        return caller;
    }

    private static void drip(Socket caller) {
        try {
            // a piece of whatever it is: a digit can be of a length, too
            caller.getOutputStream().write('1');
        } catch (IOException closed) {
            // refused already
        }
    }

    private static String answer(Socket caller) throws IOException {
        return new String(caller.getInputStream().readAllBytes(), UTF_8);
    }
}
