package br.com.recarga.client.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientHarness;
import br.com.recarga.client.ClientTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClientTest
class ProcessosTest {

    @Autowired
    private ClientHarness client;

    @Autowired
    private Processos processos;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void oneOfSeveralSaysAgainAndAgainThatItIsThereAndWhatIsLongGoneIsForgotten() throws Exception {
        jdbc.sql("INSERT INTO processos (id, prova, ate) VALUES ('antigo', '', 0)")
                .update();

        client.beThere();
        client.beThere();

        assertThat(jdbc.sql("SELECT id FROM processos WHERE ate >= (SELECT agora FROM relogio)")
                        .query(String.class)
                        .list())
                .containsExactly(processos.id());
        assertThat(jdbc.sql("SELECT count(*) FROM processos").query(Long.class).single())
                .isEqualTo(1);
    }
}
