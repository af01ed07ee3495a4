package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Topics;
import br.com.recarga.e2e.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** By parties at the broker, on others. */
abstract class SegurancaNoFioTest extends SegurancaTest {

    private static final String MARK = "por fim";
    private static final int FORGERIES = 200;
    private static final int LISTS = 10;
    private static final int FLOOD = 6_000;
    private static final int BYSTANDER = 100;

    @Test
    void whoHasNoPasswordOrAnotherOnesDoesNotComeIn() {
        for (String senha :
                new String[] {null, "errada", broker.senha("c.cliente2").orElseThrow()}) {
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
            // what is theirs: some brokers let nobody listen for more than that
            otherClient.assina("servers/+/status");
            panel.assina("servers/+/status");
            car.assina("carros/AAA1A11/alerta/+");
            otherServer.assina("servers/server2/pedidos/+/+");

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
    void whatTheBrokerKeptIsNotCarriedOutWhenTheServerComesBack() throws Exception {
        String key = UUID.randomUUID().toString();
        String topic = Topics.pedido("server1", "cliente2", Operacao.RESERVAR);
        String request = Reserva.body("server1", 14, Reserva.placa(), Reserva.hora())
                .replaceFirst("\\{", "{\"request_id\":\"" + key + "\",\"client_id\":\"cliente2\",");
        server.end();
        assertThat(server.hasGoneWithin(END_S)).isTrue();
        try (Participante attacker = Participante.entra(broker, "c.cliente2")) {
            attacker.publica(topic, request, true);
            witness.publica("pontos/15/disponibilidade", "{\"server_id\":\"server1\",\"disponivel\":false}", true);

            server.start();
            awaitServer1();
            // heard after what was kept, on the same connection
            assertThat(reservar(16).status()).isEqualTo(200);

            assertThat(serverApi.getWith("/reservas/" + key, OPERADOR).codigo()).isEqualTo("RESERVA_INEXISTENTE");
            assertThat(serverApi.get("/pontos/15").body().path("disponivel").asBoolean())
                    .isTrue();
            attacker.publica(topic, "", true);
            witness.publica("pontos/15/disponibilidade", "", true);
        }
    }

    @Test
    void aServerContradictsWhoSaysInItsNameThatItHasGone() {
        String forged =
                "{\"server_id\":\"server1\",\"status\":\"offline\",\"timestamp\":\"2026-01-01T00:00:00-03:00\"}";
        witness.heard().clear();
        try (Participante thief = Participante.entra(broker, "s.server1")) {
            assertThat(thief.publica(Topics.servidorStatus("server1"), forged, true))
                    .isTrue();

            await().until(() -> heardOn(witness, Topics.servidorStatus("server1"), forged)
                    && heardOn(witness, Topics.servidorStatus("server1"), "\"online\""));
            await().until(() -> clientApi.get("/servidores").body().path("servidores").findValues("status").stream()
                    .allMatch(status -> status.asText().equals("online")));
        }
        assertThat(reservar(17).status()).isEqualTo(200);
    }

    @Test
    void whoTakesAnotherNameForItsConnectionTakesNobodysPlace() {
        witness.heard().clear();
        for (String name : List.of(
                "server1",
                "s.server1",
                "server_server1",
                "server_server1-pedidos",
                "s.server1-pedidos",
                "client_cliente1",
                "cliente1",
                "c.cliente1")) {
            Participante.entra(broker, "c.cliente2", broker.senha("c.cliente2").orElseThrow(), name)
                    .close();
        }

        assertThat(reservar(18).status()).isEqualTo(200);
        assertThat(heardOn(witness, Topics.servidorStatus("server1"), "offline"))
                .isFalse();
    }

    @Test
    void operatorsWhoAnnounceThemselvesAndNeverAnswerHoldUpNoList() {
        ghosts().forEach(ghost -> say(ghost, online(ghost)));
        try {
            await().until(() -> ghosts().allMatch(ghost ->
                    clientApi.get("/servidores").body().toString().contains("\"" + ghost + "\"")));

            Medida list = new Medida();
            for (int i = 0; i < LISTS; i++) {
                Answer answer = list.mede(() -> clientApi.get("/postos"));
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body().path("postos")).hasSize(50);
                assertThat(ghosts())
                        .allMatch(ghost ->
                                answer.body().path("sem_resposta").toString().contains("\"" + ghost + "\""));
            }

            list.diz("a list with %d ghosts".formatted(GHOSTS));
            // who waits for any of them waits that long
            assertThat(list.pior()).isLessThan(PRAZO);
        } finally {
            ghosts().forEach(ghost -> say(ghost, ""));
        }
    }

    @Test
    void whoFloodsAServerHoldsUpNobodyElse() {
        String topic = Topics.pedido("server1", "cliente2", Operacao.RESERVAR);
        try (Participante attacker = Participante.entra(broker, "c.cliente2")) {
            OffsetDateTime hora = Reserva.hora();
            CompletableFuture<Void> flood = CompletableFuture.runAsync(() ->
                    attacker.inunda(topic, IntStream.range(0, FLOOD).mapToObj(i -> reserva(i, hora))));
            await().until(() -> heardOn(witness, topic, "\"f-0\""));

            Medida bystander = new Medida();
            for (int i = 0; i < BYSTANDER; i++) {
                int postoId = 1 + i % 50;
                assertThat(bystander.mede(() -> reservar(postoId)).status()).isEqualTo(200);
            }

            bystander.diz("a driver's reservation while another client sends %d requests".formatted(FLOOD));
            flood.join();
            // nobody's deadline passes
            assertThat(bystander.pior()).isLessThan(PRAZO);
        }
    }

    /** Nothing is wrong with it, so that a server has to decide; most find their point taken, and are told what is free. */
    private static String reserva(int i, OffsetDateTime hora) {
        return """
                {"request_id":"f-%d","client_id":"cliente2","server_id":"server1","posto_id":%d,"inicio":"%s","fim":"%s",
                 "carro":{"placa":"%s","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":12.5,"taxa_descarga":0.15}}""".formatted(i, 1 + i % 50, hora, hora.plusHours(1), Reserva.placa());
    }

    private void say(String ghost, String presence) {
        try (Participante party = Participante.entra(broker, "s." + ghost)) {
            party.publica(Topics.servidorStatus(ghost), presence, true);
        }
    }

    private static String online(String serverId) {
        return "{\"server_id\":\"%s\",\"status\":\"online\",\"timestamp\":\"2026-01-01T00:00:00-03:00\",\"topicos\":[\"proprios\"]}"
                .formatted(serverId);
    }

    private static boolean heard(Participante who, String text) {
        return heardOn(who, "", text);
    }

    private static boolean heardOn(Participante who, String topic, String text) {
        return who.heard().stream().anyMatch(message -> message.startsWith(topic) && message.contains(text));
    }
}
