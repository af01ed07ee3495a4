package br.com.recarga.server.reservas;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Topics;
import br.com.recarga.platform.erros.ErrorReplies;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.testkit.SoPostgresql;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database refuses by itself, whatever a statement of ours would let pass. */
@ServerTest
class DoisNoMesmoLugarTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant TEN = NOW.plus(HOUR);
    private static final Instant ELEVEN = TEN.plus(HOUR);
    private static final Instant NOON = ELEVEN.plus(HOUR);

    @Autowired
    private ServerHarness server;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private ErrorReplies errors;

    private Resposta held;

    @BeforeEach
    void onePointIsReserved() {
        held = server.reservar(deReserva().placa("AAA1111").janela(TEN, ELEVEN).build());
        assertThat(held.codigo()).isEqualTo(Codigo.OK);
        jdbc.sql(
                        "INSERT INTO carros (placa, modelo, capacidade_bateria, nivel_bateria_atual, taxa_descarga, atualizado_em)"
                                + " VALUES ('BBB2222', 'X', 50, 20, 0.2, '')")
                .update();
    }

    @Test
    void aSecondReservationOfThePointIsRefused() {
        assertRefused(() -> write("x", 1, "BBB2222", TEN.plusSeconds(60), NOON));
    }

    @Test
    void aSecondReservationOfTheCarElsewhereIsRefused() {
        assertRefused(() -> write("x", 2, "AAA1111", TEN.minusSeconds(60), TEN.plusSeconds(60)));
    }

    @Test
    void oneThatIsMovedIntoTheWayOfAnotherIsRefused() {
        write("x", 1, "BBB2222", ELEVEN, NOON);

        assertRefused(() -> jdbc.sql("UPDATE reservas SET inicio = ? WHERE id = 'x'")
                .param(Instantes.format(ELEVEN.minusSeconds(1)))
                .update());
        assertRefused(() -> jdbc.sql("UPDATE reservas SET fim = ? WHERE id = ?")
                .params(Instantes.format(NOON), held.reservaId())
                .update());
    }

    @Test
    void oneThatWouldCountAgainBesideAnotherIsRefused() {
        jdbc.sql("UPDATE reservas SET situacao = 'CANCELADA' WHERE id = ?")
                .param(held.reservaId())
                .update();
        write("x", 1, "BBB2222", TEN, ELEVEN);

        assertRefused(() -> jdbc.sql("UPDATE reservas SET situacao = 'CONFIRMADA' WHERE id = ?")
                .param(held.reservaId())
                .update());
    }

    @Test
    void windowsMayTouch() {
        write("x", 1, "BBB2222", ELEVEN, NOON);
        write("y", 2, "AAA1111", ELEVEN, NOON);

        assertThat(server.rows("reservas")).isEqualTo(3);
    }

    @Test
    void whatTheClockHasEndedUnseenKeepsNobodyAwayAndIsStillToldByTheSweeper() {
        clock.advance(HOUR.plus(Duration.ofMinutes(20)));

        Resposta next = server.reservar(deReserva()
                .id("r-2")
                .placa("CCC3333")
                .janela(clock.instant(), ELEVEN)
                .build());
        server.fire(ExpirarRoute.ID);

        assertThat(next.codigo()).isEqualTo(Codigo.OK);
        assertThat(server.rows("reservas WHERE situacao = 'EXPIRADA' AND id = '%s'".formatted(held.reservaId())))
                .isEqualTo(1);
        assertThat(server.rows("reservas_historico WHERE para = 'EXPIRADA'")).isEqualTo(1);
    }

    /** As one that has lapsed by the clock of another process, which goes ahead of this one's. */
    @ParameterizedTest
    @CsvSource({
        "1, CCC3333, 0, 90, POSTO_OCUPADO",
        "1, CCC3333, -30, 60, POSTO_OCUPADO",
        "2, AAA1111, 0, 90, CARRO_JA_RESERVADO",
        "2, AAA1111, -30, 60, CARRO_JA_RESERVADO"
    })
    void aWindowThatWouldHoldAnotherOneIsRefusedAsAnyOtherThatIsTaken(
            int posto, String placa, int inicio, int fim, Codigo codigo) {
        anotherWithin(posto, placa);
        String before = reservas();

        Resposta refused = alterar("a-1", TEN.plusSeconds(inicio * 60L), TEN.plusSeconds(fim * 60L));

        assertThat(refused.codigo()).isEqualTo(codigo);
        assertThat(refused.reservaId()).isEqualTo(held.reservaId());
        assertThat(reservas()).isEqualTo(before);
        assertThat(alterar("a-1", TEN.plusSeconds(inicio * 60L), TEN.plusSeconds(fim * 60L)))
                .isEqualTo(refused);
    }

    /** Which SQLite lets pass, as who takes no more than he has is in nobody's way to it. */
    @SoPostgresql
    @ParameterizedTest
    @CsvSource({"1, CCC3333, POSTO_OCUPADO", "2, AAA1111, CARRO_JA_RESERVADO"})
    void whatTheDatabaseAloneRefusesIsToldAsWhatItIs(int posto, String placa, Codigo codigo) {
        anotherWithin(posto, placa);
        String before = reservas();

        Resposta shorter = alterar("a-1", TEN, TEN.plusSeconds(50 * 60));

        assertThat(shorter.codigo()).isEqualTo(codigo);
        assertThat(reservas()).isEqualTo(before);
        // the clocks agree again, and the sweeper has come by
        clock.advance(HOUR.plusMinutes(20));
        server.fire(ExpirarRoute.ID);
        assertThat(server.rows("reservas WHERE situacao = 'EXPIRADA' AND id = '%s'".formatted(held.reservaId())))
                .isEqualTo(1);
    }

    /** From half past ten to a quarter to eleven, made when the one from ten to eleven had lapsed; and now it has not. */
    private void anotherWithin(int posto, String placa) {
        clock.advance(HOUR.plusMinutes(20));
        assertThat(server.reservar(deReserva()
                                .id("r-2")
                                .posto(posto)
                                .placa(placa)
                                .janela(TEN.plusSeconds(30 * 60), TEN.plusSeconds(45 * 60))
                                .build())
                        .codigo())
                .isEqualTo(Codigo.OK);
        clock.advance(Duration.ofMinutes(-75));
    }

    private Resposta alterar(String id, Instant inicio, Instant fim) {
        return server.ask(
                Topics.POSTOS_ALTERACAO,
                new AlteracaoRequest(
                        id,
                        "client_servidor_1",
                        ServerTest.SERVER_ID,
                        held.reservaId(),
                        held.codigoReserva(),
                        inicio.atOffset(ZoneOffset.UTC),
                        fim.atOffset(ZoneOffset.UTC),
                        null),
                Resposta.class);
    }

    private void write(String id, int posto, String placa, Instant inicio, Instant fim) {
        jdbc.sql("""
                        INSERT INTO reservas (id, codigo_reserva, request_id, client_id, posto_id, placa, inicio, fim, situacao,
                                              criada_em, alterada_em, expira_em)
                        VALUES (:id, '', :id, 'c-1', :posto, :placa, :inicio, :fim, 'CONFIRMADA', :agora, :agora, :fim)""")
                .param("id", id)
                .param("posto", posto)
                .param("placa", placa)
                .param("inicio", Instantes.format(inicio))
                .param("fim", Instantes.format(fim))
                .param("agora", Instantes.format(clock.instant()))
                .update();
    }

    private void assertRefused(Runnable change) {
        String before = reservas();
        assertThatThrownBy(change::run)
                .isInstanceOf(DataAccessException.class)
                .satisfies(refused -> assertThat(
                                errors.replyTo(refused, "pedido-1", null).codigo())
                        .isIn(Codigo.POSTO_OCUPADO, Codigo.CARRO_JA_RESERVADO));
        assertThat(reservas()).isEqualTo(before);
    }

    private String reservas() {
        return jdbc.sql("SELECT id, inicio, fim, situacao FROM reservas ORDER BY id")
                .query()
                .listOfRows()
                .toString();
    }
}
