package br.com.recarga.server;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.platform.database.DatabaseCommand;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** What an operator does with the database of his server, while it runs and when all is lost. */
@ExtendWith(OutputCaptureExtension.class)
class CopiaDoBancoTest {

    private static final int DRIVERS = 4;
    private static final int BEFORE = 40;
    private static final int AFTER = 20;
    private static final OffsetDateTime AMANHA =
            OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).plusDays(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger pedidos = new AtomicInteger();

    @TempDir
    private Path folder;

    private Path copia;
    private String database;
    private ConfigurableApplicationContext server;

    @BeforeEach
    void start() {
        copia = folder.resolve("copia.db");
        database = "--DATABASE_URL=sqlite:///" + folder.resolve("servidor.db");
        server = run();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWasAcknowledgedBeforeACopyIsInItAndIsServedAfterItWasRestored(CapturedOutput output) throws Exception {
        Map<String, String> codigos = new ConcurrentHashMap<>();
        Set<String> before;
        CountDownLatch begun = new CountDownLatch(BEFORE);
        CountDownLatch goneOn = new CountDownLatch(AFTER);
        AtomicBoolean copied = new AtomicBoolean();
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService drivers = Executors.newFixedThreadPool(DRIVERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < DRIVERS; n++) {
                all.add(drivers.submit(() -> {
                    while (!enough.get()) {
                        boolean late = copied.get();
                        JsonNode reserva = reservar(pedidos.getAndIncrement());
                        assertThat(reserva.path("codigo").asText()).isEqualTo("OK");
                        codigos.put(
                                reserva.path("reserva_id").asText(),
                                reserva.path("codigo_reserva").asText());
                        (late ? goneOn : begun).countDown();
                    }
                    return null;
                }));
            }
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            before = new HashSet<>(codigos.keySet());

            assertThat(comando("copiar", copia.toString())).isZero();

            copied.set(true);
            assertThat(goneOn.await(1, TimeUnit.MINUTES)).isTrue();
            enough.set(true);
            for (Future<?> driver : all) {
                driver.get(1, TimeUnit.MINUTES);
            }
        } finally {
            enough.set(true);
            drivers.shutdown();
        }
        Set<String> kept = column(copia, "SELECT id FROM reservas");
        assertThat(kept).containsAll(before);
        assertThat(column(copia, "PRAGMA integrity_check")).containsExactly("ok");
        String lost = codigos.keySet().stream()
                .filter(id -> !kept.contains(id))
                .findFirst()
                .orElseThrow();
        assertThat(consultar(lost, codigos.get(lost)).statusCode()).isEqualTo(200);

        assertThat(comando("restaurar", copia.toString())).isEqualTo(1);
        assertThat(output.getErr()).contains("já está em uso");
        server.close();
        assertThat(comando("restaurar", copia.toString())).isZero();
        server = run();

        for (String id : before) {
            assertThat(consultar(id, codigos.get(id)).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> unknown = consultar(lost, codigos.get(lost));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("RESERVA_INEXISTENTE");
        JsonNode anew = reservar(pedidos.getAndIncrement());
        assertThat(anew.path("codigo").asText()).isEqualTo("OK");
        assertThat(codigos).doesNotContainKey(anew.path("reserva_id").asText());
    }

    @Test
    void theFileAloneIsNoCopy() throws Exception {
        for (int n = 0; n < BEFORE; n++) {
            reservar(pedidos.getAndIncrement());
        }

        assertThat(comando("copiar", copia.toString())).isZero();
        // last: to close a file lets go of what SQLite has locked in it for this process
        Path bare = Files.copy(folder.resolve("servidor.db"), folder.resolve("so-o-arquivo.db"));

        assertThat(column(copia, "SELECT id FROM reservas")).hasSize(BEFORE);
        // what was done last, or even all of it, lies in the log beside it
        assertThat(column(bare, "SELECT name FROM sqlite_schema WHERE name = 'reservas'")
                                .isEmpty()
                        || column(bare, "SELECT id FROM reservas").size() < BEFORE)
                .isTrue();
    }

    @Test
    void whatIsNotUnderstoodIsExplained(CapturedOutput output) {
        assertThat(comando("copiar")).isEqualTo(2);
        assertThat(comando("copiar", copia.toString(), "mais")).isEqualTo(2);
        assertThat(comando("terminal", "postos")).isEqualTo(2);
        assertThat(output.getErr()).contains("Uso: copiar ARQUIVO");
    }

    private int comando(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(database);
        return DatabaseCommand.run(ServerApplication.CONFIG_NAME, all.toArray(String[]::new));
    }

    private ConfigurableApplicationContext run() {
        return ServerApplication.application()
                .run(
                        database,
                        "--SERVER_ID=servidor",
                        "--MQTT_BROKER=127.0.0.1",
                        // nobody listens there
                        "--MQTT_PORT=1",
                        "--recarga.mqtt.reconnect-delay=1h",
                        "--RECARGA_POSTOS_CSV=src/test/resources/postos.csv",
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--hawtio.enabled=false",
                        "--logging.level.root=warn");
    }

    /** Each number is a car of its own, in an hour of its own. */
    private JsonNode reservar(int n) throws Exception {
        OffsetDateTime inicio = AMANHA.plusHours(n);
        String body = """
                {"carro":{"placa":"COP%04d","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":12.5,
                 "taxa_descarga":0.15},"posto_id":1,"inicio":"%s","fim":"%s"}""".formatted(n, inicio, inicio.plusHours(1));
        HttpRequest request = to("/reservas")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return ContractJson.mapper()
                .readTree(http.send(request, BodyHandlers.ofByteArray()).body());
    }

    private HttpResponse<String> consultar(String id, String codigo) throws Exception {
        return http.send(
                to("/reservas/" + id).header("X-Codigo-Reserva", codigo).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        int port = ((ServletWebServerApplicationContext) server).getWebServer().getPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    private static Set<String> column(Path file, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Set<String> values = new HashSet<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
