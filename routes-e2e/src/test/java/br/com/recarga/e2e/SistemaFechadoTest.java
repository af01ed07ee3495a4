package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Topics;
import br.com.recarga.e2e.Api.Answer;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.testkit.FreePorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Three servers and a client at a closed broker, each with its own user: their rights are enough for all that they do. The
 * third also hears the original's programs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SistemaFechadoTest {

    /** Ample for a cold JVM on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String OPERADOR_SENHA = "segredo-de-teste";
    private static final String OPERADOR = "Basic "
            + Base64.getEncoder().encodeToString(("operador:" + OPERADOR_SENHA).getBytes(StandardCharsets.UTF_8));

    private final String placa = Reserva.placa();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private BrokerFechado broker;
    private Api client;
    private Api server1;

    abstract BrokerFechado broker(String... users) throws Exception;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Reserva.horasDeNovo();
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        broker = broker("s.server1", "s.server2", "s.server3*", "c.client1", "k." + placa, "o.painel", "original");
        broker.start();
        List<Integer> ports = FreePorts.find(4);
        server("server1", ports.get(0), folder);
        server("server2", ports.get(1), folder);
        server("server3", ports.get(3), folder);
        run(ClientApplication.application(), Ajustes.cliente(broker::conexao, "client1", ports.get(2), folder));
        server1 = new Api(ports.get(0));
        client = new Api(ports.get(2));
        await().atMost(PATIENCE)
                .until(() -> client.get("/postos").body().path("postos").size() == 150);
    }

    @AfterAll
    void stop() throws Exception {
        Collections.reverse(running);
        running.forEach(ConfigurableApplicationContext::close);
        broker.close();
    }

    @Test
    void aDriverReservesChangesAsksAndCancels() {
        OffsetDateTime hora = Reserva.hora();
        Answer reserva = client.reservar(Reserva.body("server1", 5, Reserva.placa(), hora));
        assertThat(reserva.status()).isEqualTo(200);
        String path = "/reservas/" + reserva.body().get("reserva_id").asText();
        String codigo = reserva.body().get("codigo_reserva").asText();

        assertThat(client.patch(path, codigo, "{\"fim\":\"%s\"}".formatted(hora.plusMinutes(30)))
                        .status())
                .isEqualTo(200);
        assertThat(client.get(path, codigo).body().findValue("situacao").asText())
                .isEqualTo("CONFIRMADA");
        assertThat(client.delete(path, codigo).status()).isEqualTo(200);
    }

    @Test
    void aTripOverBothIsReservedAndGivenBack() {
        Answer viagem = client.post("/viagens", Reserva.viagem(1));

        assertThat(viagem.status()).isEqualTo(200);
        assertThat(viagem.body().get("situacao").asText()).isEqualTo("confirmada");
    }

    @Test
    void whatTheOperatorCancelsIsToldToTheClientThatReserved() {
        OffsetDateTime hora = Reserva.hora();
        Answer reserva = client.reservar(Reserva.body("server1", 7, Reserva.placa(), hora));
        try (Participante listener = Participante.entra(broker, "c.client1")) {
            listener.assina("clients/client1/eventos/+");

            assertThat(server1.deleteWith(
                                    "/reservas/"
                                            + reserva.body().get("reserva_id").asText(),
                                    OPERADOR)
                            .status())
                    .isEqualTo(200);

            await().until(() -> listener.heard().stream()
                    .anyMatch(event -> event.startsWith("clients/client1/eventos/server1 ")
                            && event.contains(reserva.body().get("reserva_id").asText())));
        }
    }

    @Test
    void aCarTellsItsBatteryAndIsToldWhereItCanCharge() {
        assertThat(client.reservar(Reserva.body("server1", 8, placa, Reserva.hora()))
                        .status())
                .isEqualTo(200);
        try (Participante car = Participante.entra(broker, "k." + placa)) {
            car.assina("carros/" + placa + "/alerta/+");

            car.publica(
                    "carros/" + placa + "/para/server1/bateria",
                    "{\"placa\":\"%s\",\"nivel_bateria\":4}".formatted(placa),
                    false);

            await().until(() ->
                    car.heard().stream().anyMatch(alert -> alert.startsWith("carros/" + placa + "/alerta/server1 ")));
        }
    }

    @Test
    void whoLooksOnHearsWhoIsThereAndWhatIsFree() {
        try (Participante painel = Participante.entra(broker, "o.painel")) {
            painel.assina("servers/+/status");
            painel.assina("pontos/+/+/status");

            await().until(() ->
                    topics(painel).containsAll(List.of("servers/server1/status", "servers/server2/status")));
            await().until(() ->
                    topics(painel).containsAll(List.of("pontos/server1/5/status", "pontos/server2/5/status")));
        }
    }

    @Test
    void anOriginalProgramReservesWhereItIsHeardAndReachesNothingElse() {
        String reply = "client/antigo/postos/reserva/response";
        try (Peer original = Peer.mqtt3(broker, "original");
                Participante spy = Participante.entra(broker, "original")) {
            original.subscribe(reply);
            List.of("#", "clients/+/respostas/+/+", "servers/+/pedidos/+/+", "servers/+/status")
                    .forEach(spy::assina);

            original.publish("server/postos/reserva", original("r-1", "server3", 5));
            original.publish("server/postos/reserva", original("r-2", "server1", 5));
            spy.publica(Topics.pedido("server1", "antigo", Operacao.RESERVAR), original("r-3", "server1", 5), false);
            Answer ours = client.reservar(Reserva.body("server3", 6, Reserva.placa(), Reserva.hora()));
            original.publish("server/postos/reserva", original("r-4", "server3", 7));

            assertThat(ours.status()).isEqualTo(200);
            assertThat(List.of(original.received(reply), original.received(reply)))
                    .extracting(answer -> answer.path("request_id").asText())
                    .containsExactly("r-1", "r-4");
            for (String request : List.of("r-2", "r-3")) {
                assertThat(server1.get("/reservas/" + request).codigo()).isEqualTo("RESERVA_INEXISTENTE");
            }
            assertThat(topics(spy)).noneMatch(topic -> topic.startsWith("clients/") || topic.startsWith("servers/"));
        }
    }

    private static String original(String requestId, String serverId, int postoId) {
        return """
                {"request_id":"%s","client_id":"antigo","server_id":"%s","posto_id":%d,
                 "carro":{"placa":"%s","modelo":"Kwid","capacidade_bateria":26.8,"nivel_bateria_atual":5,
                          "taxa_descarga":0.12}}""".formatted(requestId, serverId, postoId, Reserva.placa());
    }

    private static List<String> topics(Participante party) {
        return party.heard().stream().map(message -> message.split(" ")[0]).toList();
    }

    private void server(String id, int port, Path folder) {
        run(
                ServerApplication.application(),
                Ajustes.servidor(broker::conexao, id, port, folder, "--recarga.operador.senha=" + OPERADOR_SENHA));
    }

    private void run(SpringApplicationBuilder application, String[] settings) {
        running.add(application
                .properties("logging.include-application-name=false")
                .registerShutdownHook(false)
                .run(settings));
    }
}
