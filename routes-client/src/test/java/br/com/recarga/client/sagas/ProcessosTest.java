package br.com.recarga.client.sagas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import br.com.recarga.platform.mqtt.MqttConnections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

@ClientTest
class ProcessosTest {

    @Autowired
    private ClientHarness client;

    @Autowired
    private Processos processos;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EstarRoute route;

    @Autowired
    private MqttConnections connections;

    @AfterEach
    void theBrokerIsAway() {
        ReflectionTestUtils.setField(route, "connections", connections);
    }

    @Test
    void oneOfSeveralSaysAgainAndAgainThatItIsThereAndWhatIsLongGoneIsForgotten() throws Exception {
        jdbc.sql("INSERT INTO processos (id, prova, ate) VALUES ('antigo', '', 0)")
                .update();

        client.beThere();
        assertThat(there()).isEmpty();

        hearsTheServers();
        client.beThere();
        client.beThere();

        assertThat(there()).containsExactly(processos.id());
        assertThat(jdbc.sql("SELECT count(*) FROM processos").query(Long.class).single())
                .isEqualTo(1);
    }

    private void hearsTheServers() {
        MqttConnections all = mock();
        when(all.allSubscribed()).thenReturn(true);
        ReflectionTestUtils.setField(route, "connections", all);
    }

    private List<String> there() {
        return jdbc.sql("SELECT id FROM processos WHERE ate >= (SELECT agora FROM relogio)")
                .query(String.class)
                .list();
    }
}
