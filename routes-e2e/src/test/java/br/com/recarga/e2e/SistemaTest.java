package br.com.recarga.e2e;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.contract.Topics;
import br.com.recarga.e2e.Api.Answer;
import br.com.recarga.local.LocalSettings;
import br.com.recarga.local.SistemaLocal;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.testkit.FreePorts;
import br.com.recarga.testkit.OnPostgresql;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Three servers and two clients on one broker. */
@Tag(Modo.FIO)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SistemaTest implements Telemetria {

    /** What an operator promises after its broker is back. */
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    private static final int PAIRS_AT_ONCE = 20;
    private static final String OPERADOR_SENHA = "segredo-de-teste";
    private static final String SILENT = "server9";
    private static final String ORIGINAL = "server8";

    private Path dataDir;
    private Broker broker;
    private LocalSettings settings;
    private SistemaLocal sistema;
    private Api client1;
    private Api client2;
    private List<Api> servers;

    abstract Broker broker() throws Exception;

    /** How many pairs of trips cross; a multiple of {@link #PAIRS_AT_ONCE}. */
    int crossingTrips() {
        return 200;
    }

    @Override
    public Broker started() {
        return broker;
    }

    @Override
    public Api server(int n) {
        return servers.get(n - 1);
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        dataDir = folder;
        broker = broker();
        List<Integer> ports = FreePorts.find(5);
        settings = new LocalSettings(
                broker.port(Broker.ADMIN), ports.subList(0, 3), ports.subList(3, 5), -1, dataDir, Path.of("../data"));
        // the broker is down while all others start
        sistema = SistemaLocal.start(
                settings,
                party -> Stream.concat(
                        broker.conexao(party),
                        OnPostgresql.chosen()
                                ? Ajustes.banco(dataDir.resolve(party.substring(2) + ".db"))
                                : Stream.empty()),
                // ample for a cold JVM on a busy machine
                "--recarga.prazo=10s",
                "--recarga.intervalo-repeticao=500ms",
                // they run by one clock
                "--recarga.folga-relogio=0s",
                "--recarga.operador.senha=" + OPERADOR_SENHA,
                // all drivers of the system come from one address
                "--recarga.limites.leituras=1000000",
                "--recarga.limites.escritas=1000000",
                "--recarga.limites.conexoes=8192",
                // and some of them come often
                "--recarga.cotas.por-placa=0",
                "--recarga.cotas.pre-reservas=0",
                "--recarga.cotas.dias-adiante=0");
        client1 = new Api(ports.get(3));
        client2 = new Api(ports.get(4));
        servers = ports.subList(0, 3).stream().map(Api::new).toList();
        assertThat(servers.get(0).get("/status").body().get("mqtt_conectado").asBoolean())
                .isFalse();
        // not that there are none: nobody knows
        assertThat(client1.get("/postos").status()).isEqualTo(503);
        broker.start();
        // everything runs for the first time here
        await().atMost(Duration.ofSeconds(60)).untilAsserted(this::everybodyAnswers);
    }

    @AfterAll
    void stop() throws Exception {
        sistema.close();
        broker.close();
    }

    @Test
    void theSameSlotIsReservedOnceAndThenRefusedWithAlternatives() {
        OffsetDateTime hora = Reserva.hora();

        Answer first = client1.reservar(Reserva.body("server1", 5, Reserva.placa(), hora));
        Answer second = client2.reservar(Reserva.body("server1", 5, Reserva.placa(), hora));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.codigo()).isEqualTo("OK");
        assertThat(first.body().get("reserva_id").asText()).startsWith("server1-");
        assertThat(first.body().get("codigo_reserva").asText()).hasSizeGreaterThan(15);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.codigo()).isEqualTo("POSTO_OCUPADO");
        List<Double> distances = new ArrayList<>();
        second.body().get("alternativas").forEach(posto -> {
            assertThat(posto.get("id").asInt()).isNotEqualTo(5);
            assertThat(posto.get("disponivel").asBoolean()).isTrue();
            distances.add(posto.get("distancia_km").asDouble());
        });
        assertThat(distances).isNotEmpty().isSorted();
    }

    @Test
    void ofTwoTripsThatWantTheSameSlotsOneGetsAllAndTheOtherNothing() throws SQLException {
        int pairs = crossingTrips();
        int before1 = count("server1", "reservas_ativas");
        int before2 = count("server2", "reservas_ativas");

        for (int first = 0; first < pairs; first += PAIRS_AT_ONCE) {
            List<CompletableFuture<Answer>> trips = IntStream.range(first, first + PAIRS_AT_ONCE)
                    .boxed()
                    .flatMap(pair -> Stream.of(
                            client1.viagemAsync(Reserva.viagem(pair)), client2.viagemAsync(Reserva.viagem(pair))))
                    .toList();
            List<Answer> answers = all(trips);
            for (int pair = 0; pair < PAIRS_AT_ONCE; pair++) {
                assertThat(List.of(
                                decidida(client1, answers.get(2 * pair)), decidida(client2, answers.get(2 * pair + 1))))
                        .containsExactlyInAnyOrder(200, 409);
            }
        }

        assertThat(count("server1", "reservas_ativas")).isEqualTo(before1 + pairs);
        assertThat(count("server2", "reservas_ativas")).isEqualTo(before2 + pairs);
    }

    /** What became of a trip: where a broker or a server was silent for a moment, its driver hears first that it is under way. */
    private static int decidida(Api client, Answer answer) {
        if (answer.status() != 202) {
            return answer.status();
        }
        String viagem = "/viagens/" + answer.body().get("viagem_id").asText();
        String codigo = answer.body().get("codigo_reserva").asText();
        String situacao = await().atMost(RECOVERY)
                .until(
                        () -> client.get(viagem, codigo).body().get("situacao").asText(),
                        agora -> !agora.equals("em_andamento"));
        assertThat(situacao).isIn("confirmada", "recusada");
        return situacao.equals("confirmada") ? 200 : 409;
    }

    @Test
    void whileAnotherProcessHoldsADatabaseWhatOnlyAsksDoesNotWaitBehindWhatWrites() throws SQLException {
        String placa = Reserva.placa();
        OffsetDateTime hora = Reserva.hora();
        List<CompletableFuture<Answer>> writes = new ArrayList<>();
        try (Connection other = open("server3");
                Statement statement = other.createStatement()) {
            statement.execute(Ajustes.TRANCAR);
            for (int i = 0; i < PAIRS_AT_ONCE; i++) {
                writes.add(client1.reservarAsync(Reserva.body("server3", 1 + i, Reserva.placa(), hora)));
            }
            // the first has waited in vain, and the others wait behind it
            assertThat(writes.get(0).join().status()).isIn(503, 504);

            Answer list = client1.get("/postos?server_id=server3");
            Answer reservations = client1.get("/reservas?server_id=server3&placa=" + placa);

            assertThat(list.status()).isEqualTo(200);
            assertThat(reservations.status()).isEqualTo(200);
            statement.execute("ROLLBACK");
        }
        all(writes);
    }

    @Test
    void aKeyOfATripThatIsUsedAtTwoClientsNeitherHidesTheTripNorUndoesIt() {
        String body = Reserva.viagem(1_900);
        Answer first = client1.post("/viagens", body, "Idempotency-Key", "viagem-em-dois-clientes");

        Answer second = client2.post("/viagens", body, "Idempotency-Key", "viagem-em-dois-clientes");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.codigo()).isEqualTo("CHAVE_REUTILIZADA");
        JsonNode trip = client1.get(
                        "/viagens/" + first.body().path("viagem_id").asText(),
                        first.body().path("codigo_reserva").asText())
                .body();
        assertThat(trip.path("situacao").asText()).isEqualTo("confirmada");
        assertThat(trip.path("paradas"))
                .hasSize(2)
                .allMatch(parada -> parada.path("situacao").asText().equals("CONFIRMADA"));
    }

    @Test
    void ofAKeyThatIsUsedAtTwoClientsAtTheSameTimeWhoeverIsNotToldOfTheTripIsToldSo() {
        List<CompletableFuture<Answer>> both = new ArrayList<>();
        for (int i = 0; i < PAIRS_AT_ONCE; i++) {
            String body = Reserva.viagem(1_920 + i);
            for (Api client : List.of(client1, client2)) {
                both.add(client.viagemAsync(body, "Idempotency-Key", "viagem-em-dois-clientes-" + i));
            }
        }

        List<Answer> answers = all(both);

        for (int i = 0; i < PAIRS_AT_ONCE; i++) {
            assertThat(List.of(decidida(client1, answers.get(2 * i)), decidida(client2, answers.get(2 * i + 1))))
                    .isSubsetOf(200, 409, 422)
                    .containsAnyOf(409, 422);
        }
    }

    @Test
    @EnabledIf("br.com.recarga.e2e.Passeio#possivelOuExigido")
    void theTourPrintsWhatItSays() throws Exception {
        Passeio tour = Passeio.de(Path.of("../docs/passeio.md"));

        List<String> printed = tour.executar(
                Map.of(
                        8001, settings.clientPorts().get(0),
                        8002, settings.clientPorts().get(1),
                        9007, settings.serverPorts().get(0),
                        9002, settings.serverPorts().get(1)),
                Map.of("RECARGA_OPERADOR_SENHA", OPERADOR_SENHA));

        assertThat(printed).isEqualTo(tour.esperado());
    }

    @Test
    void ofTwoHundredCallersForOneSlotExactlyOneWins() {
        OffsetDateTime hora = Reserva.hora();

        List<Answer> answers = all(IntStream.range(0, 200)
                .mapToObj(n -> (n % 2 == 0 ? client1 : client2)
                        .reservarAsync(Reserva.body("server2", 7, Reserva.placa(), hora)))
                .toList());

        Map<String, Long> byCode = answers.stream().collect(groupingBy(Answer::codigo, counting()));
        assertThat(byCode).isEqualTo(Map.of("OK", 1L, "POSTO_OCUPADO", 199L));
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerAndHasNoSecondEffect() throws SQLException {
        String body = Reserva.body("server3", 3, Reserva.placa(), Reserva.hora());
        String key = "chave-" + getClass().getSimpleName();

        Answer first = client1.reservar(body, "Idempotency-Key", key);
        int reservas = count("server3", "reservas");
        Answer again = client2.reservar(body, "Idempotency-Key", key);
        Answer other = client1.reservar(body.replace("\"posto_id\":3", "\"posto_id\":4"), "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().get("request_id").asText()).isEqualTo(key);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.codigo()).isEqualTo("CHAVE_REUTILIZADA");
        assertThat(count("server3", "reservas")).isEqualTo(reservas);
    }

    @Test
    void aReservationIsReadMovedAndCancelledThroughAnyClient() {
        OffsetDateTime hora = Reserva.hora();
        OffsetDateTime outra = Reserva.hora();
        String placa = Reserva.placa();
        String key = "vida-" + getClass().getSimpleName();
        Answer feita = client1.reservar(Reserva.body("server2", 11, placa, hora), "Idempotency-Key", key);
        String path = "/reservas/" + feita.body().get("reserva_id").asText();
        String codigo = feita.body().get("codigo_reserva").asText();

        assertThat(client2.get(path).codigo()).isEqualTo("RESERVA_INEXISTENTE");
        assertThat(client2.get(path, codigo).body().at("/reserva/placa").asText())
                .isEqualTo(placa);
        JsonNode resumo = client2.get("/reservas/" + key + "?server_id=server2").body();
        assertThat(resumo.at("/reserva/situacao").asText()).isEqualTo("CONFIRMADA");
        assertThat(resumo.get("reserva").has("placa")).isFalse();
        assertThat(client2.get("/reservas?placa=" + placa).body().get("reservas"))
                .isEmpty();
        assertThat(client2.get("/reservas?placa=" + placa, codigo)
                        .body()
                        .at("/reservas/0/posto_id")
                        .asInt())
                .isEqualTo(11);

        Answer mudada = client2.patch(path, codigo, "{\"inicio\":\"%s\"}".formatted(outra));
        assertThat(mudada.status()).as("%s", mudada.body()).isEqualTo(200);
        assertThat(client1.patch(path, "errado", "{\"inicio\":\"%s\"}".formatted(hora))
                        .status())
                .isEqualTo(404);
        assertThat(client1.delete(path, "errado").status()).isEqualTo(404);
        assertThat(client1.delete(path + "?motivo=Mudei%20de%20planos", codigo).status())
                .isEqualTo(200);

        JsonNode fim = client1.get(path, codigo).body().get("reserva");
        assertThat(fim.get("situacao").asText()).isEqualTo("CANCELADA");
        assertThat(fim.get("historico")).hasSize(3);
        assertThat(fim.at("/historico/2/motivo").asText()).isEqualTo("Mudei de planos");
        assertThat(client1.reservar(Reserva.body("server2", 11, Reserva.placa(), outra))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aChangeThatLayInAHungLineDoesNotUndoTheOneThatWasMadeThroughAnotherClient(@TempDir Path folder)
            throws Exception {
        OffsetDateTime hora = Reserva.hora();
        OffsetDateTime antiga = Reserva.hora();
        OffsetDateTime nova = Reserva.hora();
        int port = FreePorts.find(1).get(0);
        try (Intermediario line = new Intermediario(broker);
                Peer driver = Peer.mqtt5(broker, "c.client_preso");
                ConfigurableApplicationContext hung = clientBehind(line, port, folder)) {
            assertThat(hung.isRunning()).isTrue();
            String reply = Modo.topico("client/client_preso/postos/alteracao/response", "server2", "client_preso");
            driver.subscribe(reply);
            Api client = new Api(port);
            await().until(() -> client.get("/postos?server_id=server2").status() == 200);
            Answer feita = client.reservar(Reserva.body("server2", 12, Reserva.placa(), hora));
            String path = "/reservas/" + feita.body().get("reserva_id").asText();
            String codigo = feita.body().get("codigo_reserva").asText();

            line.arm(Modo.topico(Topics.POSTOS_ALTERACAO, "server2", "client_preso"), Intermediario.Falha.RETEM);
            Answer unheard = client.patch(path, codigo, "{\"inicio\":\"%s\"}".formatted(antiga));
            Answer newer = client2.patch(path, codigo, "{\"inicio\":\"%s\"}".formatted(nova));
            line.heal();

            assertThat(unheard.status()).isEqualTo(504);
            assertThat(newer.status()).isEqualTo(200);
            JsonNode late = driver.received(reply);
            assertThat(late.get("codigo").asText()).isEqualTo("TEMPO_ESGOTADO");
            assertThat(OffsetDateTime.parse(client2.get(path, codigo)
                            .body()
                            .at("/reserva/inicio")
                            .asText()))
                    .isEqualTo(nova);
        }
    }

    private static ConfigurableApplicationContext clientBehind(Intermediario line, int port, Path folder) {
        line.start();
        return ClientApplication.application()
                .registerShutdownHook(false)
                .run(Ajustes.cliente(line::conexao, "client_preso", port, folder, "--recarga.prazo=1s"));
    }

    @Test
    void whoDidNotHearTheRefusalOfHisRequestCanAskForIt() {
        OffsetDateTime hora = Reserva.hora();
        String key = "recusado-" + getClass().getSimpleName();
        client1.reservar(Reserva.body("server1", 13, Reserva.placa(), hora));
        client1.reservar(Reserva.body("server1", 13, Reserva.placa(), hora), "Idempotency-Key", key);

        Answer desfecho = client2.get("/reservas/" + key + "?server_id=server1");

        assertThat(desfecho.status()).isEqualTo(200);
        assertThat(desfecho.body().at("/desfecho/codigo").asText()).isEqualTo("POSTO_OCUPADO");
        assertThat(desfecho.body().at("/desfecho/request_id").asText()).isEqualTo(key);
        assertThat(client2.get("/reservas/nunca-pedido?server_id=server1").codigo())
                .isEqualTo("RESERVA_INEXISTENTE");
    }

    @Test
    void aReservationOnOneServerChangesNothingInTheFileOfAnother() throws SQLException {
        String before = dump("server2");

        Answer answer = client1.reservar(Reserva.body("server1", 9, Reserva.placa(), Reserva.hora()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(dump("server2")).isEqualTo(before);
    }

    @Test
    void ofFiveHundredConcurrentCallersEachHearsItsOwnReply() {
        OffsetDateTime hora = Reserva.hora();
        List<String> placas =
                IntStream.range(0, 500).mapToObj(n -> Reserva.placa()).toList();

        List<Answer> answers = all(IntStream.range(0, placas.size())
                .mapToObj(n -> {
                    String serverId = "server" + (n % 3 + 1);
                    String body = Reserva.body(serverId, n / 3 % 30 + 1, placas.get(n), hora);
                    return (n % 2 == 0 ? client1 : client2)
                            .reservarAsync(body, "Idempotency-Key", "pedido-" + placas.get(n));
                })
                .toList());

        for (int n = 0; n < placas.size(); n++) {
            assertThat(answers.get(n).status()).isIn(200, 409);
            assertThat(answers.get(n).body().get("request_id").asText()).isEqualTo("pedido-" + placas.get(n));
            assertThat(answers.get(n).body().get("placa").asText()).isEqualTo(placas.get(n));
            assertThat(answers.get(n).body().get("server_id").asText()).isEqualTo("server" + (n % 3 + 1));
        }
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(3 * 30);
    }

    @Test
    void afterABrokerRestartEverybodyHearsEverybodyAgain() throws Exception {
        broker.stop();
        Answer without = client1.reservar(Reserva.body("server1", 1, Reserva.placa(), Reserva.hora()));
        await().atMost(RECOVERY)
                .until(() -> !servers.get(0)
                        .get("/status")
                        .body()
                        .get("mqtt_conectado")
                        .asBoolean());

        broker.start();

        assertThat(without.status()).isEqualTo(503);
        assertThat(without.codigo()).isEqualTo("SERVIDOR_INDISPONIVEL");
        await().atMost(RECOVERY).untilAsserted(this::everybodyAnswers);
        assertThat(client2.reservar(Reserva.body("server1", 1, Reserva.placa(), Reserva.hora()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aServerThatHangsHoldsUpNobodyElse() {
        try (Peer hung = Peer.mqtt5(broker, "s.server9")) {
            hung.publishRetained(
                    Topics.servidorStatus(SILENT),
                    "{\"server_id\":\"server9\",\"status\":\"online\",\"timestamp\":\"2026-01-01T00:00:00-03:00\",\"topicos\":[\"proprios\"]}");
            await().until(() -> client1.get("/servidores").body().toString().contains(SILENT));

            List<CompletableFuture<Answer>> waiting = IntStream.range(0, 40)
                    .mapToObj(n -> client1.reservarAsync(Reserva.body(SILENT, 1, Reserva.placa(), Reserva.hora())))
                    .toList();
            List<Answer> healthy = all(IntStream.range(0, 40)
                    .mapToObj(n -> client1.reservarAsync(Reserva.body("server1", 2, Reserva.placa(), Reserva.hora())))
                    .toList());

            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            assertThat(healthy).allMatch(answer -> answer.status() == 200);
            Answer scattered = client2.get("/postos");
            assertThat(scattered.body().get("sem_resposta").toString()).contains(SILENT);
            assertThat(scattered.body().get("postos")).hasSize(150);
            assertThat(all(waiting))
                    .allMatch(
                            answer -> answer.status() == 504 && answer.codigo().equals("TEMPO_ESGOTADO"));
            hung.publishRetained(
                    Topics.servidorStatus(SILENT),
                    "{\"server_id\":\"server9\",\"status\":\"offline\",\"timestamp\":\"2026-01-01T00:00:00-03:00\"}");
            await().untilAsserted(() -> assertThat(
                            client1.get("/postos?server_id=" + SILENT).status())
                    .isEqualTo(503));
        }
    }

    @Test
    void aServerThatStopsIsSeenByBothClientsAndMissedByNobodyElse() {
        sistema.stopServer(3);

        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> {
            assertThat(client1.get("/postos?server_id=server3").codigo()).isEqualTo("SERVIDOR_INDISPONIVEL");
            assertThat(client2.get("/postos?server_id=server3").codigo()).isEqualTo("SERVIDOR_INDISPONIVEL");
        });
        assertThat(client1.get("/postos").body().get("postos")).hasSize(100);
        assertThat(client2.get("/postos?server_id=server2").status()).isEqualTo(200);

        sistema.startServer(3);
        await().atMost(RECOVERY).untilAsserted(this::everybodyAnswers);
    }

    @Test
    @SoAberto
    void aSwitchThatTheBrokerKeptIsNotCarriedOutAgainWhenTheServerComesBack() {
        String topic = "pontos/41/disponibilidade";
        try (Peer operator = Peer.mqtt5(broker)) {
            operator.publishRetained(topic, "{\"ponto_id\":41,\"server_id\":\"server3\",\"disponivel\":false}");
            await().until(() -> !disponivel(41));
            operator.publish(topic, "{\"ponto_id\":41,\"server_id\":\"server3\",\"disponivel\":true}");
            await().until(() -> disponivel(41));

            sistema.stopServer(3);
            sistema.startServer(3);
            await().atMost(RECOVERY).untilAsserted(this::everybodyAnswers);
            // heard after all that was kept, as one thread hears both
            await().atMost(RECOVERY).until(() -> {
                operator.publish(
                        "pontos/42/disponibilidade",
                        "{\"ponto_id\":42,\"server_id\":\"server3\",\"disponivel\":false}");
                return !disponivel(42);
            });

            assertThat(disponivel(41)).isTrue();
            operator.publish(
                    "pontos/42/disponibilidade", "{\"ponto_id\":42,\"server_id\":\"server3\",\"disponivel\":true}");
            await().until(() -> disponivel(42));
        }
    }

    private boolean disponivel(int postoId) {
        return servers.get(2).get("/pontos/" + postoId).body().get("disponivel").asBoolean();
    }

    @Test
    void ofTwoProcessesWithOneServerIdOneServesAndTheOtherTakesItsPlaceWhenItHasGone(@TempDir Path folder) {
        List<Integer> ports = FreePorts.find(2);
        Api first = new Api(ports.get(0));
        Api second = new Api(ports.get(1));
        OffsetDateTime hora = Reserva.hora();
        try (ConfigurableApplicationContext older = server4(ports.get(0), folder.resolve("1.db"));
                Peer operator = Peer.mqtt5(broker, "s.server4")) {
            await().until(() -> client1.get("/postos?server_id=server4").status() == 200);
            try (ConfigurableApplicationContext younger = server4(ports.get(1), folder.resolve("2.db"))) {
                assertThat(younger.isRunning()).isTrue();
                await().until(() -> serves(first) && waits(second));

                assertThat(client1.reservar(Reserva.body("server4", 1, Reserva.placa(), hora))
                                .status())
                        .isEqualTo(200);
                assertThat(client2.reservar(Reserva.body("server4", 1, Reserva.placa(), hora))
                                .codigo())
                        .isEqualTo("POSTO_OCUPADO");
                assertThat(second.post("/cancelar_reserva", "{\"reserva_id\":\"server4-1\"}")
                                .codigo())
                        .isEqualTo("SERVIDOR_INDISPONIVEL");

                older.close();

                await().until(() -> serves(second));
                await().until(() -> client1.reservar(Reserva.body("server4", 1, Reserva.placa(), hora))
                                .status()
                        == 200);
            }
            operator.publishRetained(Topics.servidorStatus("server4"), "");
            await().until(() -> !client1.get("/servidores").body().toString().contains("server4"));
        }
    }

    private static boolean serves(Api server) {
        return server.get("/status").body().get("status").asText().equals("online");
    }

    /** Not only that it is not subscribed yet. */
    private static boolean waits(Api server) {
        JsonNode status = server.get("/status").body();
        return status.get("mqtt_conectado").asBoolean()
                && status.get("status").asText().equals("offline");
    }

    private ConfigurableApplicationContext server4(int port, Path database) {
        return ServerApplication.application()
                .registerShutdownHook(false)
                .run(Stream.concat(
                                Stream.concat(broker.conexao("s.server4"), Ajustes.banco(database)),
                                Stream.of(
                                        "--server.port=" + port,
                                        "--management.server.port=-1",
                                        "--hawtio.enabled=false",
                                        "--recarga.server-id=server4",
                                        "--recarga.postos-csv=../data/server1.csv"))
                        .toArray(String[]::new));
    }

    @Test
    @SoAberto
    void anOriginalClientListsAndReservesWithOurServers() {
        try (Peer mqtt311 = Peer.mqtt3(broker, "original");
                Peer mqtt5 = Peer.mqtt5(broker, "original")) {
            for (Peer original : List.of(mqtt311, mqtt5)) {
                String me = "original_" + original.version();
                original.subscribe("client/" + me + "/postos/response");
                original.subscribe("client/" + me + "/postos/reserva/response");

                original.publish(
                        "server/postos/request",
                        "{\"request_id\":\"l1\",\"client_id\":\"%s\",\"server_id\":\"server2\"}".formatted(me));
                JsonNode list = original.received("client/" + me + "/postos/response");
                original.publish(
                        "server/postos/reserva", """
                        {"request_id":"r-%s","client_id":"%s","server_id":"server2","posto_id":%d,
                         "carro":{"placa":"%s","modelo":"Kwid","capacidade_bateria":26.8,"nivel_bateria_atual":5,
                                  "taxa_descarga":0.12}}""".formatted(me, me, original.version() + 43, Reserva.placa()));
                JsonNode reserva = original.received("client/" + me + "/postos/reserva/response");

                assertThat(list.get("request_id").asText()).isEqualTo("l1");
                assertThat(list.get("server_id").asText()).isEqualTo("server2");
                assertThat(list.get("postos")).hasSize(50);
                assertThat(list.get("postos").get(0).get("localizacao").asText())
                        .matches("-?\\d+\\.\\d+,-?\\d+\\.\\d+");
                assertThat(reserva.get("request_id").asText()).isEqualTo("r-" + me);
                assertThat(reserva.get("status").asText()).isEqualTo("sucesso");
                assertThat(reserva.get("mensagem").asText())
                        .startsWith("O posto ")
                        .contains(" localizado no servidor server2 foi reservado para o carro de placa ");
            }
        }
    }

    @Test
    void anOriginalServerIsAskedByAClientThatIsToldOfIt(@TempDir Path folder) {
        int port = FreePorts.find(1).get(0);
        try (Peer mqtt311 = Peer.mqtt3(broker, "original");
                ConfigurableApplicationContext told = ClientApplication.application()
                        .registerShutdownHook(false)
                        .run(Ajustes.cliente(
                                broker::conexao,
                                "client_original",
                                port,
                                folder,
                                "--recarga.servidores-sem-presenca=" + ORIGINAL))) {
            assertThat(told.isRunning()).isTrue();
            Api client = new Api(port);
            mqtt311.answer(
                    "server/postos/request",
                    ORIGINAL,
                    request -> "client/%s/postos/response"
                            .formatted(request.get("client_id").asText()),
                    request ->
                            "{\"request_id\":\"%s\",\"server_id\":\"server8\",\"postos\":[{\"id\":1,\"nome\":\"Único\"}]}"
                                    .formatted(request.get("request_id").asText()));
            mqtt311.answer(
                    "server/postos/reserva",
                    ORIGINAL,
                    request -> "client/%s/postos/reserva/response"
                            .formatted(request.get("client_id").asText()),
                    request -> "{\"request_id\":\"%s\",\"status\":\"%s\",\"mensagem\":\"O posto respondeu\"}"
                            .formatted(
                                    request.get("request_id").asText(),
                                    request.get("posto_id").asInt() == 1 ? "sucesso" : "erro"));
            await().until(() -> client.get("/postos?server_id=" + ORIGINAL).status() == 200);
            await().until(() -> client.get("/postos").status() == 200);

            Answer list = client.get("/postos?server_id=" + ORIGINAL);
            Answer all = client.get("/postos");
            Answer reserved = client.reservar(Reserva.agora(ORIGINAL, 1, Reserva.placa()));
            Answer refused = client.reservar(Reserva.agora(ORIGINAL, 2, Reserva.placa()));
            Answer later = client.reservar(Reserva.body(ORIGINAL, 1, Reserva.placa(), Reserva.hora()));

            assertThat(list.body().get("postos").get(0).get("nome").asText()).isEqualTo("Único");
            assertThat(all.body().get("servidores").toString()).contains(ORIGINAL);
            assertThat(reserved.status()).isEqualTo(200);
            assertThat(reserved.body().get("mensagem").asText()).isEqualTo("O posto respondeu");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().get("status").asText()).isEqualTo("erro");
            // it would be held from now on, and nobody would know
            assertThat(later.codigo()).isEqualTo("DADOS_INVALIDOS");
            assertThat(client1.get("/postos?server_id=" + ORIGINAL).codigo()).isEqualTo("SERVIDOR_DESCONHECIDO");
        }
    }

    @Test
    void aRefusedRequestLeavesNoTrace() throws SQLException {
        String before = dump("server1");
        String good = Reserva.body("server1", 1, "ABC1234", Reserva.hora());

        for (String bad : List.of(
                good.replace("ABC1234", ""),
                good.replace("ABC1234", "1234ABC"),
                good.replace("\"nivel_bateria_atual\":12.5", "\"nivel_bateria_atual\":-1"),
                good.replace("\"nivel_bateria_atual\":12.5", "\"nivel_bateria_atual\":45"),
                good.replace("\"taxa_descarga\":0.15", "\"taxa_descarga\":0"),
                good.replace("\"posto_id\":1", "\"posto_id\":\"1\""))) {
            Answer answer = client1.reservar(bad);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.codigo()).isEqualTo("DADOS_INVALIDOS");
            assertThat(answer.body().get("erros")).hasSize(1);
        }
        assertThat(client1.reservar(good.replace("server1", "servidor_que_nao_ha"))
                        .codigo())
                .isEqualTo("SERVIDOR_DESCONHECIDO");
        assertThat(client1.reservar("{").status()).isEqualTo(400);

        assertThat(dump("server1")).isEqualTo(before);
    }

    private void everybodyAnswers() {
        for (Api server : servers) {
            assertThat(server.get("/status").body().get("mqtt_conectado").asBoolean())
                    .isTrue();
        }
        for (Api client : List.of(client1, client2)) {
            for (String server : List.of("server1", "server2", "server3")) {
                assertThat(client.get("/postos?server_id=" + server).status()).isEqualTo(200);
            }
        }
    }

    private static List<Answer> all(List<CompletableFuture<Answer>> calls) {
        return calls.stream().map(CompletableFuture::join).toList();
    }

    private int count(String serverId, String table) throws SQLException {
        try (Connection connection = open(serverId);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Everything that a request could change. */
    private String dump(String serverId) throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = open(serverId);
                Statement statement = connection.createStatement()) {
            for (String table : List.of("postos", "carros", "reservas", "respostas")) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1")) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            dump.append(rows.getString(i)).append('|');
                        }
                        dump.append('\n');
                    }
                }
            }
        }
        return dump.toString();
    }

    private Connection open(String serverId) throws SQLException {
        return Ajustes.aberto(dataDir.resolve(serverId + ".db"));
    }
}
