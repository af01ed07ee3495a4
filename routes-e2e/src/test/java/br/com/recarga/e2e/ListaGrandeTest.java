package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Topics;
import br.com.recarga.e2e.Api.Answer;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.testkit.FreePorts;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An operator with more points than one message of the broker holds, whose list every program asks for in its own way. */
@Tag(Modo.FIO)
@EnabledIf("br.com.recarga.e2e.SistemaEmMosquittoTest#installedOrRequired")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListaGrandeTest {

    /** Some 1.3 MB as a list. */
    private static final int POSTOS = 6_000;

    /** Into which the server puts them at least, as no message may have more than 1 MiB. */
    private static final int PARTES = 2;

    /** In bytes: an answer that says that nothing has changed has less. */
    private static final int SEM_POSTOS = 500;

    private static final String DE_UM = "/postos?server_id=server1";
    private static final String POSTOS_CSV = "--recarga.postos-csv=";
    private static final String SENHA = "segredo-de-teste";
    private static final String CREDENTIAL =
            "Basic " + Base64.getEncoder().encodeToString(("operador:" + SENHA).getBytes());

    private static final Duration START = Duration.ofSeconds(120);

    private final Stream.Builder<ConfigurableApplicationContext> running = Stream.builder();
    private final Queue<Integer> bytes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger offline = new AtomicInteger();
    private Broker broker;
    private Peer observer;
    private Api server;
    private Api client;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = Modo.mosquitto();
        broker.start();
        observer = Peer.mqtt5(broker);
        observer.listen(
                Topics.resposta("client1", "server1", Operacao.LISTAR.nivel()), reply -> bytes.add(reply.length));
        observer.listen(Topics.servidorStatus("server1"), presence -> {
            if (new String(presence).contains("offline")) {
                offline.incrementAndGet();
            }
        });
        List<Integer> ports = FreePorts.find(2);
        Path csv = Files.writeString(folder.resolve("postos.csv"), csv());
        run(
                ServerApplication.application(),
                Stream.of(Ajustes.servidor(
                                broker::conexao, "server1", ports.get(0), folder, "--recarga.operador.senha=" + SENHA))
                        .map(setting -> setting.startsWith(POSTOS_CSV) ? POSTOS_CSV + csv : setting)
                        .toArray(String[]::new));
        run(ClientApplication.application(), Ajustes.cliente(broker::conexao, "client1", ports.get(1), folder));
        server = new Api(ports.get(0));
        client = new Api(ports.get(1));
    }

    @AfterAll
    void stop() throws Exception {
        running.build().forEach(ConfigurableApplicationContext::close);
        observer.close();
        broker.close();
    }

    /** And nothing is under way any more that would have to be counted. */
    @BeforeEach
    void theClientHasTheList() {
        await().atMost(START).until(() -> {
            bytes.clear();
            return client.get(DE_UM).status() == 200
                    && bytes.size() >= PARTES
                    && bytes.stream().noneMatch(ListaGrandeTest::temPostos);
        });
        bytes.clear();
    }

    @Test
    void aDriverSeesAllItsPoints() {
        Answer answer = client.get(DE_UM);

        assertThat(answer.body().path("postos").findValuesAsText("id"))
                .isEqualTo(IntStream.rangeClosed(1, POSTOS)
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(client.get("/postos").body().path("postos")).hasSize(POSTOS);
        assertThat(client.get(DE_UM + "&agenda=true").body().path("postos")).hasSize(POSTOS);
    }

    @Test
    void ofAListOfWhichNothingHasChangedNothingTravelsAgain() {
        client.get(DE_UM);

        await().until(() -> bytes.size() >= PARTES);
        assertThat(bytes).noneMatch(ListaGrandeTest::temPostos);
    }

    @Test
    void ofAListOfWhichOnePointHasChangedOnePartTravelsAgain() {
        assertThat(server.put("/pontos/2500/disponibilidade", "{\"disponivel\":false}", "Authorization", CREDENTIAL)
                        .status())
                .isEqualTo(200);

        Answer answer = client.get(DE_UM);

        assertThat(answer.body().at("/postos/2499/disponivel").asBoolean(true)).isFalse();
        await().untilAsserted(() -> assertThat(bytes)
                .hasSizeGreaterThanOrEqualTo(PARTES)
                .filteredOn(ListaGrandeTest::temPostos)
                .hasSize(1));
    }

    /** As the original's, and clients of before: it can be told only so much in one message, and nobody else has to pay for it. */
    @Test
    void whoAsksForAllAtOnceIsToldThatItIsTooMuchAndTheServerServesOn() {
        String replies = Topics.resposta("terminal", "server1", Operacao.LISTAR.nivel());
        int before = offline.get();
        observer.subscribe(replies);

        for (int i = 0; i < 3; i++) {
            observer.publish(
                    Topics.pedido("server1", "terminal", Operacao.LISTAR),
                    "{\"request_id\":\"r-%d\",\"client_id\":\"terminal\",\"server_id\":\"server1\"}".formatted(i));
            JsonNode reply = observer.received(replies);
            assertThat(reply.path("request_id").asText()).isEqualTo("r-" + i);
            assertThat(reply.path("codigo").asText()).isEqualTo("LIMITE_EXCEDIDO");
        }
        observer.publish(
                Topics.pedido("server1", "terminal", Operacao.LISTAR),
                "{\"request_id\":\"r-9\",\"client_id\":\"terminal\",\"server_id\":\"server1\",\"tipo_conector\":\"Tipo 2\"}");

        assertThat(observer.received(replies).path("codigo").asText()).isEqualTo("OK");
        assertThat(client.get(DE_UM).status()).isEqualTo(200);
        assertThat(offline.get()).isEqualTo(before);
    }

    private static boolean temPostos(int bytes) {
        return bytes > SEM_POSTOS;
    }

    private static String csv() {
        return Stream.concat(
                        Stream.of("id,nome,cidade,uf,latitude,longitude,potencia_maxima,tipo_conector,preco_kwh"),
                        IntStream.rangeClosed(1, POSTOS)
                                .mapToObj("%d,Posto,Feira de Santana,BA,-12.2068,-38.9757,60,CCS2,2.02"::formatted))
                .collect(Collectors.joining("\n"));
    }

    private void run(SpringApplicationBuilder application, String[] settings) {
        running.add(application.registerShutdownHook(false).run(settings));
    }
}
