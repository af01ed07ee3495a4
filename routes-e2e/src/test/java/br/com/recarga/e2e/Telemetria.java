package br.com.recarga.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.recarga.e2e.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What is told over MQTT without being asked, by programs that know nothing but the topics, and what comes of it. Uses
 * points above 44, which no other test does.
 */
interface Telemetria {

    /** Ample for a busy machine. */
    Duration PATIENCE = Duration.ofSeconds(10);

    Broker started();

    /** {@code server1} for 1, and so on. */
    Api server(int n);

    @Test
    @SoAberto
    default void anOperatorsSwitchChangesThePointOfItsServerOnly() {
        try (Peer operator = Peer.mqtt3(started(), "original")) {
            operator.publish(
                    "pontos/45/disponibilidade",
                    "{\"ponto_id\":45,\"server_id\":\"server2\",\"disponivel\":false,\"em_manutencao\":true}");

            awaitPoint(
                    2, 45, point -> !livre(point) && point.get("em_manutencao").asBoolean());
            assertThat(livre(point(1, 45))).isTrue();
            assertThat(livre(point(3, 45))).isTrue();

            // back as it was; what names no server is nobody's
            operator.publish("pontos/45/disponibilidade", "{\"ponto_id\":45,\"disponivel\":false}");
            operator.publish(
                    "pontos/45/disponibilidade",
                    "{\"ponto_id\":45,\"server_id\":\"server2\",\"disponivel\":true,\"em_manutencao\":false}");
            awaitPoint(
                    2, 45, point -> livre(point) && !point.get("em_manutencao").asBoolean());
        }
    }

    @Test
    @SoAberto
    default void whoComesLaterSeesHowAPointIs() {
        String status = "pontos/server2/46/status";
        try (Peer operator = Peer.mqtt5(started(), "original");
                Peer page = Peer.mqtt5(started(), "original")) {
            operator.subscribe(status);
            assertThat(operator.received(status).get("disponivel").asBoolean()).isTrue();

            operator.publish(
                    "pontos/46/disponibilidade", "{\"ponto_id\":46,\"server_id\":\"server2\",\"disponivel\":false}");
            JsonNode change = operator.received(status);
            awaitRetained(status, change);
            page.subscribe(status);
            JsonNode retained = page.received(status);

            assertThat(retained).isEqualTo(change);
            assertThat(retained.get("ponto_id").asInt()).isEqualTo(46);
            assertThat(retained.get("server_id").asText()).isEqualTo("server2");
            assertThat(retained.get("disponivel").asBoolean()).isFalse();
            assertThat(retained.get("em_manutencao").asBoolean()).isFalse();
            assertThat(retained.hasNonNull("timestamp")).isTrue();
            assertThat(livre(point(2, 46))).isFalse();

            operator.publish(
                    "pontos/46/disponibilidade", "{\"ponto_id\":46,\"server_id\":\"server2\",\"disponivel\":true}");
            assertThat(page.received(status).get("disponivel").asBoolean()).isTrue();
        }
    }

    /**
     * Artemis hands a retained message to the subscribers first and retains it then: whoever subscribes in between gets it
     * neither way.
     */
    private void awaitRetained(String topic, JsonNode message) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            try (Peer late = Peer.mqtt5(started(), "original")) {
                late.subscribe(topic);
                return message.equals(late.received(topic, 1));
            }
        });
    }

    @Test
    @SoAberto
    default void aCarArrivesAndLeavesAndItsPointIsFree() {
        try (Peer car = Peer.mqtt3(started(), "original")) {
            String placa = Reserva.placa();
            JsonNode reserva = reservada(car, "chegada", "server1", 47, placa);
            String reservaId = reserva.get("reserva_id").asText();
            assertThat(livre(point(1, 47))).isFalse();

            car.publish("reservas/" + reservaId + "/status", situacao(reservaId, "EM_ANDAMENTO"));
            await().atMost(PATIENCE)
                    .until(() -> situacao(car, "chegada", reserva).equals("EM_ANDAMENTO"));
            assertThat(livre(point(1, 47))).isFalse();

            car.publish("reservas/" + reservaId + "/status", situacao(reservaId, "CONCLUIDA"));
            awaitPoint(1, 47, Telemetria::livre);
            assertThat(situacao(car, "chegada", reserva)).isEqualTo("CONCLUIDA");
        }
    }

    @Test
    @SoAberto
    default void aCarWhoseBatteryFallsIsToldWhereItCanChargeOncePerFall() {
        try (Peer car = Peer.mqtt5(started(), "original")) {
            String placa = Reserva.placa();
            String alerta = "carros/" + placa + "/alerta";
            car.subscribe(alerta);
            String reservaId = reservar(car, "bateria", "server1", 48, placa);

            // of 44.9 kWh; at 0.05 kWh/km it gets 160 km
            for (String nivel : new String[] {"8", "7.9", "20", "8.5"}) {
                car.publish("carros/" + placa + "/bateria", """
                        {"placa":"%s","nivel_bateria":%s,"taxa_descarga":0.05}""".formatted(placa, nivel));
            }

            JsonNode first = car.received(alerta);
            assertThat(first.get("placa").asText()).isEqualTo(placa);
            assertThat(first.get("server_id").asText()).isEqualTo("server1");
            assertThat(first.get("nivel_bateria").asDouble()).isEqualTo(8);
            assertThat(first.get("percentual").asDouble()).isEqualTo(17.8);
            assertThat(first.get("autonomia_km").asDouble()).isEqualTo(160);
            assertThat(first.get("postos")).isNotEmpty();
            String conector = point(1, 48).get("tipo_conector").asText();
            for (JsonNode posto : first.get("postos")) {
                assertThat(livre(posto)).isTrue();
                assertThat(posto.get("tipo_conector").asText()).isEqualTo(conector);
                assertThat(posto.get("distancia_km").asDouble() * 1.2).isLessThanOrEqualTo(160);
                assertThat(livre(point(1, posto.get("id").asInt()))).isTrue();
            }
            assertThat(car.received(alerta).get("nivel_bateria").asDouble()).isEqualTo(8.5);
            leave(car, reservaId, 48);
        }
    }

    @Test
    @SoAberto
    default void aCarThatChargesIsToldNothingUntilItIsUnplugged() {
        try (Peer car = Peer.mqtt3(started(), "original")) {
            String placa = Reserva.placa();
            String alerta = "carros/" + placa + "/alerta";
            car.subscribe(alerta);
            String reservaId = reservar(car, "status", "server1", 49, placa);

            car.publish(
                    "carros/" + placa + "/status",
                    "{\"placa\":\"%s\",\"nivel_bateria\":5,\"em_carregamento\":true}".formatted(placa));
            car.publish(
                    "carros/" + placa + "/status",
                    "{\"placa\":\"%s\",\"nivel_bateria\":6,\"em_carregamento\":false}".formatted(placa));

            assertThat(car.received(alerta).get("nivel_bateria").asDouble()).isEqualTo(6);
            leave(car, reservaId, 49);
        }
    }

    /** From now on, at a point of the server whose id is {@code serverId}. */
    private static String reservar(Peer car, String clientId, String serverId, int postoId, String placa) {
        return reservada(car, clientId, serverId, postoId, placa)
                .get("reserva_id")
                .asText();
    }

    private static JsonNode reservada(Peer car, String clientId, String serverId, int postoId, String placa) {
        String reply = "client/" + clientId + "/postos/reserva/response";
        car.subscribe(reply);
        car.subscribe("client/" + clientId + "/reservas/response");
        car.publish("server/postos/reserva", """
                {"request_id":"r-%s","client_id":"%s","server_id":"%s","posto_id":%d,
                 "carro":{"placa":"%s","modelo":"BYD Dolphin","capacidade_bateria":44.9,"nivel_bateria_atual":22.5,
                          "taxa_descarga":0.15}}""".formatted(placa, clientId, serverId, postoId, placa));
        JsonNode reserva = car.received(reply);
        assertThat(reserva.get("status").asText()).isEqualTo("sucesso");
        return reserva;
    }

    private static String situacao(Peer car, String clientId, JsonNode reserva) {
        String placa = reserva.get("placa").asText();
        car.publish("server/reservas/request", """
                {"request_id":"c-%s","client_id":"%s","server_id":"server1","placa":"%s","codigo_reserva":"%s"}""".formatted(
                        placa, clientId, placa, reserva.get("codigo_reserva").asText()));
        return car.received("client/" + clientId + "/reservas/response")
                .at("/reservas/0/situacao")
                .asText();
    }

    private static String situacao(String reservaId, String situacao) {
        return "{\"reserva_id\":\"%s\",\"server_id\":\"server1\",\"situacao\":\"%s\"}".formatted(reservaId, situacao);
    }

    /** So that whoever comes next finds the point free. */
    private void leave(Peer car, String reservaId, int postoId) {
        car.publish("reservas/" + reservaId + "/status", situacao(reservaId, "EM_ANDAMENTO"));
        car.publish("reservas/" + reservaId + "/status", situacao(reservaId, "CONCLUIDA"));
        awaitPoint(1, postoId, Telemetria::livre);
    }

    private void awaitPoint(int server, int postoId, Predicate<JsonNode> condition) {
        await().atMost(PATIENCE).until(() -> condition.test(point(server, postoId)));
    }

    private JsonNode point(int server, int postoId) {
        Answer answer = server(server).get("/pontos/" + postoId);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static boolean livre(JsonNode posto) {
        return posto.get("disponivel").asBoolean();
    }
}
