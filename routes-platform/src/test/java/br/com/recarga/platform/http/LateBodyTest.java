package br.com.recarga.platform.http;

import static br.com.recarga.platform.Http.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.platform.TestApplication;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Bodies that come after their head, on a server of four threads. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "recarga.limites.envio=1s")
class LateBodyTest {

    /** More than there are threads. */
    private static final int MANY = 12;

    private static final String JSON = "Content-Type: application/json\r\n";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int management;

    @Autowired
    private ServletWebServerApplicationContext context;

    @Autowired
    private HttpDoor door;

    private final List<Socket> callers = new ArrayList<>();

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
        await().until(() -> inProgress(context) == 0);
        await().until(() -> door.inside() == 0);
    }

    @Test
    void aBodyInPiecesArrivesWholeAndTheConnectionCanBeUsedAgain() throws Exception {
        Socket caller = caller(port);
        for (int i = 0; i < 3; i++) {
            send(caller, "POST /eco HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\n" + JSON + "\r\n");
            awaitInProgress(1);
            send(caller, "\"abc");
            send(caller, "defg");
            send(caller, "hij\"");

            assertThat(answer(caller)).startsWith("HTTP/1.1 200 ").contains("\"abcdefghij\"");
        }
    }

    @Test
    void alsoOneWhoseLengthIsNotSaid() throws Exception {
        Socket caller = caller(port);
        for (int i = 0; i < 3; i++) {
            send(caller, "POST /eco HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n" + JSON + "\r\n4\r\n\"ab");
            awaitInProgress(1);
            send(caller, "c\r\n2\r\n");
            send(caller, "d\"\r\n0\r\n\r\n");

            assertThat(answer(caller)).startsWith("HTTP/1.1 200 ").contains("\"abcd\"");
        }
    }

    @Test
    void oneThatIsLargerThanWhatThereIsAlwaysRoomForArrivesWholeToo() throws Exception {
        String body = "\"" + "Z".repeat(60_000) + "\"";
        Socket caller = caller(port);
        send(
                caller,
                "POST /eco HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n" + JSON
                        + "\r\n");
        send(caller, body.substring(0, 20_000));
        send(caller, body.substring(20_000));

        assertThat(readAll(caller).chars().filter(c -> c == 'Z')).hasSize(60_000);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "/nada, application/json, 404, Esse caminho não existe",
        "/reservar, application/json, 400, JSON",
        "/openapi.json, application/json, 405, Esse caminho não aceita esse método",
        "/quebrado, application/json, 405, Esse caminho não aceita esse método",
        "/falha, application/json, 500, ''",
        "/eco/, application/json, 200, [1]",
        "/eco, text/plain, 415, O corpo deve ser application/json"
    })
    void whatIsAnsweredIsWhatWouldHaveBeenToOneThatCameAtOnce(String path, String type, int status, String says)
            throws Exception {
        Socket caller = caller(port);
        send(
                caller,
                "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Type: %s\r\nConnection: close\r\n\r\n"
                        .formatted(path, type));
        awaitInProgress(1);
        send(caller, "[1]");

        assertThat(readAll(caller)).startsWith("HTTP/1.1 " + status + " ").contains(says, "X-Frame-Options");
    }

    @Test
    void whoDripsIsAnsweredWhenTheTimeIsOver() throws Exception {
        Socket caller = caller(port);
        send(caller, "POST /eco HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n" + JSON + "\r\n");

        drip(List.of(caller));

        assertThat(readAll(caller))
                .startsWith("HTTP/1.1 408 ")
                .contains("Connection: close", "\"codigo\":\"LIMITE_EXCEDIDO\"", "O corpo demorou demais");
    }

    @Test
    void whoNeverStopsSendingIsToldAndReadNoFurtherThanIsPolite() throws Exception {
        Socket caller = caller(port);
        send(caller, "POST /eco HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n" + JSON + "\r\n");
        String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";

        int sent = 0;
        try {
            while (sent < 100_000_000) {
                send(caller, chunk);
                sent += chunk.length();
            }
        } catch (SocketException closed) {
            assertThat(sent).isGreaterThan(64 * 1024);
        }

        assertThat(sent).isLessThan(100_000_000);
    }

    /** The body is refused by its length alone, by its path, or by the lack of a password, and comes drop by drop. */
    @ParameterizedTest
    @ValueSource(strings = {"/eco", "/%zz", "/eco?x=1&x=2"})
    void whoIsRefusedHoldsNoThreadUntilHisBodyIsThere(String path) throws Exception {
        for (int i = 0; i < MANY; i++) {
            send(caller(port), "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n" + JSON + "\r\n{");
        }
        for (Socket caller : callers) {
            assertThat(answer(caller)).startsWith("HTTP/1.1 4").contains("Connection: close");
        }

        assertThat(get(port, "/parada").body()).isEqualTo("nunca");
        drip(callers);
    }

    /** To close while he sends would reset the connection, and his side would forget the answer that it may not have read yet. */
    @ParameterizedTest
    @CsvSource({"/eco,1000000", "/eco?x=1&x=2,1000000", "/eco,12000000"})
    void whoIsRefusedAndSendsOnIsHeardToTheEnd(String path, int length) throws Exception {
        String piece = "x".repeat(10_000);
        Socket caller = caller(port);
        send(
                caller,
                "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n" + JSON + "\r\n" + piece);

        assertThat(answer(caller)).startsWith("HTTP/1.1 4").contains("Connection: close");
        // somebody else's connection: what the container has closed by then is closed for good
        assertThat(get(port, "/parada").body()).isEqualTo("nunca");
        for (int sent = piece.length(); sent < length; sent += piece.length()) {
            assertThat(caller.getInputStream().available()).isZero();
            send(caller, piece);
        }

        assertThat(caller.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void norOnThePortOfTheManagement() throws Exception {
        for (int i = 0; i < MANY; i++) {
            send(
                    caller(management),
                    "POST /actuator/jolokia HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n" + JSON + "\r\n{");
        }

        for (Socket caller : callers) {
            assertThat(readAll(caller)).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void whoIsRefusedCanGoOnIfHisBodyCameAtOnce() throws Exception {
        Socket caller = caller(port);
        for (int i = 0; i < 3; i++) {
            send(caller, "POST /eco?x=1&x=2 HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n" + JSON + "\r\n{}");

            assertThat(answer(caller)).startsWith("HTTP/1.1 422 ").doesNotContain("Connection: close");
        }
    }

    @Test
    void whoDripsTheHeadIsCutOff() throws Exception {
        Socket caller = caller(port);
        send(caller, "GET /parada HTTP/1.1\r\nHost: x\r\nX-Lento: ");

        drip(List.of(caller));

        assertThat(caller.getInputStream().read()).isEqualTo(-1);
    }

    private void awaitInProgress(int requests) {
        await().until(() -> inProgress(context) == requests);
    }

    static int inProgress(ServletWebServerApplicationContext application) {
        Context context = (Context) ((TomcatWebServer) application.getWebServer())
                .getTomcat()
                .getHost()
                .findChildren()[0];
        return (int) ((StandardContext) context).getInProgressAsyncCount();
    }

    private Socket caller(int port) throws IOException {
        Socket caller = new Socket("127.0.0.1", port);
        caller.setTcpNoDelay(true);
        caller.setSoTimeout(20_000);
        callers.add(caller);
        return caller;
    }

    static void send(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(UTF_8));
    }

    /** A byte now and then, until the server has had enough of each. */
    static void drip(List<Socket> callers) {
        List<Socket> left = new ArrayList<>(callers);
        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            left.removeIf(caller -> !dripped(caller));
            return left.isEmpty();
        });
    }

    private static boolean dripped(Socket caller) {
        try {
            if (caller.getInputStream().available() > 0) {
                return false;
            }
            send(caller, " ");
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static String readAll(Socket caller) throws IOException {
        return new String(caller.getInputStream().readAllBytes(), UTF_8);
    }

    /** One that says its length, or what comes in chunks until the last of them. */
    static String answer(Socket caller) throws IOException {
        InputStream in = caller.getInputStream();
        StringBuilder answer = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            answer.append((char) next);
            if (answer.toString().endsWith("\r\n0\r\n\r\n")) {
                return answer.toString();
            }
            if (answer.toString().endsWith("\r\n\r\n") && answer.toString().contains("Content-Length: ")) {
                String length = answer.toString().replaceFirst("(?s).*Content-Length: (\\d+).*", "$1");
                return answer + new String(in.readNBytes(Integer.parseInt(length)), UTF_8);
            }
        }
        return answer.toString();
    }
}
