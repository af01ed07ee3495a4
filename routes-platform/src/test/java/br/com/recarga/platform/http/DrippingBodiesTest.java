package br.com.recarga.platform.http;

import static br.com.recarga.platform.Http.send;
import static br.com.recarga.platform.Http.to;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.platform.TestApplication;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Far more bodies that come drop by drop than there are threads, of which there are four. */
class DrippingBodiesTest {

    private static final int CALLERS = 500;

    /** Whatever would be left behind, the end would wait for. */
    @Test
    @Timeout(300)
    void keepNobodyElseWaitingAndAreOverWhenTheirTimeIs() throws Exception {
        ServletWebServerApplicationContext context = start();
        int port = context.getWebServer().getPort();
        List<Socket> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Socket caller = new Socket("127.0.0.1", port);
            caller.setSoTimeout(60_000);
            callers.add(caller);
            LateBodyTest.send(
                    caller,
                    "POST /eco HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nContent-Type: application/json\r\n\r\n{");
        }
        await().until(() -> LateBodyTest.inProgress(context) == CALLERS);

        for (int i = 0; i < 20; i++) {
            String body = "[" + i + "]";
            assertThat(send(to(port, "/eco").POST(ofString(body))).body()).isEqualTo(body);
        }

        List<Socket> patient = callers.subList(CALLERS / 2, CALLERS);
        for (int i = 0; i < CALLERS / 2; i++) {
            hangUp(callers.get(i), i % 2 == 0);
        }
        LateBodyTest.drip(patient);
        for (Socket caller : patient) {
            assertThat(LateBodyTest.answer(caller)).startsWith("HTTP/1.1 408 ");
            caller.close();
        }
        await().until(() -> LateBodyTest.inProgress(context) == 0);
        // the bystander's, and the one that is awaited
        await().until(() -> connections(context) <= 2);

        context.close();
    }

    private static void hangUp(Socket caller, boolean rudely) throws IOException {
        caller.setSoLinger(rudely, 0);
        caller.close();
    }

    private static long connections(ServletWebServerApplicationContext context) {
        Connector connector =
                ((TomcatWebServer) context.getWebServer()).getTomcat().getConnector();
        return ((AbstractProtocol<?>) connector.getProtocolHandler()).getConnectionCount();
    }

    private static ServletWebServerApplicationContext start() {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(TestApplication.class)
                .run(
                        "--server.port=0",
                        "--server.tomcat.connection-timeout=2m",
                        "--management.server.port=-1",
                        "--hawtio.enabled=false",
                        "--recarga.limites.envio=2s",
                        "--recarga.limites.conexoes=" + 2 * CALLERS,
                        "--spring.lifecycle.timeout-per-shutdown-phase=10m");
    }
}
