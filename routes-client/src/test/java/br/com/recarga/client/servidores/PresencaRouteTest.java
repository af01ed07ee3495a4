package br.com.recarga.client.servidores;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ServidorStatus;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ClientTest
class PresencaRouteTest {

    @Autowired
    private ClientHarness client;

    @Autowired
    private Servidores servidores;

    @Test
    void theLastWordOfAServerCounts() {
        client.online("server1");
        assertThat(servidores.noAr()).containsExactly("server1");

        client.offline("server1");
        assertThat(servidores.noAr()).isEmpty();
        assertThat(servidores.todos()).hasSize(1);

        client.online("server1");
        assertThat(servidores.noAr()).containsExactly("server1");
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "servers/server2/status | {\"server_id\":\"server1\",\"status\":\"offline\"}",
                "servers/server1/x/status | {\"server_id\":\"server1\",\"status\":\"offline\"}",
                "servers//status | {\"server_id\":\"server1\",\"status\":\"offline\"}",
                "servers/SERVER1/status | {\"server_id\":\"server1\",\"status\":\"offline\"}"
            })
    void nobodySpeaksForAnotherServer(String topic, String json) {
        client.online("server1");

        client.announce(topic, json);

        assertThat(servidores.noAr()).containsExactly("server1");
        assertThat(servidores.todos()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "offline",
                "null",
                "[]",
                "{}",
                "{\"status\":\"offline\"}",
                "{\"server_id\":\"server1\"}",
                "{\"server_id\":\"server1\",\"status\":null}",
                "{\"server_id\":\"server1\",\"status\":\"asleep\"}",
                "{\"server_id\":\"server1\",\"status\":\"OFFLINE\"}",
                "{\"server_id\":\"server1\",\"status\":\"offline\",\"timestamp\":\"yesterday\"}",
                "{\"server_id\":\"server1\",\"status\":\"offline\""
            })
    void whatCannotBeReadIsIgnoredAndTheNextMessageIsHeard(String garbage) {
        client.online("server1");

        client.announce("servers/server1/status", garbage);
        assertThat(servidores.noAr()).containsExactly("server1");

        client.offline("server1");
        assertThat(servidores.noAr()).isEmpty();
    }

    @Test
    void aServerWhosePresenceIsDeletedIsForgotten() {
        client.online("server1", "server2");

        client.announce("servers/server1/status", "");

        assertThat(servidores.todos()).extracting(ServidorStatus::serverId).containsExactly("server2");
        assertThat(client.get("/postos?server_id=server1").getStatusCode().value())
                .isEqualTo(404);
        client.online("server1");
        assertThat(servidores.noAr()).containsExactly("server1", "server2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"servers/server9/status", "servers//status", "servers/SERVER1/status"})
    void toForgetAServerThatWasNeverHeardOfChangesNothing(String topic) {
        client.online("server1");

        client.announce(topic, "");

        assertThat(servidores.noAr()).containsExactly("server1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "$SYS", "é", "<b>"})
    void aServerThatNobodyCouldAskIsNotHeard(String serverId) {
        client.online(serverId);

        assertThat(servidores.todos()).isEmpty();
    }

    @Test
    void aPresenceWithoutATimeAndWithMoreFieldsCounts() {
        client.announce("servers/server1/status", "{\"server_id\":\"server1\",\"status\":\"online\",\"novo\":1}");

        assertThat(servidores.noAr()).containsExactly("server1");
    }

    @Test
    void allThatWereEverAnnouncedAreShown() throws IOException {
        client.online("server2", "server1");
        client.offline("server3");

        assertThat(client.get("/servidores").getBody())
                .isEqualTo(ContractJson.mapper().readTree("""
                {"servidores":[
                  {"server_id":"server1","status":"online","timestamp":"2026-06-01T09:00:00-03:00"},
                  {"server_id":"server2","status":"online","timestamp":"2026-06-01T09:00:00-03:00"},
                  {"server_id":"server3","status":"offline","timestamp":"2026-06-01T10:00:00-03:00"}]}"""));
    }

    @Test
    void withNoServerTheListIsEmpty() throws IOException {
        assertThat(client.get("/servidores").getBody())
                .isEqualTo(ContractJson.mapper().readTree("{\"servidores\":[]}"));
        assertThat(client.get("/servidores/").getStatusCode().value()).isEqualTo(200);
    }
}
