package br.com.recarga.client.servidores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.platform.mqtt.MqttConnections;
import br.com.recarga.testkit.ServerSentEvents;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

@ClientTest
class PerderServidoresRouteTest {

    private static final Instant VOLTA = Instant.parse("2026-06-01T12:00:00Z");

    private final MqttConnections connections = mock();
    private final Map<String, Object> before = new HashMap<>();

    @Autowired
    private ClientHarness client;

    @Autowired
    private Servidores servidores;

    @BeforeEach
    void twoServersAreOnlineAndTheBrokerComesBack() {
        for (String field : List.of("connections", "clock", "conexao", "desde")) {
            before.put(field, ReflectionTestUtils.getField(servidores, field));
        }
        ReflectionTestUtils.setField(servidores, "connections", connections);
        when(connections.isSubscribed(PresencaRoute.ID)).thenReturn(true);
        connection(1);
        at(VOLTA.minusSeconds(60));
        client.online("server1", "server2");
        client.lookForLostServers();
        connection(2);
        at(VOLTA);
        client.lookForLostServers();
    }

    @AfterEach
    void asItWas() {
        before.forEach((field, value) -> ReflectionTestUtils.setField(servidores, field, value));
    }

    @Test
    void aServerThatDoesNotComeBackWithTheBrokerHasGone() throws Exception {
        try (ServerSentEvents news = client.listen()) {
            client.online("server2");
            at(VOLTA.plus(Servidores.ESPERA));
            client.lookForLostServers();

            assertThat(servidores.noAr()).containsExactly("server2");
            await().untilAsserted(() -> assertThat(news.data("servidor"))
                    .anyMatch(data -> data.contains("\"server1\"") && data.contains("\"offline\"")));
        }
    }

    @Test
    void itIsGivenTheTimeToFindTheBroker() {
        at(VOLTA.plus(Servidores.ESPERA).minusMillis(1));
        client.lookForLostServers();

        assertThat(servidores.noAr()).containsExactly("server1", "server2");
    }

    @Test
    void theTimeCountsFromWhenItIsHeard() {
        when(connections.isSubscribed(PresencaRoute.ID)).thenReturn(false);
        at(VOLTA.plus(Servidores.ESPERA));
        client.lookForLostServers();
        when(connections.isSubscribed(PresencaRoute.ID)).thenReturn(true);
        client.lookForLostServers();

        assertThat(servidores.noAr()).containsExactly("server1", "server2");
    }

    @Test
    void aRouteThatIsStoppedAndStartedCountsItsConnectionsAnew() {
        connection(1);
        at(VOLTA.plusSeconds(1));
        client.lookForLostServers();
        client.online("server2");
        connection(2);
        client.lookForLostServers();
        client.online("server1");
        at(VOLTA.plusSeconds(1).plus(Servidores.ESPERA));
        client.lookForLostServers();

        assertThat(servidores.noAr()).containsExactly("server1");
    }

    @Test
    void whoeverComesLaterIsBack() {
        at(VOLTA.plus(Servidores.ESPERA));
        client.lookForLostServers();
        client.online("server1");
        client.lookForLostServers();

        assertThat(servidores.noAr()).containsExactly("server1");
    }

    @Test
    void whoHasAnnouncedHeartbeatsAndMissesThreeHasGoneUntilItIsHeardAgain() {
        client.online("server2");
        beats();
        at(VOLTA.plusSeconds(45));
        client.lookForLostServers();
        assertThat(servidores.noAr()).containsExactly("server1", "server2");

        at(VOLTA.plusSeconds(45).plusMillis(1));
        client.lookForLostServers();
        assertThat(servidores.noAr()).containsExactly("server2");

        beats();
        client.lookForLostServers();
        assertThat(servidores.noAr()).containsExactly("server1", "server2");
    }

    @Test
    void whatCouldNotBeHeardWasNotMissed() {
        client.online("server2");
        beats();
        when(connections.isSubscribed(PresencaRoute.ID)).thenReturn(false);
        at(VOLTA.plusSeconds(100));
        client.lookForLostServers();
        when(connections.isSubscribed(PresencaRoute.ID)).thenReturn(true);
        at(VOLTA.plusSeconds(145));
        client.lookForLostServers();

        assertThat(servidores.noAr()).containsExactly("server1", "server2");
    }

    private void beats() {
        client.announce("servers/server1/status", """
                {"server_id":"server1","status":"online","instancia":"a","batida_segundos":15}""");
    }

    private void connection(long number) {
        when(connections.connects(PresencaRoute.ID)).thenReturn(number);
    }

    private void at(Instant now) {
        ReflectionTestUtils.setField(servidores, "clock", Clock.fixed(now, ZoneOffset.UTC));
    }
}
