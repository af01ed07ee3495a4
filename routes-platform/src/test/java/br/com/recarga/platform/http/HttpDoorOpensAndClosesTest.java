package br.com.recarga.platform.http;

import static br.com.recarga.platform.Http.CLIENT;
import static br.com.recarga.platform.Http.get;
import static br.com.recarga.platform.Http.resposta;
import static br.com.recarga.platform.Http.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.contract.Codigo;
import br.com.recarga.platform.TestApplication;
import br.com.recarga.platform.TestApplication.Espera;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Before the routes run, and once the process ends, whoever comes is told so; whoever is in gets an answer. */
class HttpDoorOpensAndClosesTest {

    @Test
    void beforeTheRoutesRunEveryPathIsUnavailableAndNoneIsMissing() throws Exception {
        List<HttpResponse<String>> early = new ArrayList<>();

        try (ConfigurableApplicationContext context = start(starting -> {
            for (String path : List.of("/eco", "/nada", "/quebrado", "/docs", "/openapi.json")) {
                early.add(getNow(port(starting), path));
            }
        })) {

            assertThat(early).hasSize(5).allSatisfy(HttpDoorOpensAndClosesTest::assertUnavailable);
            assertThat(get(port(context), "/openapi.json").statusCode()).isEqualTo(200);
            assertThat(get(port(context), "/nada").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whoeverIsInWhenTheProcessEndsIsAnsweredAndWhoeverComesThenIsToldSo() throws Exception {
        ConfigurableApplicationContext context = start(starting -> {});
        int port = port(context);
        Espera espera = context.getBean(Espera.class);
        CompletableFuture<HttpResponse<String>> inside =
                CLIENT.sendAsync(to(port, "/espera").build(), BodyHandlers.ofString());
        await().until(() -> espera.waiting() == 1);

        CompletableFuture<Void> end = CompletableFuture.runAsync(context::close);
        HttpResponse<String> late = await().until(() -> getNow(port, "/quebrado"), came -> came.statusCode() == 503);
        espera.release();

        assertUnavailable(late);
        assertThat(late.headers().firstValue("Connection")).hasValue("close");
        assertThat(inside.join().statusCode()).isEqualTo(200);
        assertThat(inside.join().body()).isEqualTo("enfim");
        end.join();
    }

    private static void assertUnavailable(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(resposta(response).codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL);
    }

    private static HttpResponse<String> getNow(int port, String path) {
        try {
            return get(port, path);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int port(ConfigurableApplicationContext context) {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** @param beforeTheRoutesRun while the container listens already */
    private static ConfigurableApplicationContext start(Consumer<ConfigurableApplicationContext> beforeTheRoutesRun) {
        return new SpringApplicationBuilder(TestApplication.class)
                .initializers((GenericApplicationContext context) ->
                        context.registerBean(CamelContextConfiguration.class, () -> new CamelContextConfiguration() {
                            @Override
                            public void beforeApplicationStart(CamelContext camel) {
                                beforeTheRoutesRun.accept(context);
                            }

                            @Override
                            public void afterApplicationStart(CamelContext camel) {
                                // too late
                            }
                        }))
                .run("--server.port=0", "--management.server.port=-1", "--hawtio.enabled=false");
    }
}
