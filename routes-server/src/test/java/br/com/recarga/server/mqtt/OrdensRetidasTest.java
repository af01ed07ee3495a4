package br.com.recarga.server.mqtt;

import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order is for the moment: what the broker had kept is counted, and not done. */
@ServerTest
class OrdensRetidasTest {

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    private long before;

    @BeforeEach
    void count() {
        before = server.exchanges(DescartarRoute.RETIDAS);
    }

    @Test
    void aRequestIsNeitherDoneNorAnswered() throws JsonProcessingException {
        server.receiveRetained(
                Topics.POSTOS_RESERVA,
                ContractJson.mapper().writeValueAsString(deReserva().build()));

        assertThat(server.published()).isEmpty();
        assertThat(server.rows("reservas")).isZero();
        assertCounted();
    }

    @Test
    void aSwitchDoesNotCancelReservationsAnew() {
        server.reservar(deReserva().posto(3).build());

        server.hearRetained(
                "pontos/3/disponibilidade",
                "{\"ponto_id\":3,\"server_id\":\"server7\",\"disponivel\":false,\"em_manutencao\":true}");

        assertThat(server.rows("manutencoes")).isZero();
        assertThat(situacao()).isEqualTo("CONFIRMADA");
        assertCounted();
    }

    @Test
    void nobodyArrives() {
        Resposta reserva = server.reservar(deReserva().build());

        server.hearRetained(
                "reservas/" + reserva.reservaId() + "/status",
                "{\"reserva_id\":\"%s\",\"server_id\":\"server7\",\"situacao\":\"EM_ANDAMENTO\"}"
                        .formatted(reserva.reservaId()));

        assertThat(situacao()).isEqualTo("CONFIRMADA");
        assertCounted();
    }

    @Test
    void aCarIsAsItWas() {
        server.reservar(deReserva().placa("ABC1234").bateria(44.9, 22.4).build());

        server.hearRetained("carros/ABC1234/bateria", "{\"placa\":\"ABC1234\",\"nivel_bateria\":1}");

        assertThat(jdbc.sql("SELECT nivel_bateria_atual FROM carros")
                        .query(Double.class)
                        .single())
                .isEqualTo(22.4);
        assertCounted();
    }

    private String situacao() {
        return jdbc.sql("SELECT situacao FROM reservas").query(String.class).single();
    }

    private void assertCounted() {
        assertThat(server.exchanges(DescartarRoute.RETIDAS)).isEqualTo(before + 1);
    }
}
