package br.com.recarga.server.reservas;

import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Resposta;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever reads the database has no code by which to see or cancel anything. */
@ServerTest
class CodigosNoBancoTest {

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void noTableHasACodeInTheClearAndWhoRepeatsTheRequestIsGivenItAgain() {
        Resposta resposta = server.reservar(deReserva().id("r-1").build());

        List<String> tables = server.tables();
        assertThat(tables).contains("reservas", "respostas", "reservas_historico");
        for (String table : tables) {
            assertThat(jdbc.sql("SELECT * FROM " + table).query().listOfRows().toString())
                    .as(table)
                    .doesNotContain(resposta.codigoReserva());
        }
        assertThat(server.reservar(deReserva().id("r-1").build())).isEqualTo(resposta);
    }
}
