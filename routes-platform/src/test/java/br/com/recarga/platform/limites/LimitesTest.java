package br.com.recarga.platform.limites;

import static br.com.recarga.platform.Http.resposta;
import static br.com.recarga.platform.Http.send;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.contract.Codigo;
import br.com.recarga.platform.Http;
import br.com.recarga.platform.TestApplication;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.test.context.TestPropertySource;

/** What one address does too often is refused to it, and to nobody else; a proxy says which address it is. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "recarga.limites.leituras=20",
            "recarga.limites.escritas=5",
            "recarga.limites.senhas=3",
            "recarga.proxies=127.0.0.1, 198.51.100.0/24"
        })
class LimitesTest {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int management;

    @Test
    void whoReadsTooOftenIsToldWhenToComeBackAndNobodyElseIs() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(send(read("192.0.2.1")).statusCode()).isEqualTo(200);
        }

        assertRefused(send(read("192.0.2.1")));
        assertThat(send(read("192.0.2.2")).statusCode()).isEqualTo(200);
    }

    @Test
    void whoWritesTooOftenMayStillRead() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(send(write("192.0.2.3")).statusCode()).isEqualTo(422);
        }

        assertRefused(send(write("192.0.2.3")));
        assertThat(send(read("192.0.2.3")).statusCode()).isEqualTo(200);
    }

    @Test
    void whatACallerWritesBeforeItsOwnAddressChangesNothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            send(write("203.0.113.%d, 192.0.2.4, 198.51.100.7".formatted(i)));
        }

        assertRefused(send(write("203.0.113.99, 192.0.2.4")));
    }

    @Test
    void anIpv6NetworkIsOneCaller() throws Exception {
        for (int i = 0; i < 5; i++) {
            send(write("2001:db8::" + i));
        }

        assertRefused(send(write("2001:db8::99")));
        assertThat(send(write("2001:db8:0:1::1")).statusCode()).isEqualTo(422);
    }

    @Test
    void whoGuessesPasswordsWaitsEvenWithTheRightOne() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(send(login("192.0.2.5", "errada" + i)).statusCode()).isEqualTo(401);
        }

        assertRefused(send(login("192.0.2.5", "segredo")));
        assertThat(send(login("192.0.2.6", "segredo")).statusCode()).isEqualTo(200);
    }

    @Test
    void oneConnectionTooManyIsClosedUntilAnotherEnds() throws Exception {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new PortaComLimites(new LimitesSettings(1, 1, 2, 1, 1, Duration.ofSeconds(10)), new Proxies(""))
                .customize(factory);
        WebServer server = factory.getWebServer();
        server.start();
        try (Socket first = new Socket("127.0.0.1", server.getPort());
                Socket second = new Socket("127.0.0.1", server.getPort())) {
            assertThat(answers(first)).isTrue();
            assertThat(answers(second)).isTrue();
            assertThat(answersAnother(server)).isFalse();

            first.close();
            await().until(() -> answersAnother(server));
        } finally {
            server.stop();
        }
    }

    private static boolean answersAnother(WebServer server) throws IOException {
        try (Socket another = new Socket("127.0.0.1", server.getPort())) {
            return answers(another);
        }
    }

    private static boolean answers(Socket caller) {
        try {
            caller.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
            return caller.getInputStream().read() >= 0;
        } catch (IOException reset) {
            return false;
        }
    }

    private HttpRequest.Builder read(String caller) {
        return Http.to(port, "/openapi.json").header("X-Forwarded-For", caller);
    }

    private HttpRequest.Builder write(String caller) {
        return Http.to(port, "/reservar")
                .header("X-Forwarded-For", caller)
                .header("Content-Type", "application/json")
                .POST(ofString("{}"));
    }

    private HttpRequest.Builder login(String caller, String password) {
        String credential = Base64.getEncoder().encodeToString(("operador:" + password).getBytes(UTF_8));
        return Http.to(management, "/actuator/hawtio/index.html")
                .header("X-Forwarded-For", caller)
                .header("Authorization", "Basic " + credential);
    }

    private static void assertRefused(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(resposta(answer).codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(answer.headers().firstValue("Retry-After").orElse("").matches("[1-9]\\d*"))
                .isTrue();
    }

    @Nested
    @TestPropertySource(properties = {"recarga.limites.escritas=4", "recarga.proxies=198.51.100.7"})
    class WhoIsNoKnownProxy {

        @LocalServerPort
        private int port;

        @Test
        void saysNothingAboutWhereItComesFrom() throws Exception {
            for (int i = 0; i < 4; i++) {
                assertThat(write(i).statusCode()).isEqualTo(422);
            }

            assertRefused(write(5));
        }

        private HttpResponse<String> write(int caller) throws IOException, InterruptedException {
            return send(Http.to(port, "/reservar")
                    .header("X-Forwarded-For", "192.0.2." + caller)
                    .header("Content-Type", "application/json")
                    .POST(ofString("{}")));
        }
    }
}
