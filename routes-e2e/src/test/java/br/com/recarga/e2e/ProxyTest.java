package br.com.recarga.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Topics;
import br.com.recarga.e2e.Navegador.Janela;
import br.com.recarga.local.LocalSettings;
import br.com.recarga.local.SistemaLocal;
import br.com.recarga.testkit.FreePorts;
import br.com.recarga.testkit.ServerSentEvents;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.HttpCredentials;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that people open works behind the example of a proxy with TLS, at ports that are not TLS's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("br.com.recarga.e2e.Nginx#possivelOuExigido")
class ProxyTest {

    private static final String SENHA = "segredo-de-teste";
    private static final String SILENT = "server9";
    private static final String READ = """
            {"type":"read","mbean":"java.lang:type=Runtime","attribute":"Uptime"}""";

    private BrokerEmbutido broker;
    private SistemaLocal sistema;
    /** Of its own: a process shows the contexts of all tests that run in it. */
    private Processo observed;

    private Nginx nginx;
    private HttpClient http;
    private String cliente;
    private String servidor;
    private String gestao;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = new BrokerEmbutido();
        broker.start();
        List<Integer> ports = FreePorts.find(4);
        sistema = SistemaLocal.start(
                new LocalSettings(
                        broker.port(Broker.ADMIN),
                        ports.subList(0, 1),
                        ports.subList(1, 2),
                        -1,
                        folder,
                        Path.of("../data")),
                "--recarga.prazo=1s",
                "--recarga.espera-viagem=3s",
                "--recarga.operador.senha=" + SENHA);
        observed = new Processo(
                ClientApplication.class,
                Path.of("target", "ProxyTest-observado.log"),
                Ajustes.cliente(
                        broker::conexao,
                        "observado",
                        ports.get(3),
                        folder,
                        "--management.server.port=" + ports.get(2),
                        "--recarga.gestao.senha=" + SENHA));
        observed.start();
        nginx = new Nginx(folder);
        nginx.start(ports.get(1), ports.get(0), ports.get(2));
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(nginx.trust())
                .build();
        cliente = "https://localhost:" + nginx.clientPort();
        servidor = "https://localhost:" + nginx.serverPort();
        gestao = "https://localhost:" + nginx.managementPort();
        await().atMost(Duration.ofSeconds(60)).until(sistema::isReady);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> send(operator("recarga", get(gestao + "/actuator/health")))
                                .statusCode()
                        == 200);
    }

    @AfterAll
    void stop() throws Exception {
        nginx.close();
        observed.close();
        sistema.close();
        broker.close();
    }

    @Test
    void aReservationIsMade() throws Exception {
        HttpResponse<String> answer =
                send(post(cliente + "/reservar", Reserva.body("server1", 5, Reserva.placa(), Reserva.hora())));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"codigo_reserva\"");
    }

    @Test
    void theWayToTheDocumentsStaysAtTheAddressByWhichItBegan() throws Exception {
        for (String base : List.of(cliente, servidor)) {
            HttpResponse<String> redirect = send(get(base + "/docs"));

            assertThat(redirect.statusCode()).isEqualTo(302);
            URI next = redirect.uri()
                    .resolve(redirect.headers().firstValue("Location").orElseThrow());
            assertThat(next).hasToString(base + "/docs/index.html");
            assertThat(send(get(next.toString())).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theDocumentNamesTheAddressByWhichItsReaderCame() throws Exception {
        for (String base : List.of(cliente, servidor)) {
            URI document = URI.create(base + "/openapi.json");
            JsonNode server = ContractJson.mapper()
                    .readTree(send(get(document.toString())).body())
                    .at("/servers/0/url");

            assertThat(document.resolve(server.textValue())).hasToString(base + "/");
        }
    }

    @Test
    void theOperatorIsAskedForTheCredentialAndLetInWithIt() throws Exception {
        HttpResponse<String> stranger = send(get(servidor + "/reservas"));

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(asked -> assertThat(asked).startsWith("Basic "));
        assertThat(send(operator(get(servidor + "/reservas"))).statusCode()).isEqualTo(200);
    }

    @Test
    void theOperatorsPageMayWriteAndAPageOfAnotherOriginMayNot() throws Exception {
        assertThat(write(servidor)).isEqualTo(200);
        // another port is another page
        assertThat(write(cliente)).isEqualTo(403);
        assertThat(write("https://outro.example")).isEqualTo(403);
    }

    @Test
    void whatACallerSaysOfHisOwnHostCountsForNothing() throws Exception {
        HttpRequest.Builder forged = operator(disponibilidade())
                .header("Origin", "https://outro.example")
                .header("X-Forwarded-Host", "outro.example")
                .header("Forwarded", "host=outro.example;proto=https");

        assertThat(send(forged).statusCode()).isEqualTo(403);
    }

    @Test
    void aListOfPointsThatIsTooLargeIsRefusedInTheWordsOfTheContract() throws Exception {
        HttpRequest.Builder large = operator(HttpRequest.newBuilder(URI.create(servidor + "/pontos/importar"))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(new byte[2 * 1024 * 1024])));

        HttpResponse<String> answer = send(large);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("LIMITE_EXCEDIDO");
    }

    @Test
    void eventsArriveAsTheyHappen() throws Exception {
        try (ServerSentEvents events = ServerSentEvents.open(http, URI.create(cliente + "/eventos"));
                Peer other = Peer.mqtt5(broker)) {
            await().until(() -> events.data("servidor").stream().anyMatch(known -> known.contains("server1")));

            announce(other, "server5", "online");

            await().until(() -> events.data("servidor").stream().anyMatch(news -> news.contains("server5")));
        }
    }

    @Test
    void whereATripCanBeSeenIsSaidForTheSameAddress() throws Exception {
        try (Peer hung = Peer.mqtt5(broker)) {
            announce(hung, SILENT, "online");
            await().until(() -> send(get(cliente + "/servidores")).body().contains(SILENT));

            HttpResponse<String> trip =
                    send(post(cliente + "/viagens", Reserva.viagem(1).replace("server2", SILENT)));
            announce(hung, SILENT, "offline");

            assertThat(trip.statusCode()).isEqualTo(202);
            URI where = trip.uri().resolve(trip.headers().firstValue("Location").orElseThrow());
            assertThat(where.toString()).startsWith(cliente + "/viagens/");
            String codigo = ContractJson.mapper()
                    .readTree(trip.body())
                    .path("codigo_reserva")
                    .asText();
            assertThat(send(get(where.toString()).header("X-Codigo-Reserva", codigo))
                            .statusCode())
                    .isIn(200, 202);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/jolokia", "/actuator/hawtio/jolokia"})
    void hawtiosQuestionsAreAnswered(String path) throws Exception {
        HttpResponse<String> answer =
                send(operator("recarga", post(gestao + path, READ)).header("Origin", gestao));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ContractJson.mapper().readTree(answer.body()).path("value").isNumber())
                .as(answer.body())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://outro.example", "https://localhost:1"})
    void thoseOfAnotherOriginAreNot(String origin) throws Exception {
        HttpRequest.Builder question =
                operator("recarga", post(gestao + "/actuator/jolokia", READ)).header("Origin", origin);

        assertThat(send(question).statusCode()).isEqualTo(403);
    }

    @Test
    @EnabledIf("br.com.recarga.e2e.Navegador#possivelOuExigido")
    void hawtioShowsTheRoutesInABrowser() {
        try (Navegador navegador = new Navegador();
                Janela janela = navegador.abrir(1600, 900, ColorScheme.LIGHT, new HttpCredentials("recarga", SENHA))) {
            assertThat(Hawtio.rota(janela.page(), gestao, "observado", "pedir-postos"))
                    .containsText("Started");
        }
    }

    @Test
    @EnabledIf("br.com.recarga.e2e.Navegador#possivelOuExigido")
    void theDriversPageShowsThePointsAndHearsOfChanges() {
        try (Navegador navegador = new Navegador();
                Janela janela = navegador.abrir(1280, 900, ColorScheme.LIGHT)) {
            janela.page().navigate(cliente + "/");

            assertThat(janela.page().locator("#ligacao")).hasText("Ao vivo");
            assertThat(janela.faults()).isEmpty();
        }
    }

    private int write(String origin) throws Exception {
        return send(operator(disponibilidade()).header("Origin", origin)).statusCode();
    }

    private HttpRequest.Builder disponibilidade() {
        return HttpRequest.newBuilder(URI.create(servidor + "/pontos/1/disponibilidade"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"disponivel\":true}"));
    }

    private static void announce(Peer peer, String serverId, String status) {
        peer.publishRetained(
                Topics.servidorStatus(serverId),
                "{\"server_id\":\"%s\",\"status\":\"%s\",\"timestamp\":\"2026-01-01T00:00:00-03:00\"}"
                        .formatted(serverId, status));
    }

    private static HttpRequest.Builder get(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
    }

    private static HttpRequest.Builder post(String url, String body) {
        return get(url).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder operator(HttpRequest.Builder request) {
        return operator("operador", request);
    }

    private static HttpRequest.Builder operator(String user, HttpRequest.Builder request) {
        String credentials = Base64.getEncoder().encodeToString((user + ':' + SENHA).getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
