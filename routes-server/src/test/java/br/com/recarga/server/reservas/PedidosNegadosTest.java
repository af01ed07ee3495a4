package br.com.recarga.server.reservas;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.Parada;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.umavez.PodarRoute;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever was told that there is no such request may rely on it. */
@ServerTest
class PedidosNegadosTest {

    private static final OffsetDateTime TOMORROW = NOW.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC);

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient jdbc;

    static Stream<Arguments> kinds() {
        String reserva = "server7-01a20121-6074-7f6c-b1fd-547073455cea";
        Carro carro = new Carro("ABC1D23", "BYD Dolphin", 44.9, 22.4, 0.19);
        List<Parada> paradas = List.of(new Parada(1, TOMORROW, TOMORROW.plusHours(1)));
        OffsetDateTime expiraEm = NOW.plusSeconds(60).atOffset(ZoneOffset.UTC);
        return Stream.of(
                Arguments.of(Topics.POSTOS_RESERVA, deReserva().id("r-1").build()),
                Arguments.of(
                        Topics.POSTOS_ALTERACAO,
                        new AlteracaoRequest("r-1", "c-1", "server7", reserva, "x", TOMORROW, null, null)),
                Arguments.of(
                        Topics.POSTOS_CANCELAMENTO,
                        new CancelamentoRequest("r-1", "c-1", "server7", null, "v-1", null, null, null)),
                Arguments.of(
                        Topics.POSTOS_PRE_RESERVA,
                        new PreReservaRequest("r-1", "c-1", "server7", carro, "v-1", expiraEm, paradas, null)),
                Arguments.of(Topics.POSTOS_CONFIRMACAO, new ConfirmacaoRequest("r-1", "c-1", "server7", "v-1")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRequestThatComesAfterItWasSaidNotToBeIsRefusedAndDoesNothing(String topic, Pedido late) {
        assertThat(asked("r-1").codigo()).isEqualTo(Codigo.RESERVA_INEXISTENTE);

        Resposta refused = server.ask(topic, late, Resposta.class);

        assertThat(refused.codigo()).isEqualTo(Codigo.CHAVE_REUTILIZADA);
        assertThat(refused.mensagem()).contains("outro request_id");
        for (String table : List.of("reservas", "respostas", "carros", "viagens_canceladas")) {
            assertThat(server.rows(table)).as(table).isZero();
        }
        assertThat(asked("r-1").codigo()).isEqualTo(Codigo.RESERVA_INEXISTENTE);
    }

    @Test
    void theSameUnderAnotherIdIsDone() {
        asked("r-1");

        assertThat(server.reservar(deReserva().id("r-2").build()).codigo()).isEqualTo(Codigo.OK);
    }

    @Test
    void askingOverHttpIsFinalToo() {
        assertThat(http.getForEntity("/reservas/r-1", Resposta.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);

        assertThat(server.reservar(deReserva().id("r-1").build()).codigo()).isEqualTo(Codigo.CHAVE_REUTILIZADA);
    }

    @Test
    void askingForWhatIsKnownLeavesNoMark() {
        server.reservar(deReserva().id("r-1").placa("AAA1111").build());
        server.reservar(deReserva().id("r-2").placa("BBB2222").build());

        asked("r-1");
        asked("r-2");

        assertThat(server.rows("pedidos_negados")).isZero();
    }

    @Test
    void whatARequestDidOtherThanToReserveIsToldAsItsOutcome() {
        Resposta made = server.reservar(deReserva().id("r-1").build());
        Resposta cancelled = server.ask(
                Topics.POSTOS_CANCELAMENTO,
                new CancelamentoRequest(
                        "r-2", "c-1", "server7", made.reservaId(), null, made.codigoReserva(), null, null),
                Resposta.class);

        assertThat(asked("r-2")).isEqualTo(cancelled.withRequestId("q-1"));
    }

    @Test
    void aQuestionThatComesLateItselfLeavesNoMark() {
        Pedido late = question("r-1").comPrazo(NOW.minusSeconds(60).atOffset(ZoneOffset.UTC));

        assertThat(server.ask(Topics.RESERVAS_REQUEST, late, Resposta.class).codigo())
                .isEqualTo(Codigo.TEMPO_ESGOTADO);
        assertThat(server.rows("pedidos_negados")).isZero();
    }

    @Test
    void aMarkIsForgottenOnceNobodyWaitsForSoOldARequest() {
        asked("r-1");
        clock.advance(Duration.ofMinutes(10));
        server.fire(PodarRoute.ID);
        assertThat(server.rows("pedidos_negados")).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        server.fire(PodarRoute.ID);

        assertThat(server.rows("pedidos_negados")).isZero();
    }

    @Test
    void askingAgainCountsAnew() {
        asked("r-1");
        clock.advance(Duration.ofMinutes(9));
        asked("r-1");
        clock.advance(Duration.ofMinutes(9));
        server.fire(PodarRoute.ID);

        assertThat(server.reservar(deReserva().id("r-1").build()).codigo()).isEqualTo(Codigo.CHAVE_REUTILIZADA);
    }

    @Test
    void thereAreNoMoreMarksThanStrangersMayMakeAndBeyondThemNothingIsPromised() {
        jdbc.sql("""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
                INSERT INTO pedidos_negados SELECT 'estranho-' || i, '2026-06-01T12:00:00Z' FROM n""").update();

        assertThat(asked("r-1").codigo()).isEqualTo(Codigo.SERVIDOR_INDISPONIVEL);
        assertThat(asked("estranho-7").codigo()).isEqualTo(Codigo.RESERVA_INEXISTENTE);
        assertThat(server.rows("pedidos_negados")).isEqualTo(10_000);
        assertThat(server.reservar(deReserva().id("r-1").build()).codigo()).isEqualTo(Codigo.OK);
    }

    private Resposta asked(String requestId) {
        return server.ask(Topics.RESERVAS_REQUEST, question(requestId), Resposta.class);
    }

    private static Pedido question(String requestId) {
        return new ReservasRequest("q-1", "c-1", "server7", null, null, requestId, null, null, null);
    }
}
