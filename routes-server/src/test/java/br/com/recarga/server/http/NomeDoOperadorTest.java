package br.com.recarga.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.server.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What a server says of its operator, who has a name. */
@ServerTest
@TestPropertySource(properties = "RECARGA_NOME=" + NomeDoOperadorTest.NOME)
class NomeDoOperadorTest {

    static final String NOME = "Eletroposto Bahia";

    @LocalServerPort
    private int port;

    @Test
    void isToldWithHowTheServerIs() {
        assertThat(Operador.at(port).get("/status").text("/nome")).isEqualTo(NOME);
    }
}
