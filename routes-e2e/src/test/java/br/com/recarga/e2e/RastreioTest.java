package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.e2e.Coletor.Trecho;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.testkit.FreePorts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A request is one trace through all processes, and a trip too, whichever operators it goes over. */
@Tag(Modo.FIO)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RastreioTest {

    private static final Duration SENT = Duration.ofSeconds(30);

    private static final String PLACA = "RAS1T23";

    private static final OffsetDateTime INICIO =
            OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).plusDays(3);

    /** As OpenTelemetry takes them from the environment. */
    private static final Map<String, String> OTEL = Map.of("otel.bsp.schedule.delay", "50");

    private static final String ENDPOINT = "otel.exporter.otlp.endpoint";

    private final List<ConfigurableApplicationContext> processes = new ArrayList<>();
    private Coletor coletor;
    private Broker broker;
    private int port;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        coletor = new Coletor();
        System.setProperty(ENDPOINT, coletor.url());
        OTEL.forEach(System::setProperty);
        broker = Modo.broker();
        broker.start();
        List<Integer> ports = FreePorts.find(4);
        for (int n = 1; n <= 3; n++) {
            processes.add(ServerApplication.application()
                    .run(Ajustes.servidor(
                            broker::conexao, "server" + n, ports.get(n), folder, "--recarga.rastreio=true")));
        }
        port = ports.get(0);
        processes.add(ClientApplication.application()
                .run(Ajustes.cliente(broker::conexao, "client1", port, folder, "--recarga.rastreio=true")));
        Api api = new Api(port);
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            String known = api.get("/postos").body().path("servidores").toString();
            return known.contains("server1") && known.contains("server2") && known.contains("server3");
        });
    }

    @AfterAll
    void stop() throws Exception {
        processes.forEach(ConfigurableApplicationContext::close);
        broker.stop();
        coletor.close();
        System.clearProperty(ENDPOINT);
        OTEL.keySet().forEach(System::clearProperty);
    }

    @Test
    void aTripOverThreeOperatorsIsOneTrace() throws Exception {
        HttpResponse<String> answer = post("/viagens", viagem(), "viagem-rastreada");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

        List<Trecho> trace = traceOf(
                answer,
                trechos -> trechos.stream()
                                .filter(trecho -> trecho.nome().equals("CONFIRMAR"))
                                .count()
                        == 6);

        assertThat(trace).extracting(Trecho::servico).contains("client1", "server1", "server2", "server3");
        assertThat(namesAt(trace, "client1")).contains("POST /viagens", "PRE_RESERVAR", "CONFIRMAR");
        for (String server : List.of("server1", "server2", "server3")) {
            assertThat(namesAt(trace, server)).contains("PRE_RESERVAR", "CONFIRMAR", "viagem-segurar", "publicar");
        }
        assertHangsTogether(trace);
    }

    @Test
    void aReservationIsOneFromItsDoorToItsRowAndBack() throws Exception {
        HttpResponse<String> answer = post("/reservar", reserva(9), "reserva-rastreada");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

        List<Trecho> trace = traceOf(
                answer,
                trechos -> trechos.stream().anyMatch(trecho -> trecho.nome().equals("publicar"))
                        && trechos.stream().anyMatch(trecho -> trecho.nome().equals("POST /reservar")));

        assertThat(namesAt(trace, "client1")).containsExactlyInAnyOrder("POST /reservar", "RESERVAR");
        assertThat(namesAt(trace, "server1")).contains("RESERVAR", "reserva-inserir", "publicar");
        assertHangsTogether(trace);
    }

    @Test
    void whatIsAnybodysDoesNotLeaveTheProcesses() throws Exception {
        HttpResponse<String> answer = post("/reservar", reserva(10), "reserva-de-alguem");
        String codigo = answer.body().replaceFirst(".*\"codigo_reserva\":\"([^\"]+)\".*", "$1");
        String reservaId = answer.body().replaceFirst(".*\"reserva_id\":\"([^\"]+)\".*", "$1");
        HttpResponse<String> read = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/reservas/" + reservaId
                                        + "?codigo_reserva=" + codigo))
                                .build(),
                        BodyHandlers.ofString());
        traceOf(
                read,
                trechos -> trechos.stream().anyMatch(trecho -> trecho.nome().startsWith("GET /reservas")));

        assertThat(codigo).isNotEqualTo(answer.body());
        assertThat(coletor.text())
                .contains("RESERVAR")
                .doesNotContain(PLACA, codigo, reservaId, "reserva-de-alguem", "BYD", "127.0.0.1");
    }

    @Test
    void whatNobodyWaitsForBeginsNoTrace() throws Exception {
        traceOf(post("/reservar", reserva(11), "mais-uma"), trechos -> !trechos.isEmpty());

        Set<String> beginnings = coletor.trechos().stream()
                .filter(trecho -> trecho.pai().isEmpty())
                .map(Trecho::nome)
                .collect(Collectors.toSet());
        assertThat(beginnings).isNotEmpty().allMatch(name -> name.matches("(GET|POST) /.*"));
    }

    /** Every span but the first has its parent in the trace. */
    private static void assertHangsTogether(List<Trecho> trace) {
        Set<String> ids = trace.stream().map(Trecho::id).collect(Collectors.toSet());
        assertThat(trace).filteredOn(trecho -> trecho.pai().isEmpty()).hasSize(1);
        assertThat(trace).filteredOn(trecho -> !trecho.pai().isEmpty()).allMatch(trecho -> ids.contains(trecho.pai()));
    }

    private static List<String> namesAt(List<Trecho> trace, String process) {
        return trace.stream()
                .filter(trecho -> trecho.servico().equals(process))
                .map(Trecho::nome)
                .toList();
    }

    private List<Trecho> traceOf(HttpResponse<String> answer, Predicate<List<Trecho>> complete) {
        String traceId =
                answer.headers().firstValue("traceresponse").orElseThrow().split("-")[1];
        return await().atMost(SENT)
                .until(
                        () -> coletor.trechos().stream()
                                .filter(trecho -> trecho.traceId().equals(traceId))
                                .toList(),
                        complete);
    }

    private HttpResponse<String> post(String path, String body, String key) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String reserva(int hours) {
        return """
                {"server_id":"server1","posto_id":3,"placa":"%s","modelo":"BYD Dolphin","capacidade_bateria":44.9,
                 "nivel_bateria_atual":40.0,"taxa_descarga":0.15,"inicio":"%s","fim":"%s"}""".formatted(
                        PLACA, INICIO.plusHours(hours), INICIO.plusHours(hours).plusMinutes(30));
    }

    private static String viagem() {
        return """
                {"carro":{"placa":"%s","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":40.0,
                          "taxa_descarga":0.15},
                 "paradas":[{"server_id":"server1","posto_id":5,"inicio":"%s","fim":"%s"},
                            {"server_id":"server2","posto_id":7,"inicio":"%s","fim":"%s"},
                            {"server_id":"server3","posto_id":2,"inicio":"%s","fim":"%s"}]}""".formatted(
                        PLACA,
                        INICIO.plusDays(1),
                        INICIO.plusDays(1).plusHours(1),
                        INICIO.plusDays(1).plusHours(14),
                        INICIO.plusDays(1).plusHours(15),
                        INICIO.plusDays(2).plusHours(12),
                        INICIO.plusDays(2).plusHours(13));
    }
}
