package br.com.recarga.server.carregamentos;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.contract.CarregamentoInicio;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.avisos.IgnorarRoute;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ChegadaSaidaRouteTest {

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CarregamentoService carregamentos;

    private String reservaId;

    @BeforeEach
    void aCarReserves() {
        reservaId = server.reservar(deReserva().build()).reservaId();
    }

    @Test
    void aCarArrivesAndLeavesAndItsPointIsFreeForTheNext() {
        hear("EM_ANDAMENTO");
        assertThat(situacoes()).containsExactly("EM_ANDAMENTO");

        hear("CONCLUIDA");

        assertThat(situacoes()).containsExactly("CONCLUIDA");
        assertThat(server.reservar(deReserva().id("r-2").placa("XYZ9876").build())
                        .reservaId())
                .isNotNull();
    }

    @Test
    void theHistorySaysThatItWasTheDriver() {
        hear("EM_ANDAMENTO");
        hear("CONCLUIDA");

        assertThat(historico())
                .extracting(line -> line.get("de") + ">" + line.get("para") + " " + line.get("por"))
                .containsExactly(
                        "null>CONFIRMADA MOTORISTA",
                        "CONFIRMADA>EM_ANDAMENTO MOTORISTA",
                        "EM_ANDAMENTO>CONCLUIDA MOTORISTA");
    }

    @Test
    void whoDidItIsNotToldOfIt() {
        int published = server.published().size();

        hear("EM_ANDAMENTO");

        assertThat(server.published()).hasSize(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EM_ANDAMENTO", "CONCLUIDA"})
    void theSameMessageASecondTimeChangesNothing(String situacao) {
        hear("EM_ANDAMENTO");
        hear(situacao);
        List<Map<String, Object>> before = historico();
        long ignored = server.exchanges(IgnorarRoute.ID);

        hear(situacao);

        assertThat(situacoes()).containsExactly(situacao);
        assertThat(historico()).isEqualTo(before);
        assertThat(server.exchanges(IgnorarRoute.ID)).isEqualTo(ignored + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRE_RESERVADA", "CONFIRMADA", "CANCELADA", "EXPIRADA"})
    void otherStatesAreAskedForAndNotTold(String situacao) {
        long malformed = server.exchanges("descartar-telemetria");

        hear(situacao);

        assertThat(situacoes()).containsExactly("CONFIRMADA");
        assertThat(historico()).hasSize(1);
        assertThat(server.exchanges("descartar-telemetria")).isEqualTo(malformed + 1);
    }

    @Test
    void aDepartureThatIsOnlyToldReadsForNobody() {
        hear("EM_ANDAMENTO");
        long read = server.exchanges("buscar-carregamento");

        hear("CONCLUIDA");

        assertThat(situacoes()).containsExactly("CONCLUIDA");
        assertThat(server.exchanges("buscar-carregamento")).isEqualTo(read);
    }

    @Test
    void whoHasNotArrivedCannotLeave() {
        hear("CONCLUIDA");

        assertThat(situacoes()).containsExactly("CONFIRMADA");
    }

    @Test
    void whoComesADayTooEarlyHasNotArrived() {
        String amanha = server.reservar(deReserva()
                        .id("r-2")
                        .placa("XYZ9876")
                        .inicio(NOW.plus(Duration.ofDays(1)))
                        .build())
                .reservaId();

        hear(amanha, "server7", "EM_ANDAMENTO");

        assertThat(situacoes()).containsExactly("CONFIRMADA", "CONFIRMADA");
    }

    @Test
    void aReservationOfAnotherServerOrOfNoneIsLeftAlone() {
        long ignored = server.exchanges(IgnorarRoute.ID);

        hear(reservaId, "server8", "EM_ANDAMENTO");
        assertThat(server.exchanges(IgnorarRoute.ID)).isEqualTo(ignored);
        hear("server7-desconhecida", "server7", "EM_ANDAMENTO");

        assertThat(situacoes()).containsExactly("CONFIRMADA");
        assertThat(server.exchanges(IgnorarRoute.ID)).isEqualTo(ignored + 1);
    }

    @Test
    void whoeverNamesNoPointHearsOfNone() {
        CarregamentoInicio unknown = new CarregamentoInicio("server7-01a20121-6074-7f6c-b1fd-547073455cea", null);

        assertThatThrownBy(() -> carregamentos.exigirChegada(null, unknown, null))
                .hasMessage("Não há reserva com esse número");
    }

    private void hear(String situacao) {
        hear(reservaId, "server7", situacao);
    }

    private void hear(String reserva, String serverId, String situacao) {
        server.hear(
                "reservas/" + reserva + "/status",
                "{\"reserva_id\":\"%s\",\"server_id\":\"%s\",\"situacao\":\"%s\"}"
                        .formatted(reserva, serverId, situacao));
    }

    private List<String> situacoes() {
        return jdbc.sql("SELECT situacao FROM reservas").query(String.class).list();
    }

    private List<Map<String, Object>> historico() {
        return jdbc.sql("SELECT * FROM reservas_historico WHERE reserva_id = ? ORDER BY id")
                .param(reservaId)
                .query()
                .listOfRows();
    }
}
