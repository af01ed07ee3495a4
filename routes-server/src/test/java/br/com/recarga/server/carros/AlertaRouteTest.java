package br.com.recarga.server.carros;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerHarness.Published;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A car of 44.5 kWh and 0.19 kWh/km: its battery is low below 8.9 kWh. */
@ServerTest
class AlertaRouteTest {

    private static final String BATERIA = "carros/ABC1234/bateria";
    private static final String STATUS = "carros/ABC1234/status";
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aLowBatteryIsToldWhatItCanReachFromThePointWhereTheCarIs() {
        // Tipo 2; another of them is 10.9 km away, the third beyond 43 km
        server.reservar(deReserva().posto(2).build());

        hear(BATERIA, "\"nivel_bateria\":8.2");

        JsonNode alerta = alerta();
        assertThat(alerta.path("placa").asText()).isEqualTo("ABC1234");
        assertThat(alerta.path("server_id").asText()).isEqualTo("server7");
        assertThat(alerta.path("nivel_bateria").asDouble()).isEqualTo(8.2);
        assertThat(alerta.path("percentual").asDouble()).isEqualTo(18.4);
        assertThat(alerta.path("autonomia_km").asDouble()).isEqualTo(43.2);
        assertThat(alerta.path("mensagem").asText()).isEqualTo("Bateria em 18%: há 1 posto livre ao alcance");
        assertThat(alerta.path("timestamp").asText()).isEqualTo("2026-06-01T09:00:00-03:00");
        assertThat(ids(alerta)).containsExactly(6);
        assertThat(alerta.at("/postos/0/distancia_km").asDouble()).isEqualTo(10.9);
        assertThat(alerta.at("/postos/0/disponivel").asBoolean()).isTrue();
    }

    @Test
    void theRateThatComesWithTheLevelCounts() {
        server.reservar(deReserva().posto(1).build());

        // 164 km: two points of CCS2 are 111 km away, another 222
        hear(BATERIA, "\"nivel_bateria\":8.2,\"taxa_descarga\":0.05");

        assertThat(ids(alerta())).containsExactly(4, 7);
    }

    @Test
    void thePositionThatTheCarTellsCounts() {
        server.reservar(deReserva().posto(2).build());

        hear(BATERIA, "\"nivel_bateria\":8.2,\"localizacao\":\"-12.5,-38.0\"");

        assertThat(ids(alerta())).containsExactly(5);
        assertThat(alerta().at("/postos/0/distancia_km").asDouble()).isZero();
    }

    @Test
    void aPositionThatTheCarToldEarlierCounts() {
        server.reservar(deReserva().posto(2).build());
        hear(STATUS, "\"nivel_bateria\":20,\"localizacao\":\"-12.5,-38.0\"");

        hear(BATERIA, "\"nivel_bateria\":8.2");

        assertThat(ids(alerta())).containsExactly(5);
    }

    @Test
    void aReservationThatHasNotBegunDoesNotTellWhereTheCarIs() {
        server.reservar(deReserva().posto(2).inicio(TOMORROW).build());

        hear(BATERIA, "\"nivel_bateria\":8.2");

        assertThat(ids(alerta())).isEmpty();
        assertThat(alerta().path("mensagem").asText()).contains("sem saber onde o carro está");
    }

    @Test
    void aReservationToWhichTheCarDidNotComeDoesNotTellWhereItIs() {
        server.reservar(deReserva().posto(2).build());
        clock.advance(Duration.ofMinutes(15));

        hear(BATERIA, "\"nivel_bateria\":8.2");

        assertThat(alerta().path("mensagem").asText()).contains("sem saber onde o carro está");
    }

    @Test
    void theLatestPointAtWhichTheCarWasTellsWhereItIs() {
        String first = server.reservar(
                        deReserva().id("r-1").posto(5).fim(NOW.plusSeconds(900)).build())
                .reservaId();
        server.hear("reservas/x/status", situacao(first, "EM_ANDAMENTO"));
        server.hear("reservas/x/status", situacao(first, "CONCLUIDA"));
        clock.advance(Duration.ofHours(1));
        String second = server.reservar(deReserva().id("r-2").posto(2).build()).reservaId();
        server.hear("reservas/x/status", situacao(second, "EM_ANDAMENTO"));
        server.hear("reservas/x/status", situacao(second, "CONCLUIDA"));
        clock.advance(Duration.ofHours(10));

        hear(BATERIA, "\"nivel_bateria\":8.2");

        assertThat(ids(alerta())).containsExactly(2, 6);
    }

    @Test
    void aPointThatIsNotFreeNowIsNotOffered() {
        server.reservar(deReserva().posto(2).build());
        server.emManutencao(6);

        hear(BATERIA, "\"nivel_bateria\":8.2");

        assertThat(ids(alerta())).isEmpty();
        assertThat(alerta().path("mensagem").asText()).isEqualTo("Bateria em 18%: não há posto livre ao alcance");
    }

    @Test
    void theAlertGoesOutOncePerFall() {
        server.reservar(deReserva().posto(2).build());

        hear(BATERIA, "\"nivel_bateria\":8.2");
        hear(BATERIA, "\"nivel_bateria\":8.2");
        hear(STATUS, "\"nivel_bateria\":5");
        hear(BATERIA, "\"nivel_bateria\":8.9");
        hear(BATERIA, "\"nivel_bateria\":8.899");

        assertThat(alertas())
                .extracting(alerta -> alerta.path("nivel_bateria").asDouble())
                .containsExactly(8.2, 8.899);
    }

    @Test
    void ofManyMessagesAtOnceOneAnnounces() {
        server.reservar(deReserva().posto(2).build());

        List<CompletableFuture<Void>> all = IntStream.range(0, 16)
                .mapToObj(n -> CompletableFuture.runAsync(() -> hear(BATERIA, "\"nivel_bateria\":8.2")))
                .toList();
        all.forEach(CompletableFuture::join);

        assertThat(alertas()).hasSize(1);
    }

    @Test
    void aCarThatChargesIsLeftInPeaceUntilItIsUnplugged() {
        server.reservar(deReserva().posto(2).build());

        hear(STATUS, "\"nivel_bateria\":5,\"em_carregamento\":true");
        hear(BATERIA, "\"nivel_bateria\":6");
        assertThat(alertas()).isEmpty();
        hear(STATUS, "\"nivel_bateria\":7,\"em_carregamento\":false");

        assertThat(alerta().path("nivel_bateria").asDouble()).isEqualTo(7);
    }

    @Test
    void aCarThatReservesWithAChargedBatteryMayFallAgain() {
        server.reservar(deReserva().id("r-1").posto(2).build());
        hear(BATERIA, "\"nivel_bateria\":8.2");

        server.reservar(deReserva().id("r-2").posto(6).inicio(TOMORROW).build());
        hear(BATERIA, "\"nivel_bateria\":8.1");

        assertThat(alertas())
                .extracting(alerta -> alerta.path("nivel_bateria").asDouble())
                .containsExactly(8.2, 8.1);
    }

    @Test
    void anAlertThatCannotBePublishedIsLostAndTheCarIsUpdatedAllTheSame() {
        server.reservar(deReserva().posto(2).build());
        server.mqttOut().whenAnyExchangeReceived(exchange -> {
            throw new MqttException(MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED);
        });

        Exchange heard = hear(BATERIA, "\"nivel_bateria\":8.2");

        assertThat(heard.getException()).isNull();
        assertThat(jdbc.sql("SELECT nivel_bateria_atual FROM carros")
                        .query(Double.class)
                        .single())
                .isEqualTo(8.2);
    }

    private Exchange hear(String topic, String fields) {
        return server.hear(topic, "{\"placa\":\"ABC1234\",%s}".formatted(fields));
    }

    private static String situacao(String reservaId, String situacao) {
        return "{\"reserva_id\":\"%s\",\"server_id\":\"server7\",\"situacao\":\"%s\"}".formatted(reservaId, situacao);
    }

    private JsonNode alerta() {
        List<JsonNode> alertas = alertas();
        assertThat(alertas).hasSize(1);
        return alertas.get(0);
    }

    private List<JsonNode> alertas() {
        return server.published().stream()
                .filter(message -> message.topic().equals("carros/ABC1234/alerta"))
                .map(Published::json)
                .toList();
    }

    private static List<Integer> ids(JsonNode alerta) {
        return alerta.path("postos").findValues("id").stream()
                .map(JsonNode::asInt)
                .toList();
    }
}
