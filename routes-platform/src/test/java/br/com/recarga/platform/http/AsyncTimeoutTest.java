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
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A route that takes longer than the container waits. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.mvc.async.request-timeout=100ms")
class AsyncTimeoutTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Espera espera;

    @Autowired
    private Ouvintes ouvintes;

    @Autowired
    private CamelContext camel;

    @Test
    void aRouteThatComesTooLateSpoilsNobodyElsesAnswer() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> late = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            late.add(Http.CLIENT.sendAsync(Http.to(port, "/espera").build(), HttpResponse.BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> response : late) {
            assertThat(response.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
            assertThat(resposta(response.join()).codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL);
        }
        // connections and their buffers are used again by now
        assertThat(get(port, "/parada").body()).isEqualTo("nunca");

        espera.release();

        await().until(() -> camel.getInflightRepository().size() == 0);
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> response = get(port, "/parada");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("nunca");
        }
    }

    @Test
    void aStreamOfEventsHasNoSuchEnd() throws Exception {
        try (ServerSentEvents reader = ServerSentEvents.open(URI.create("http://127.0.0.1:" + port + "/fluxo"))) {
            // the container's time has passed since
            assertThat(get(port, "/espera").statusCode()).isEqualTo(503);
            ouvintes.send("data: depois\n\n");

            await().untilAsserted(() -> assertThat(reader.data("message")).containsExactly("primeiro", "depois"));
            // or the server, which ends in good order, would wait for it
            ouvintes.abertos().forEach(EventStream::end);
        }
    }
}
