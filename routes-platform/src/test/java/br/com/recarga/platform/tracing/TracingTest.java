package br.com.recarga.platform.tracing;

import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Exemplo;
import br.com.recarga.platform.Http;
import br.com.recarga.platform.LoggedWarnings;
import br.com.recarga.platform.TestApplication;
import br.com.recarga.platform.erros.ErrorReplies;
import br.com.recarga.testkit.FreePorts;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A process whose traces go to a collector that is away. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "recarga.rastreio=true")
class TracingTest {

    private static final String ENDPOINT = "otel.exporter.otlp.endpoint";

    private static final Pattern TRACERESPONSE = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-01");

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @LocalServerPort
    private int port;

    @BeforeAll
    static void nobodyCollects() {
        System.setProperty(ENDPOINT, "http://127.0.0.1:" + FreePorts.find(1).get(0));
    }

    @AfterAll
    static void asBefore() {
        System.clearProperty(ENDPOINT);
    }

    @Test
    void anAnswerTellsItsTraceAndDoesNotWaitForTheCollector() throws Exception {
        HttpResponse<String> answer = reservar(ofByteArray(Exemplo.RESERVAR_BODY.bytes()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(traceresponse(answer)).matches(TRACERESPONSE);
    }

    @Test
    void aRefusalTellsItToo() throws Exception {
        HttpResponse<String> answer = reservar(ofString("{"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(traceresponse(answer)).matches(TRACERESPONSE);
    }

    @Test
    void theTraceOfWhoeverAsksGoesOn() throws Exception {
        HttpResponse<String> answer = reservar(
                ofByteArray(Exemplo.RESERVAR_BODY.bytes()),
                "traceparent",
                "00-" + TRACE + "-00f067aa0ba902b7-01",
                "tracestate",
                "a=b");

        assertThat(traceresponse(answer)).startsWith("00-" + TRACE + "-").doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void whatIsNoTraceBeginsANewOne() throws Exception {
        HttpResponse<String> answer =
                reservar(ofByteArray(Exemplo.RESERVAR_BODY.bytes()), "traceparent", "00-nada; drop table-1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(traceresponse(answer)).matches(TRACERESPONSE);
    }

    @Test
    void whatIsLoggedForARequestHasTheIdOfItsTrace() throws Exception {
        try (LoggedWarnings warnings = new LoggedWarnings(ErrorReplies.class)) {
            HttpResponse<String> answer = reservar(ofString(new String(Exemplo.RESERVAR_BODY.bytes())
                    .replaceFirst("\"posto_id\"\\s*:\\s*\\d+", "\"posto_id\": 500")));

            assertThat(answer.statusCode()).isEqualTo(500);
            String trace = traceresponse(answer).split("-")[1];
            assertThat(warnings.contexts())
                    .extracting(context -> context.get("trace.id"))
                    .containsExactly(trace);
        }
    }

    private HttpResponse<String> reservar(BodyPublisher body, String... headers) throws Exception {
        var request = Http.to(port, "/reservar")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "r-1")
                .POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Http.send(request);
    }

    private static String traceresponse(HttpResponse<String> answer) {
        return answer.headers().firstValue("traceresponse").orElseThrow();
    }
}
