package br.com.recarga.platform;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.ReservarBody;
import br.com.recarga.contract.Resposta;
import br.com.recarga.platform.erros.ErrorReplies;
import br.com.recarga.platform.http.Entrada;
import br.com.recarga.platform.http.EventStream;
import br.com.recarga.platform.http.HttpReplies;
import br.com.recarga.platform.http.OpenApiDocument;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.AsyncProcessorSupport;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The smallest application that stands on the platform, and a route for everything that can happen to a request. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
public class TestApplication {

    /** Bytes of an answer that no socket takes at once. */
    public static final int GRANDE = 6 * 1024 * 1024;

    @Bean
    ErrorReplies errorReplies() {
        return new ErrorReplies(failure -> false);
    }

    @Bean
    Espera espera() {
        return new Espera();
    }

    @Bean
    Ouvintes ouvintes() {
        return new Ouvintes();
    }

    @Bean
    OpenApiDocument openApi() {
        return new OpenApiDocument("openapi-teste.yaml");
    }

    @Bean
    RouteBuilder routes(Espera espera, Ouvintes ouvintes) {
        return new RouteBuilder() {
            // @formatter:off
            @Override
            public void configure() {
                from("platform-http:/eco").routeId("eco")
                    .convertBodyTo(byte[].class)
                    .setHeader(Exchange.CONTENT_TYPE, constant("application/octet-stream"));
                from("platform-http:/eco/{id}").routeId("eco-caminho").setBody(header("id"))
                    .setHeader(Exchange.CONTENT_TYPE, constant("text/plain; charset=utf-8"));
                from("platform-http:/espera").routeId("espera").process(espera);
                from("platform-http:/falha").routeId("falha").process(exchange -> {
                    throw new IllegalStateException("segredo");
                });
                from("platform-http:/sem-resposta").routeId("sem-resposta").process(espera)
                    .setBody(exchange -> new Unwritable());
                from("platform-http:/grande").routeId("grande").setBody(exchange -> grande());
                from("platform-http:/grande-tardio").routeId("grande-tardio").process(espera)
                    .setBody(exchange -> grande());
                from("platform-http:/parada").routeId("parada").setBody(constant("nunca"));
                from("platform-http:/fluxo").routeId("fluxo").setBody(exchange -> ouvintes.novo());
                from("platform-http:/fluxo-que-falha").routeId("fluxo-que-falha").setBody(exchange -> ouvintes.novo())
                    .process(exchange -> {
                        throw new IllegalStateException("segredo");
                    });
                from("platform-http:/fluxo-tardio").routeId("fluxo-tardio").process(espera)
                    .setBody(exchange -> ouvintes.novo());

                rest().post("/reservar").routeId("post-reservar").consumes("application/json").to("direct:reservar");
                from("direct:reservar").routeId("reservar")
                    .routeConfigurationId(HttpReplies.ID)
                    .setVariable(HttpReplies.REQUEST_ID.name(), header("Idempotency-Key"))
                    .setVariable(HttpReplies.FLATTENED.name(), constant("carro."))
                    .process(Entrada.ler(ReservarBody.class))
                    .setVariable(HttpReplies.SERVER_ID.name(), simple("${body.serverId}"))
                    .setBody(exchange -> request(exchange))
                    .to("bean-validator:reserva")
                    .setBody(exchange -> reply(exchange))
                    .process(HttpReplies::reply);
            }
            // @formatter:on
        };
    }

    private static byte[] grande() {
        byte[] zs = new byte[GRANDE];
        Arrays.fill(zs, (byte) 'Z');
        return zs;
    }

    private static ReservaRequest request(Exchange exchange) {
        return exchange.getMessage().getBody(ReservarBody.class).toRequest(HttpReplies.REQUEST_ID.get(exchange), "c1");
    }

    private static Resposta reply(Exchange exchange) {
        ReservaRequest request = exchange.getMessage().getBody(ReservaRequest.class);
        if (request.postoId() == 500) {
            throw new IllegalStateException("segredo");
        }
        return Resposta.de(request.requestId(), request.serverId(), Codigo.OK, "feito")
                .postoId(request.postoId())
                .placa(request.carro().placa())
                .build();
    }

    /** A step that waits without a thread until the test lets it go on. */
    public static final class Espera extends AsyncProcessorSupport {

        private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            waiting.add(() -> {
                exchange.getMessage().setBody("enfim");
                callback.done(false);
            });
            return false;
        }

        /** How many requests wait here. */
        public int waiting() {
            return waiting.size();
        }

        /** Lets all of them go on, one after the other, on this thread. */
        public void release() {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
            }
        }
    }

    /** Streams of events that are open. */
    public static final class Ouvintes {

        private final Set<EventStream> abertos = ConcurrentHashMap.newKeySet();

        EventStream novo() {
            EventStream stream = new EventStream(abertos::remove);
            abertos.add(stream);
            stream.send("data: primeiro\n\n".getBytes(StandardCharsets.UTF_8));
            return stream;
        }

        public Set<EventStream> abertos() {
            return abertos;
        }

        public void send(String event) {
            byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
            abertos.forEach(stream -> stream.send(bytes));
        }
    }

    /** Something beside Camel that fails. */
    @RestController
    static class Fault {

        @GetMapping("/quebrado")
        String quebrado() {
            throw new IllegalStateException("segredo");
        }
    }

    /** A body that no converter can turn into bytes. */
    private static final class Unwritable {

        @Override
        public String toString() {
            throw new IllegalStateException("segredo");
        }
    }
}
