package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.recarga.client.ClientApplication;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Topics;
import br.com.recarga.e2e.Api.Answer;
import br.com.recarga.server.ServerApplication;
import br.com.recarga.testkit.FreePorts;
import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attacks on a closed system that fail: real processes in profile {@code fechado} at the project's own closed Mosquitto, with
 * TLS, a user for each party and its rights. The attackers are parties themselves, each with a password of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("br.com.recarga.e2e.SistemaEmMosquittoTest#installedOrRequired")
class SegurancaTest {

    private static final Duration START = Duration.ofSeconds(120);
    private static final String OPERADOR_SENHA = "segredo-de-operador";
    private static final String MARK = "por fim";
    private static final int FORGERIES = 200;

    private BrokerMosquittoFechado broker;
    private Path segredos;
    private Path folder;
    private Processo server;
    private Processo client;
    private Api serverApi;
    private Api clientApi;

    /** May hear and say everything: what it does not hear, the broker has refused. */
    private Participante witness;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        segredos = folder.resolve("segredos");
        broker = new BrokerMosquittoFechado(folder);
        broker.start("s.server1", "s.server2", "c.cliente1", "c.cliente2", "k.AAA1A11", "o.painel");
        List<Integer> ports = FreePorts.find(2);
        server = closed(
                ServerApplication.class,
                "s.server1",
                "--server.port=" + ports.get(0),
                "--recarga.server-id=server1",
                "--recarga.database-url=jdbc:sqlite:" + folder.resolve("server1.db"),
                "--recarga.postos-csv=../data/server1.csv",
                "--recarga.operador.senha=" + OPERADOR_SENHA);
        client = closed(
                ClientApplication.class,
                "c.cliente1",
                "--server.port=" + ports.get(1),
                "--recarga.client-id=cliente1",
                "--recarga.database-url=jdbc:sqlite:" + folder.resolve("cliente1.db"),
                "--recarga.prazo=3s");
        server.start();
        client.start();
        serverApi = new Api(ports.get(0));
        clientApi = new Api(ports.get(1));
        await().atMost(START).ignoreExceptions().until(this::listsServer1);
        witness = Participante.entra(broker, BrokerFechado.ADMIN);
        witness.assina("#");
    }

    @AfterAll
    void stop() throws Exception {
        witness.close();
        client.close();
        server.close();
        broker.close();
    }

    @Test
    void whoHasNoPasswordOrAnotherOnesDoesNotComeIn() {
        for (String senha : new String[] {null, "errada", broker.senha("c.cliente2")}) {
            assertThatThrownBy(() -> Participante.entra(broker, "c.cliente1", senha))
                    .hasCauseInstanceOf(Mqtt5ConnAckException.class);
        }
    }

    @Test
    void nobodyElseHearsTheCodeOfAReservation() {
        try (Participante otherClient = Participante.entra(broker, "c.cliente2");
                Participante otherServer = Participante.entra(broker, "s.server2");
                Participante car = Participante.entra(broker, "k.AAA1A11");
                Participante panel = Participante.entra(broker, "o.painel")) {
            List<Participante> all = List.of(otherClient, otherServer, car, panel);
            all.forEach(spy -> {
                spy.assina("#");
                spy.assina("clients/+/respostas/+/+");
                spy.assina("servers/+/pedidos/+/+");
            });

            Answer reserved = reservar(5);

            String code = reserved.body().path("codigo_reserva").asText();
            assertThat(reserved.status()).isEqualTo(200);
            assertThat(code).isNotEmpty();
            // the order in which a broker delivers: who hears this has heard all that was before it
            witness.publica("servers/server2/status", MARK, false);
            witness.publica("servers/server2/pedidos/cliente2/listar", MARK, false);
            witness.publica("carros/AAA1A11/alerta/server2", MARK, false);
            await().until(() ->
                    heard(otherClient, MARK) && heard(panel, MARK) && heard(car, MARK) && heard(otherServer, MARK));
            assertThat(all).noneMatch(spy -> heard(spy, code)).noneMatch(spy -> heard(spy, "cliente1"));
            assertThat(heard(witness, code)).isTrue();
        }
    }

    @Test
    void noForgedReplyIsBelieved() throws Exception {
        String key = UUID.randomUUID().toString();
        String forged = """
                {"request_id":"%s","server_id":"server1","client_id":"cliente1","codigo":"OK","sucesso":true,"reserva_id":"forjada"}""".formatted(key);
        server.hang();
        try (Participante otherClient = Participante.entra(broker, "c.cliente2");
                Participante otherServer = Participante.entra(broker, "s.server2")) {
            CompletableFuture<Answer> asked = clientApi.reservarAsync(
                    Reserva.body("server1", 6, Reserva.placa(), Reserva.hora()), "Idempotency-Key", key);
            await().until(() -> heard(witness, key));
            for (int i = 0; i < FORGERIES / 4; i++) {
                otherClient.publica(Topics.resposta("cliente1", "server1", "reservar"), forged, false);
                otherServer.publica(Topics.resposta("cliente1", "server1", "reservar"), forged, false);
                otherServer.publica(Topics.resposta("cliente1", "server2", "reservar"), forged, false);
                otherClient.publica("client/cliente1/postos/reserva/response", forged, false);
            }

            assertThat(asked.join().codigo()).isEqualTo("TEMPO_ESGOTADO");
        } finally {
            server.goOn();
        }
    }

    @Test
    void aRequestInAnothersNameHasNoEffectAndTellsHimNothing() {
        String key = UUID.randomUUID().toString();
        String request = Reserva.body("server1", 7, Reserva.placa(), Reserva.hora())
                .replaceFirst("\\{", "{\"request_id\":\"" + key + "\",\"client_id\":\"cliente1\",");
        try (Participante attacker = Participante.entra(broker, "c.cliente2")) {
            // on its own topic, with another's name in the body; and on the other's topic
            attacker.publica(Topics.pedido("server1", "cliente2", Operacao.RESERVAR), request, false);
            attacker.publica(Topics.pedido("server1", "cliente1", Operacao.RESERVAR), request, false);
            assertThat(reservar(8).status()).isEqualTo(200);

            assertThat(heardOn(witness, "clients/", key)).isFalse();
            assertThat(serverApi.get("/reservas/" + key).codigo()).isEqualTo("RESERVA_INEXISTENTE");
        }
    }

    @Test
    void nobodyFlipsTheOperatorsSwitch() {
        for (String user : List.of("c.cliente1", "c.cliente2", "s.server2", "k.AAA1A11", "o.painel")) {
            try (Participante attacker = Participante.entra(broker, user)) {
                for (boolean retain : new boolean[] {false, true}) {
                    attacker.publica("pontos/9/disponibilidade", "{\"disponivel\":false}", retain);
                    attacker.publica("reservas/1/status", "{\"status\":\"CANCELADA\"}", retain);
                }
            }
        }
        // even the broker's own administrator is not heard there
        witness.publica("pontos/9/disponibilidade", "{\"disponivel\":false}", true);
        assertThat(reservar(10).status()).isEqualTo(200);

        JsonNode posto = serverApi.get("/pontos/9").body();
        assertThat(posto.path("disponivel").asBoolean()).as("%s", posto).isTrue();
        witness.publica("pontos/9/disponibilidade", "", true);
    }

    @Test
    void nobodySaysThatAServerIsGone() {
        String offline = "{\"server_id\":\"server1\",\"status\":\"offline\"}";
        for (String user : List.of("c.cliente1", "c.cliente2", "s.server2", "k.AAA1A11", "o.painel")) {
            try (Participante attacker = Participante.entra(broker, user)) {
                attacker.publica(Topics.servidorStatus("server1"), offline, true);
                attacker.publica(Topics.servidorStatus("server1"), "", true);
            }
        }

        assertThat(reservar(11).status()).isEqualTo(200);
        assertThat(heard(witness, offline)).isFalse();
    }

    @Test
    void aCarTellsOfNoOther() {
        try (Participante car = Participante.entra(broker, "k.AAA1A11")) {
            String other = "{\"placa\":\"BBB2B22\",\"nivel_bateria\":3.0}";
            assertThat(car.publica("carros/BBB2B22/para/server1/bateria", other, false))
                    .isFalse();
        }
    }

    @Test
    void whoIsNotTheOperatorChangesNothingByHttp() {
        String wrong = "Basic " + Base64.getEncoder().encodeToString("operador:errada".getBytes());
        String body = "{\"disponivel\":false}";

        assertThat(serverApi
                        .put("/pontos/12/disponibilidade", body, "Accept", "application/json")
                        .status())
                .isEqualTo(401);
        assertThat(serverApi
                        .put("/pontos/12/disponibilidade", body, "Authorization", wrong)
                        .status())
                .isEqualTo(401);
        assertThat(serverApi.get("/pontos/12").body().path("disponivel").asBoolean())
                .isTrue();
    }

    @Test
    void aReservationIsNotCancelledWithoutItsCode() {
        Answer reserved = reservar(13);
        String path = "/reservas/" + reserved.body().path("reserva_id").asText();

        assertThat(clientApi.delete(path, "0".repeat(20)).codigo()).isEqualTo("RESERVA_INEXISTENTE");
        assertThat(serverApi.delete(path, "0".repeat(20)).codigo()).isEqualTo("RESERVA_INEXISTENTE");
        assertThat(clientApi
                        .get(path, reserved.body().path("codigo_reserva").asText())
                        .body()
                        .at("/reserva/situacao")
                        .asText())
                .isEqualTo("CONFIRMADA");
    }

    private Answer reservar(int postoId) {
        return clientApi.reservar(Reserva.body("server1", postoId, Reserva.placa(), Reserva.hora()));
    }

    private boolean listsServer1() {
        return clientApi.get("/postos").body().path("servidores").toString().contains("server1");
    }

    private static boolean heard(Participante who, String text) {
        return heardOn(who, "", text);
    }

    private static boolean heardOn(Participante who, String topic, String text) {
        return who.heard().stream().anyMatch(message -> message.startsWith(topic) && message.contains(text));
    }

    /** A process as compose starts it: closed, with TLS, and a user of its own. */
    private Processo closed(Class<?> mainClass, String user, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--recarga.perfil=fechado",
                "--recarga.topicos=proprios",
                "--server.address=127.0.0.1",
                "--management.server.port=-1",
                "--hawtio.enabled=false",
                "--recarga.mqtt.broker-url=mqtts://127.0.0.1:" + broker.port(user),
                "--recarga.mqtt.ca=" + segredos.resolve("ca.pem"),
                "--recarga.mqtt.usuario=" + user,
                "--recarga.mqtt.senha=" + broker.senha(user)));
        all.addAll(List.of(arguments));
        return new Processo(mainClass, Path.of("target", "SegurancaTest-" + user + ".log"), all.toArray(String[]::new));
    }
}
