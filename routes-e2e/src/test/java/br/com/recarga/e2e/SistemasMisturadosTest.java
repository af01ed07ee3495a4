package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.contract.Topics;
import br.com.recarga.e2e.Api.Answer;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.testkit.FreePorts;
import br.com.recarga.testkit.ServerSentEvents;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Parties that are for different kinds of topics on one broker: {@code server1}, {@code server3} and the second client for
 * their own, {@code server2} and the first client for the shared ones; the third client is told nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SistemasMisturadosTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SENHA = "segredo-de-teste";
    private static final String CREDENTIAL =
            "Basic " + Base64.getEncoder().encodeToString(("operador:" + SENHA).getBytes(StandardCharsets.UTF_8));

    /** Above those that other tests of the same numbers use. */
    private static final int FIRST_TRIP = 1_700;

    private static final List<String> HEARING = List.of("pedidos", "consultas", "telemetria");

    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private final List<Integer> ports = FreePorts.find(6);
    private final List<Api> servers = ports.subList(0, 3).stream().map(Api::new).toList();
    private final List<Api> clients = ports.subList(3, 6).stream().map(Api::new).toList();
    private Broker broker;
    private CamelContext bystander;
    private CamelContext ofBothKinds;

    abstract Broker broker();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = broker();
        broker.start();
        server(1, "proprios", folder);
        ofBothKinds = server(2, "compartilhados", folder).getBean(CamelContext.class);
        bystander = server(3, "proprios", folder).getBean(CamelContext.class);
        client(1, folder, "--recarga.topicos=compartilhados");
        client(2, folder, "--recarga.topicos=proprios");
        client(3, folder);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> clients.stream()
                        .allMatch(client ->
                                client.get("/postos").body().path("servidores").size() == 3));
    }

    @AfterAll
    void stop() throws Exception {
        running.forEach(ConfigurableApplicationContext::close);
        broker.close();
    }

    @ParameterizedTest(name = "client {0}, server {1}")
    @CsvSource({"1, 1", "1, 2", "2, 1", "2, 2", "3, 1", "3, 2"})
    void eachClientReservesMovesAndCancelsAtEachServer(int c, int s) {
        Api client = clients.get(c - 1);
        String serverId = "server" + s;
        OffsetDateTime hora = Reserva.hora();

        Answer made = client.reservar(Reserva.body(serverId, 20 + c, Reserva.placa(), hora));
        String path = "/reservas/" + made.body().path("reserva_id").asText();
        String codigo = made.body().path("codigo_reserva").asText();

        assertThat(made.codigo()).isEqualTo("OK");
        assertThat(client.patch(path, codigo, "{\"inicio\":\"%s\"}".formatted(Reserva.hora()))
                        .codigo())
                .isEqualTo("OK");
        assertThat(client.get(path, codigo).body().at("/reserva/situacao").asText())
                .isEqualTo("CONFIRMADA");
        assertThat(client.delete(path, codigo).codigo()).isEqualTo("OK");
    }

    @ParameterizedTest(name = "client {0}")
    @CsvSource({"1", "2", "3"})
    void eachClientReservesATripOverBothKinds(int c) {
        Answer trip = clients.get(c - 1).post("/viagens", Reserva.viagem(FIRST_TRIP + c));

        assertThat(trip.status()).isEqualTo(200);
        assertThat(trip.body().path("situacao").asText()).isEqualTo("confirmada");
        assertThat(clients.get(c - 1)
                        .delete(
                                "/viagens/" + trip.body().path("viagem_id").asText(),
                                trip.body().path("codigo_reserva").asText())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "client {0}, server {1}")
    @CsvSource({"1, 1", "1, 2", "2, 1", "2, 2", "3, 1", "3, 2"})
    void eachClientIsToldOnceWhatAnOperatorDid(int c, int s) throws Exception {
        int posto = 24 + c;
        try (ServerSentEvents events =
                ServerSentEvents.open(URI.create("http://127.0.0.1:" + ports.get(2 + c) + "/eventos"))) {
            Answer made =
                    clients.get(c - 1).reservar(Reserva.body("server" + s, posto, Reserva.placa(), Reserva.hora()));
            String reservaId = made.body().path("reserva_id").asText();

            maintenance(s, posto, true);
            // told after it, on the same topics
            Answer last =
                    clients.get(c - 1).reservar(Reserva.body("server" + s, posto + 4, Reserva.placa(), Reserva.hora()));
            maintenance(s, posto + 4, true);

            await().atMost(PATIENCE)
                    .until(() -> told(events, last.body().path("reserva_id").asText()) == 1);
            assertThat(told(events, reservaId)).isEqualTo(1);
        } finally {
            maintenance(s, posto, false);
            maintenance(s, posto + 4, false);
        }
    }

    @Test
    void aForgedEventOnTheSharedTopicsIsNotBelievedOfAServerThatIsAskedOnItsOwn() throws Exception {
        try (Peer forger = Peer.mqtt5(broker);
                ServerSentEvents events =
                        ServerSentEvents.open(URI.create("http://127.0.0.1:" + ports.get(3) + "/eventos"))) {
            forger.publish(Topics.reservaEvento("client1"), event("server1", "forjado"));
            forger.publish(Topics.evento("client1", "server3"), event("server1", "forjado"));
            // heard after those, and believed: on an open broker nothing tells who publishes there
            forger.publish(Topics.evento("client1", "server1"), event("server1", "no-topico-dele"));

            await().atMost(PATIENCE).until(() -> told(events, "no-topico-dele") == 1);
            assertThat(told(events, "forjado")).isZero();
        }
    }

    @Test
    void aBystanderServerReceivesNoMessageOfOthers() {
        assertThat(clients.get(1).get("/postos?server_id=server3").status()).isEqualTo(200);
        List<Long> before = heard(bystander);

        for (Api client : clients) {
            for (String serverId : List.of("server1", "server2")) {
                assertThat(client.get("/postos?server_id=" + serverId).status()).isEqualTo(200);
                assertThat(client.reservar(Reserva.body(serverId, 30, Reserva.placa(), Reserva.hora()))
                                .status())
                        .isEqualTo(200);
            }
        }
        try (Peer car = Peer.mqtt5(broker)) {
            car.publish(Topics.carroBateria("ABC1D23", "server1"), "{\"placa\":\"ABC1D23\",\"nivel_bateria\":8}");
            car.publish("carros/ABC1D23/bateria", "{\"placa\":\"ABC1D23\",\"nivel_bateria\":8}");
            // and then a message to it, on each of its connections
            car.publish(Topics.carroBateria("ABC1D23", "server3"), "{\"placa\":\"ABC1D23\",\"nivel_bateria\":8}");
            assertThat(clients.get(1)
                            .reservar(Reserva.body("server3", 30, Reserva.placa(), Reserva.hora()))
                            .status())
                    .isEqualTo(200);
            assertThat(clients.get(1).get("/postos?server_id=server3").status()).isEqualTo(200);
            await().atMost(PATIENCE).until(() -> heard(bystander).get(2) > before.get(2));
        }

        assertThat(heard(bystander)).isEqualTo(before.stream().map(n -> n + 1).toList());
    }

    @Test
    void whoIsToldNothingAsksServersOfOursSoThatNobodyElseHearsIt() {
        Api client = clients.get(2);
        assertThat(client.get("/postos?server_id=server2").status()).isEqualTo(200);
        List<Long> before = heard(ofBothKinds);

        for (String serverId : List.of("server1", "server3")) {
            assertThat(client.reservar(Reserva.body(serverId, 31, Reserva.placa(), Reserva.hora()))
                            .status())
                    .isEqualTo(200);
        }
        // on the connection on which it would have heard those before
        assertThat(client.reservar(Reserva.body("server2", 31, Reserva.placa(), Reserva.hora()))
                        .status())
                .isEqualTo(200);

        assertThat(heard(ofBothKinds).get(0)).isEqualTo(before.get(0) + 1);
    }

    /** How many messages have come to a server so far, by connection; the answer to one may be heard before it is counted. */
    private static List<Long> heard(CamelContext server) {
        ManagedCamelContext managed = server.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        return HEARING.stream()
                .map(managed::getManagedRoute)
                .map(route -> {
                    await().atMost(PATIENCE).until(() -> route.getExchangesInflight() == 0);
                    return counted(route);
                })
                .toList();
    }

    private static long counted(ManagedRouteMBean route) {
        try {
            return route.getExchangesTotal();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long told(ServerSentEvents events, String reservaId) {
        return events.data("reserva").stream()
                .filter(data -> data.contains("\"" + reservaId + "\""))
                .count();
    }

    private static String event(String serverId, String reservaId) {
        return "{\"reserva_id\":\"%s\",\"server_id\":\"%s\",\"situacao\":\"CANCELADA\",\"por\":\"operador\"}"
                .formatted(reservaId, serverId);
    }

    private void maintenance(int server, int posto, boolean on) {
        assertThat(servers.get(server - 1)
                        .put(
                                "/pontos/%d/manutencao".formatted(posto),
                                "{\"em_manutencao\":%s}".formatted(on),
                                "Authorization",
                                CREDENTIAL)
                        .status())
                .isEqualTo(200);
    }

    private ConfigurableApplicationContext server(int n, String topicos, Path folder) {
        return run(
                ServerApplication.application(),
                Ajustes.servidor(
                        broker::conexao,
                        "server" + n,
                        ports.get(n - 1),
                        folder,
                        "--recarga.topicos=" + topicos,
                        "--recarga.operador.senha=" + SENHA));
    }

    private void client(int n, Path folder, String... topicos) {
        run(
                ClientApplication.application(),
                Ajustes.cliente(
                        broker::conexao,
                        "client" + n,
                        ports.get(2 + n),
                        folder,
                        Stream.concat(
                                        Stream.of(topicos),
                                        // nobody asks twice, so that what is heard can be counted
                                        Stream.of("--recarga.prazo=20s", "--recarga.intervalo-repeticao=15s"))
                                .toArray(String[]::new)));
    }

    private ConfigurableApplicationContext run(SpringApplicationBuilder application, String[] settings) {
        ConfigurableApplicationContext context =
                application.registerShutdownHook(false).run(settings);
        running.add(context);
        return context;
    }
}
