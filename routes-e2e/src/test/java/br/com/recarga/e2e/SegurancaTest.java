package br.com.recarga.e2e;

import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.e2e.Api.Answer;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.testkit.FreePorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attacks on a closed system that fail: a server and a client, real processes, at a closed broker with a user for each party.
 * The attackers are parties themselves, each with a password of its own, or whoever reaches an HTTP port.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SegurancaTest {

    static final int GHOSTS = 20;

    /** How long a caller waits for a server: less than a server that is flooded once made everybody wait. */
    static final Duration PRAZO = Duration.ofSeconds(10);

    /** In how many seconds operators are promised that a process ends. */
    static final long END_S = 10;

    /** Ample for two JVMs on a busy machine. */
    private static final Duration START = Duration.ofSeconds(120);

    private static final String OPERADOR_SENHA = "segredo-de-operador";
    static final String OPERADOR = basic("operador", OPERADOR_SENHA);

    Path folder;
    BrokerFechado broker;
    Processo server;
    int serverPort;
    int clientPort;
    Api serverApi;
    Api clientApi;

    /** May hear and say everything: what it does not hear, the broker has refused. */
    Participante witness;

    private Processo client;

    abstract BrokerFechado broker(String... users) throws Exception;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        Reserva.horasDeNovo();
        folder = temporary;
        broker = broker(Stream.concat(
                        Stream.of("s.server1", "s.server2", "c.cliente1", "c.cliente2", "k.AAA1A11", "o.painel"),
                        ghosts().map(ghost -> "s." + ghost))
                .toArray(String[]::new));
        broker.start();
        List<Integer> ports = FreePorts.find(2);
        serverPort = ports.get(0);
        clientPort = ports.get(1);
        server = new Processo(
                ServerApplication.class,
                log("server1"),
                Ajustes.servidor(
                        broker::conexao,
                        "server1",
                        serverPort,
                        folder,
                        // nothing is put right by saying it every now and then
                        "--recarga.batida=10m",
                        "--recarga.operador.senha=" + OPERADOR_SENHA));
        client = new Processo(
                ClientApplication.class,
                log("cliente1"),
                Ajustes.cliente(
                        broker::conexao, "cliente1", clientPort, folder, "--recarga.prazo=" + PRAZO.toSeconds() + "s"));
        server.start();
        client.start();
        serverApi = new Api(serverPort);
        clientApi = new Api(clientPort);
        awaitServer1();
        witness = Participante.entra(broker, Broker.ADMIN);
        witness.assina("#");
    }

    @AfterAll
    void stop() throws Exception {
        witness.close();
        client.close();
        server.close();
        broker.close();
    }

    /** Operators who are known, and of whom nothing runs. */
    static Stream<String> ghosts() {
        return IntStream.rangeClosed(1, GHOSTS).mapToObj("fantasma%02d"::formatted);
    }

    static String basic(String user, String senha) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + senha).getBytes(StandardCharsets.UTF_8));
    }

    Path log(String process) {
        return Path.of("target", getClass().getSimpleName() + "-" + process + ".log");
    }

    Answer reservar(int postoId) {
        return clientApi.reservar(Reserva.body("server1", postoId, Reserva.placa(), Reserva.hora()));
    }

    void awaitServer1() {
        await().atMost(START)
                .ignoreExceptions()
                .until(() -> clientApi
                        .get("/postos")
                        .body()
                        .path("servidores")
                        .toString()
                        .contains("server1"));
    }
}
