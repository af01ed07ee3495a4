package br.com.recarga.server.postos;

import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.platform.database.DatabaseUrl;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerHarness.Published;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class PublicarPostosRouteTest {

    private static final String TRES = "pontos/server7/3/status";
    private static final String QUATRO = "pontos/server7/4/status";

    /** As long as the clock may change a point unnoticed. */
    private static final Duration RELOGIO = Duration.ofSeconds(5);

    @Autowired
    private ServerHarness server;

    @Autowired
    private DatabaseUrl database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void allIsPublished() throws Exception {
        // what it finds changed are the points as the last test has left them
        changeByAnotherProcess("UPDATE postos SET disponivel = disponivel");
        server.fire(PublicarPostosRoute.ID);
        server.mqttOut().reset();
    }

    @Test
    void aPointThatStaysAsItIsCostsNoMessage() throws Exception {
        changeByAnotherProcess("UPDATE postos SET disponivel = disponivel");
        server.fire(PublicarPostosRoute.ID);
        clock.advance(RELOGIO);
        server.fire(PublicarPostosRoute.ID);

        assertThat(server.published()).isEmpty();
    }

    @Test
    void aPointThatHasChangedIsPublishedOnceAndAlone() {
        server.reservar(deReserva().posto(3).build());

        server.fire(PublicarPostosRoute.ID);
        server.fire(PublicarPostosRoute.ID);

        assertThat(status()).hasSize(1);
        Published status = status().get(0);
        assertThat(status.topic()).isEqualTo(TRES);
        assertThat(status.json()).hasToString("""
                {"ponto_id":3,"server_id":"server7","disponivel":false,"em_manutencao":false,\
                "timestamp":"2026-06-01T09:00:00-03:00"}""");
    }

    @Test
    void whatTelemetryChangesIsPublished() {
        String reservaId = server.reservar(deReserva().posto(3).build()).reservaId();
        server.hear("reservas/x/status", """
                {"reserva_id":"%s","server_id":"server7","situacao":"EM_ANDAMENTO"}""".formatted(reservaId));
        server.fire(PublicarPostosRoute.ID);
        server.hear("reservas/x/status", """
                {"reserva_id":"%s","server_id":"server7","situacao":"CONCLUIDA"}""".formatted(reservaId));
        server.hear("pontos/4/disponibilidade", """
                {"ponto_id":4,"server_id":"server7","disponivel":true,"em_manutencao":true}""");
        server.fire(PublicarPostosRoute.ID);

        assertThat(status()).extracting(Published::topic).containsExactly(TRES, TRES, QUATRO);
        assertThat(status().get(1).json().path("disponivel").asBoolean()).isTrue();
        assertThat(status().get(2).json().path("disponivel").asBoolean()).isFalse();
        assertThat(status().get(2).json().path("em_manutencao").asBoolean()).isTrue();
    }

    @Test
    void whatAnotherProcessChangesInTheDatabaseIsPublishedAtOnce() throws Exception {
        changeByAnotherProcess("UPDATE postos SET disponivel = FALSE WHERE id = 3");
        try {
            server.fire(PublicarPostosRoute.ID);

            assertThat(status()).extracting(Published::topic).containsExactly(TRES);
            assertThat(status().get(0).json().path("disponivel").asBoolean()).isFalse();
        } finally {
            changeByAnotherProcess("UPDATE postos SET disponivel = TRUE WHERE id = 3");
        }
    }

    @Test
    void aPointThatTheClockHasFreedIsPublished() {
        server.reservar(deReserva().posto(3).build());
        server.fire(PublicarPostosRoute.ID);

        clock.advance(Duration.ofMinutes(15));
        server.fire(PublicarPostosRoute.ID);

        assertThat(status())
                .extracting(status -> status.json().path("disponivel").asBoolean())
                .containsExactly(false, true);
    }

    @Test
    void whatCouldNotBePublishedComesAgainAndHoldsUpNoOther() {
        server.reservar(deReserva().id("r-1").posto(3).build());
        server.reservar(deReserva().id("r-2").placa("XYZ9876").posto(4).build());
        server.mqttOut().reset();
        server.mqttOut().whenAnyExchangeReceived(exchange -> {
            if (TRES.equals(
                    exchange.getMessage().getHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC, String.class))) {
                throw new MqttException(MqttClientException.REASON_CODE_MAX_INFLIGHT);
            }
        });
        server.fire(PublicarPostosRoute.ID);
        assertThat(status()).extracting(Published::topic).containsExactly(TRES, QUATRO);
        server.mqttOut().reset();

        clock.advance(RELOGIO);
        server.fire(PublicarPostosRoute.ID);

        assertThat(status()).extracting(Published::topic).containsExactly(TRES);
    }

    /** On a connection that the routes know nothing of. */
    private void changeByAnotherProcess(String statement) throws SQLException {
        try (Connection other = DriverManager.getConnection(database.jdbc(), database.user(), database.password());
                Statement change = other.createStatement()) {
            change.executeUpdate(statement);
        }
    }

    private List<Published> status() {
        return server.published().stream()
                .filter(message -> message.topic().startsWith("pontos/"))
                .toList();
    }
}
