package br.com.recarga.server.reservas;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.Autor;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.Mudanca;
import br.com.recarga.contract.Reserva;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.ReservasResponse;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Situacao;
import br.com.recarga.contract.Termos;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerHarness.Published;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.janelas.Instantes;
import br.com.recarga.server.umavez.PodarRoute;
import br.com.recarga.server.umavez.Quem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class VidaDaReservaTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    /** The whole state machine; what is not here is refused. */
    private static final Set<List<Situacao>> ALLOWED = Set.of(
            List.of(Situacao.PRE_RESERVADA, Situacao.CONFIRMADA),
            List.of(Situacao.PRE_RESERVADA, Situacao.CANCELADA),
            List.of(Situacao.PRE_RESERVADA, Situacao.EXPIRADA),
            List.of(Situacao.CONFIRMADA, Situacao.EM_ANDAMENTO),
            List.of(Situacao.CONFIRMADA, Situacao.CANCELADA),
            List.of(Situacao.CONFIRMADA, Situacao.EXPIRADA),
            List.of(Situacao.EM_ANDAMENTO, Situacao.CONCLUIDA));

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ProducerTemplate producer;

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("allPairs")
    void onlyTheTransitionsOfTheTableHappen(Situacao from, Situacao to) {
        Resposta reserved = reservarAgora();
        // as if it had got there by itself
        jdbc.sql("UPDATE reservas SET situacao = ?").param(from.name()).update();
        long before = server.rows("reservas_historico");

        ReservaRegistro after =
                transitar(new Transicao(reserved.reservaId(), null, false, to, Quem.operador("ana"), "teste"));

        boolean allowed = ALLOWED.contains(List.of(from, to));
        assertThat(after.situacao()).isEqualTo(allowed ? to : from);
        assertThat(server.rows("reservas_historico") - before).isEqualTo(allowed ? 1 : 0);
    }

    static Stream<Arguments> allPairs() {
        return Stream.of(Situacao.values())
                .flatMap(from -> Stream.of(Situacao.values()).map(to -> Arguments.of(from, to)));
    }

    @Test
    void aCancelledSlotIsFreeAtOnce() {
        Resposta reserved = server.reservar(
                deReserva().janela(TOMORROW, TOMORROW.plus(HOUR)).build());

        Resposta cancelled = cancelar("c-1", reserved.reservaId(), reserved.codigoReserva());

        assertThat(cancelled.codigo()).isEqualTo(Codigo.OK);
        assertThat(cancelled.mensagem()).isEqualTo("A reserva foi cancelada");
        assertThat(cancelled.situacao()).isEqualTo(Situacao.CANCELADA);
        assertThat(cancelled.codigoReserva()).isNull();
        assertThat(server.reservar(deReserva()
                                .id("outro")
                                .placa("XYZ9A88")
                                .janela(TOMORROW, TOMORROW.plus(HOUR))
                                .build())
                        .codigo())
                .isEqualTo(Codigo.OK);
    }

    @Test
    void cancellingAgainChangesNothingAndIsNoError() {
        Resposta reserved = reservarAgora();
        cancelar("c-1", reserved.reservaId(), reserved.codigoReserva());
        long history = server.rows("reservas_historico");

        assertThat(cancelar("c-2", reserved.reservaId(), reserved.codigoReserva())
                        .codigo())
                .isEqualTo(Codigo.OK);
        assertThat(cancelar("c-1", reserved.reservaId(), reserved.codigoReserva())
                        .codigo())
                .isEqualTo(Codigo.OK);
        assertThat(server.rows("reservas_historico")).isEqualTo(history);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00000000000000000000", "' OR '1'='1"})
    void withoutTheRightCodeThereIsNoSuchReservation(String code) {
        Resposta reserved = reservarAgora();

        Resposta wrong = cancelar("c-1", reserved.reservaId(), code.isEmpty() ? null : code);
        Resposta absent = cancelar("c-2", "server7-00000000-0000-7000-8000-000000000000", code);

        assertThat(wrong.codigo()).isEqualTo(Codigo.RESERVA_INEXISTENTE);
        assertThat(wrong).isEqualTo(absent.withRequestId(wrong.requestId()));
        assertThat(alterar("a-1", reserved.reservaId(), code, TOMORROW, null).codigo())
                .isEqualTo(Codigo.RESERVA_INEXISTENTE);
        assertThat(situacao()).isEqualTo("CONFIRMADA");
    }

    @Test
    void whatIsOverCannotBeCancelled() {
        Resposta reserved = reservarAgora();
        chegar(reserved);
        transitar(sistema(reserved, Situacao.CONCLUIDA));

        Resposta cancelled = cancelar("c-1", reserved.reservaId(), reserved.codigoReserva());

        assertThat(cancelled.codigo()).isEqualTo(Codigo.TRANSICAO_INVALIDA);
        assertThat(cancelled.mensagem()).isEqualTo("A reserva está concluída e não pode ser cancelada agora");
        assertThat(cancelled.situacao()).isEqualTo(Situacao.CONCLUIDA);
    }

    @ParameterizedTest(name = "after {0}: {1}")
    @CsvSource({"PT14M59S, POSTO_OCUPADO", "PT15M, OK"})
    void aCarThatDoesNotArriveKeepsNobodyAwayWithoutAnySweeper(Duration later, Codigo expected) {
        server.reservar(deReserva().janela(NOW, NOW.plus(HOUR)).build());
        clock.advance(later);

        Resposta second = server.reservar(deReserva()
                .id("outro")
                .placa("XYZ9A88")
                .janela(NOW.plus(later), NOW.plus(HOUR))
                .build());

        assertThat(second.codigo()).isEqualTo(expected);
    }

    @Test
    void aCarThatHasArrivedKeepsItsPlaceUntilTheEndOfItsWindow() {
        Resposta reserved = reservarAgora();
        chegar(reserved);
        clock.advance(Duration.ofMinutes(59));

        assertThat(server.reservar(deReserva()
                                .id("outro")
                                .placa("XYZ9A88")
                                .inicio(NOW.plus(Duration.ofMinutes(59)))
                                .build())
                        .codigo())
                .isEqualTo(Codigo.POSTO_OCUPADO);
    }

    @Test
    void aCarDoesNotArriveDaysAhead() {
        Resposta reserved = server.reservar(
                deReserva().janela(TOMORROW, TOMORROW.plus(HOUR)).build());

        assertThat(transitar(sistema(reserved, Situacao.EM_ANDAMENTO)).situacao())
                .isEqualTo(Situacao.CONFIRMADA);
        clock.advance(Duration.ofDays(1).minusMinutes(15));
        assertThat(transitar(sistema(reserved, Situacao.EM_ANDAMENTO)).situacao())
                .isEqualTo(Situacao.EM_ANDAMENTO);
    }

    @Test
    void aLapsedReservationIsShownAsSuchBeforeTheSweeperCameBy() {
        Resposta reserved = reservarAgora();
        clock.advance(Duration.ofMinutes(15));

        assertThat(situacao()).isEqualTo("CONFIRMADA");
        assertThat(consultar(reserved).situacao()).isEqualTo(Situacao.EXPIRADA);
        assertThat(cancelar("c-1", reserved.reservaId(), reserved.codigoReserva())
                        .codigo())
                .isEqualTo(Codigo.RESERVA_EXPIRADA);
        assertThat(alterar("a-1", reserved.reservaId(), reserved.codigoReserva(), TOMORROW, null)
                        .codigo())
                .isEqualTo(Codigo.RESERVA_EXPIRADA);
        assertThat(transitar(sistema(reserved, Situacao.EM_ANDAMENTO)).situacao())
                .isEqualTo(Situacao.EXPIRADA);
    }

    @Test
    void theSweeperRecordsWhatLapsedAndTellsTheClient() {
        Resposta reserved = server.reservar(
                deReserva().client("c-9").janela(NOW, NOW.plus(HOUR)).build());
        Resposta later = server.reservar(deReserva()
                .id("outro")
                .placa("XYZ9A88")
                .posto(2)
                .janela(TOMORROW, TOMORROW.plus(HOUR))
                .build());
        clock.advance(Duration.ofMinutes(15));
        int before = server.published().size();

        server.fire(ExpirarRoute.ID);
        server.fire(ExpirarRoute.ID);

        List<Published> told =
                server.published().subList(before, server.published().size());
        assertThat(told).hasSize(1);
        assertThat(told.get(0).topic()).isEqualTo("client/c-9/reservas/evento");
        assertThat(told.get(0).text("reserva_id")).isEqualTo(reserved.reservaId());
        assertThat(told.get(0).text("situacao")).isEqualTo("EXPIRADA");
        assertThat(told.get(0).text("por")).isEqualTo("sistema");
        assertThat(told.get(0).text("motivo")).isEqualTo("O carro não chegou a tempo");
        assertThat(consultar(later).situacao()).isEqualTo(Situacao.CONFIRMADA);
        assertThat(consultar(reserved).historico())
                .extracting(Mudanca::de, Mudanca::para, Mudanca::por)
                .containsExactly(
                        tuple(null, Situacao.CONFIRMADA, Autor.MOTORISTA),
                        tuple(Situacao.CONFIRMADA, Situacao.EXPIRADA, Autor.SISTEMA));
    }

    @Test
    void answersAreForgottenOnceNobodyRepeatsTheirRequest() {
        reservarAgora();
        clock.advance(Duration.ofDays(30));
        server.fire(PodarRoute.ID);
        assertThat(server.rows("respostas")).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        server.fire(PodarRoute.ID);
        assertThat(server.rows("respostas")).isZero();
    }

    @Test
    void aRequestWhoseAnswerIsForgottenMakesNoSecondReservation() {
        Resposta first = reservarAgora();
        clock.advance(Duration.ofDays(31));
        server.fire(PodarRoute.ID);

        Resposta again = server.reservar(deReserva().build());

        assertThat(again.codigo()).isEqualTo(Codigo.CHAVE_REUTILIZADA);
        assertThat(again.requestId()).isEqualTo(first.requestId());
        assertThat(server.rows("reservas")).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackLosesNothing() {
        Resposta reserved = reservarAgora();
        clock.advance(Duration.ofHours(-2));

        server.fire(ExpirarRoute.ID);

        assertThat(consultar(reserved).situacao()).isEqualTo(Situacao.CONFIRMADA);
        assertThat(server.reservar(deReserva()
                                .id("outro")
                                .placa("XYZ9A88")
                                .janela(NOW, NOW.plus(HOUR))
                                .build())
                        .codigo())
                .isEqualTo(Codigo.POSTO_OCUPADO);
        assertThat(cancelar("c-1", reserved.reservaId(), reserved.codigoReserva())
                        .codigo())
                .isEqualTo(Codigo.OK);
        assertThat(consultar(reserved).historico())
                .extracting(Mudanca::para)
                .containsExactly(Situacao.CONFIRMADA, Situacao.CANCELADA);
    }

    @Test
    void aReservationMovesToAFreeWindow() {
        Resposta reserved = server.reservar(
                deReserva().janela(TOMORROW, TOMORROW.plus(HOUR)).build());

        // half an hour later, which overlaps the window that it has itself
        Resposta moved =
                alterar("a-1", reserved.reservaId(), reserved.codigoReserva(), TOMORROW.plusSeconds(1800), null);

        assertThat(moved.codigo()).isEqualTo(Codigo.OK);
        assertThat(moved.inicio()).isEqualTo("2026-06-02T09:30:00-03:00");
        assertThat(moved.fim()).isEqualTo("2026-06-02T10:30:00-03:00");
        assertThat(consultar(reserved).historico())
                .extracting(Mudanca::de, Mudanca::para, Mudanca::motivo)
                .containsExactly(
                        tuple(null, Situacao.CONFIRMADA, null),
                        tuple(
                                Situacao.CONFIRMADA,
                                Situacao.CONFIRMADA,
                                "Nova janela: 02/06/2026 09:30 a 02/06/2026 10:30"));
        assertThat(jdbc.sql("SELECT expira_em FROM reservas")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-06-02T12:45:00Z");
    }

    @Test
    void aReservationStaysWhereItIsIfItCannotMove() {
        Resposta reserved = server.reservar(
                deReserva().janela(TOMORROW, TOMORROW.plus(HOUR)).build());
        server.reservar(deReserva()
                .id("vizinha")
                .placa("XYZ9A88")
                .janela(TOMORROW.plus(HOUR), TOMORROW.plus(HOUR).plus(HOUR))
                .build());
        server.reservar(deReserva()
                .id("noutro-posto")
                .posto(2)
                .janela(TOMORROW.minus(HOUR), TOMORROW)
                .build());

        assertThat(alterar(
                                "a-1",
                                reserved.reservaId(),
                                reserved.codigoReserva(),
                                null,
                                TOMORROW.plus(HOUR).plusSeconds(1))
                        .codigo())
                .isEqualTo(Codigo.POSTO_OCUPADO);
        assertThat(alterar("a-2", reserved.reservaId(), reserved.codigoReserva(), TOMORROW.minusSeconds(1), null)
                        .codigo())
                .isEqualTo(Codigo.CARRO_JA_RESERVADO);
        server.emManutencao(1);
        assertThat(alterar(
                                "a-3",
                                reserved.reservaId(),
                                reserved.codigoReserva(),
                                TOMORROW.plus(HOUR.multipliedBy(5)),
                                null)
                        .codigo())
                .isEqualTo(Codigo.POSTO_EM_MANUTENCAO);
        assertThat(consultar(reserved).inicio()).isEqualTo("2026-06-02T09:00:00-03:00");
        assertThat(consultar(reserved).fim()).isEqualTo("2026-06-02T10:00:00-03:00");
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        ", , diga inicio, inicio",
        "2026-06-01T11:58:00Z, , já passou, inicio",
        "2028-06-01T12:00:00Z, , deve começar em no máximo 365 dia(s), inicio",
        ", 2026-06-02T12:00:00Z, deve ser depois do início e de agora, fim",
        "2026-06-02T12:00:00Z, 2026-06-03T12:00:01Z, a janela pode durar no máximo 24 horas, fim"
    })
    void aWindowThatCannotBeIsRefused(Instant begin, Instant end, String message, String field) {
        Resposta reserved = server.reservar(
                deReserva().janela(TOMORROW, TOMORROW.plus(HOUR)).build());

        Resposta refused = alterar("a-1", reserved.reservaId(), reserved.codigoReserva(), begin, end);

        assertThat(refused.codigo()).isEqualTo(Codigo.DADOS_INVALIDOS);
        assertThat(refused.erros()).hasSize(1);
        assertThat(refused.erros().get(0).campo()).isEqualTo(field);
        assertThat(refused.erros().get(0).mensagem()).startsWith(message);
    }

    @Test
    void aWindowThatHasBegunCanBeProlonged() {
        Resposta reserved = reservarAgora();
        clock.advance(Duration.ofMinutes(10));

        Resposta longer =
                alterar("a-1", reserved.reservaId(), reserved.codigoReserva(), null, NOW.plus(HOUR.multipliedBy(2)));

        assertThat(longer.codigo()).isEqualTo(Codigo.OK);
        assertThat(longer.inicio()).isEqualTo("2026-06-01T09:00:00-03:00");
        assertThat(longer.fim()).isEqualTo("2026-06-01T11:00:00-03:00");
    }

    @Test
    void anUnchangedStartMayBeSentWithANewEnd() {
        Resposta reserved = reservarAgora();
        clock.advance(Duration.ofMinutes(10));

        Resposta longer =
                alterar("a-1", reserved.reservaId(), reserved.codigoReserva(), NOW, NOW.plus(HOUR.multipliedBy(2)));
        Resposta same = alterar("a-2", reserved.reservaId(), reserved.codigoReserva(), NOW, null);

        assertThat(longer.codigo()).isEqualTo(Codigo.OK);
        assertThat(longer.inicio()).isEqualTo("2026-06-01T09:00:00-03:00");
        assertThat(longer.fim()).isEqualTo("2026-06-01T11:00:00-03:00");
        assertThat(same.codigo()).isEqualTo(Codigo.OK);
        assertThat(same.fim()).isEqualTo("2026-06-01T11:00:00-03:00");
    }

    @ParameterizedTest(name = "until {0} min, said with its start: {1}")
    @CsvSource({"30, false", "30, true", "120, false", "120, true"})
    void whoChargesStaysLongerOrLeavesEarlier(int minutes, boolean saysTheStart) {
        Resposta reserved = reservarAgora();
        chegar(reserved);
        clock.advance(Duration.ofMinutes(20));
        Instant fim = NOW.plus(Duration.ofMinutes(minutes));

        Resposta changed =
                alterar("a-1", reserved.reservaId(), reserved.codigoReserva(), saysTheStart ? NOW : null, fim);

        assertThat(changed.codigo()).isEqualTo(Codigo.OK);
        assertThat(changed.situacao()).isEqualTo(Situacao.EM_ANDAMENTO);
        assertThat(changed.fim().toInstant()).isEqualTo(fim);
        clock.advance(Duration.ofMinutes(5));
        assertThat(consultar(reserved).situacao()).isEqualTo(Situacao.EM_ANDAMENTO);
        assertThat(server.reservar(deReserva()
                                .id("depois")
                                .placa("XYZ9A88")
                                .janela(fim, fim.plus(HOUR))
                                .build())
                        .codigo())
                .isEqualTo(Codigo.OK);
    }

    @Test
    void whoChargesDoesNotStayInAnothersTimeNorMoveTheStart() {
        Resposta reserved = reservarAgora();
        chegar(reserved);
        server.reservar(deReserva()
                .id("depois")
                .placa("XYZ9A88")
                .janela(NOW.plus(HOUR), NOW.plus(HOUR.multipliedBy(2)))
                .build());

        Resposta longer = alterar(
                "a-1",
                reserved.reservaId(),
                reserved.codigoReserva(),
                null,
                NOW.plus(HOUR).plusSeconds(1));
        Resposta later = alterar("a-2", reserved.reservaId(), reserved.codigoReserva(), NOW.plusSeconds(60), null);

        assertThat(longer.codigo()).isEqualTo(Codigo.POSTO_OCUPADO);
        assertThat(later.codigo()).isEqualTo(Codigo.DADOS_INVALIDOS);
        assertThat(later.erros()).extracting(ErroCampo::campo).containsExactly("inicio");
        assertThat(consultar(reserved).fim()).isEqualTo("2026-06-01T10:00:00-03:00");
    }

    @Test
    void whoOnlyGivesTimeBackIsInNobodysWay() {
        Resposta reserved = server.reservar(
                deReserva().janela(TOMORROW, TOMORROW.plus(HOUR)).build());
        jdbc.sql("UPDATE postos SET disponivel = FALSE WHERE id = 1").update();

        Resposta shorter = alterar(
                "a-1", reserved.reservaId(), reserved.codigoReserva(), TOMORROW, TOMORROW.plus(Duration.ofMinutes(40)));
        Resposta later = alterar(
                "a-2",
                reserved.reservaId(),
                reserved.codigoReserva(),
                TOMORROW.plus(Duration.ofMinutes(5)),
                TOMORROW.plus(Duration.ofMinutes(40)));
        Resposta longer = alterar("a-3", reserved.reservaId(), reserved.codigoReserva(), null, TOMORROW.plus(HOUR));

        assertThat(shorter.codigo()).isEqualTo(Codigo.OK);
        assertThat(later.codigo()).isEqualTo(Codigo.OK);
        assertThat(longer.codigo()).isEqualTo(Codigo.POSTO_OCUPADO);
        assertThat(longer.mensagem()).isEqualTo("O posto Central foi desligado pelo operador");
    }

    @Test
    void whoWaitsForAnotherCarToLeaveMayStayLongerAfterwards() {
        Resposta reserved = server.reservar(deReserva()
                .janela(NOW.plus(Duration.ofMinutes(5)), NOW.plus(HOUR))
                .build());
        jdbc.sql("INSERT INTO carregamentos (posto_id, placa, inicio, preco_kwh) VALUES (1, 'XYZ9A88', ?, 1)")
                .param(Instantes.format(NOW))
                .update();

        Resposta longer =
                alterar("a-1", reserved.reservaId(), reserved.codigoReserva(), null, NOW.plus(HOUR.multipliedBy(2)));
        Resposta earlier =
                alterar("a-2", reserved.reservaId(), reserved.codigoReserva(), NOW, NOW.plus(HOUR.multipliedBy(2)));

        assertThat(longer.codigo()).isEqualTo(Codigo.OK);
        assertThat(earlier.codigo()).isEqualTo(Codigo.POSTO_OCUPADO);
    }

    @Test
    void whatWasAgreedAndUntilWhenToArriveIsSaidAndStays() {
        Resposta reserved = reservarAgora();
        Resposta later = alterar("a-1", reserved.reservaId(), reserved.codigoReserva(), NOW.plus(HOUR), null);

        Termos agreed = new Termos(2.02, 60.0, "CCS2");
        assertThat(reserved.termos()).isEqualTo(agreed);
        assertThat(reserved.chegarAte()).isEqualTo("2026-06-01T09:15:00-03:00");
        assertThat(later.chegarAte()).isEqualTo("2026-06-01T10:15:00-03:00");
        assertThat(consultar(reserved).termos()).isEqualTo(agreed);
        assertThat(consultar(reserved).chegarAte()).isEqualTo("2026-06-01T10:15:00-03:00");
        assertThat(consultar(reserved).resumo().termos()).isEqualTo(agreed);

        clock.advance(HOUR);
        chegar(reserved);
        assertThat(consultar(reserved).chegarAte()).isNull();
    }

    @Test
    void whoeverHasTheCodeSeesEverythingButTheCode() {
        Resposta reserved = reservarAgora();

        Reserva shown = consultar(reserved);

        assertThat(shown.reservaId()).isEqualTo(reserved.reservaId());
        assertThat(shown.requestId()).isEqualTo("pedido-1");
        assertThat(shown.placa()).isEqualTo("ABC1234");
        assertThat(shown.posto()).isEqualTo("Central");
        assertThat(new String(
                        server.published().get(server.published().size() - 1).body()))
                .doesNotContain(reserved.codigoReserva());
    }

    @Test
    void aPlateShowsNothingButToWhoeverHasTheCode() {
        Resposta first = server.reservar(
                deReserva().janela(TOMORROW, TOMORROW.plus(HOUR)).build());
        server.reservar(deReserva()
                .id("pedido-2")
                .posto(2)
                .janela(TOMORROW.plus(HOUR), TOMORROW.plus(HOUR.multipliedBy(2)))
                .build());

        List<Reserva> anybody =
                reservas(new ReservasRequest("q-1", "c-1", "server7", null, "abc-1234", null, null, null, null));
        List<Reserva> owner = reservas(
                new ReservasRequest("q-2", "c-1", "server7", null, "ABC1234", null, null, first.codigoReserva(), null));

        assertThat(anybody).isEmpty();
        assertThat(owner).extracting(Reserva::reservaId).containsExactly(first.reservaId());
    }

    @Test
    void theOutcomeOfARequestCanBeAskedForByItsId() {
        Resposta reserved = reservarAgora();
        Resposta refused =
                server.reservar(deReserva().id("pedido-2").placa("XYZ9A88").build());

        List<Reserva> outcome =
                reservas(new ReservasRequest("q-1", "c-1", "server7", null, null, "pedido-1", null, null, null));
        Resposta refusal = server.ask(
                Topics.RESERVAS_REQUEST,
                new ReservasRequest("q-2", "c-1", "server7", null, null, "pedido-2", null, null, null),
                Resposta.class);
        Resposta unknown = server.ask(
                Topics.RESERVAS_REQUEST,
                new ReservasRequest("q-3", "c-1", "server7", null, null, "pedido-3", null, null, null),
                Resposta.class);

        assertThat(outcome).extracting(Reserva::situacao).containsExactly(Situacao.CONFIRMADA);
        assertThat(outcome.get(0).reservaId()).isNull();
        assertThat(refusal).isEqualTo(refused.withRequestId("q-2"));
        assertThat(unknown.codigo()).isEqualTo(Codigo.RESERVA_INEXISTENTE);
        assertThat(reservas(new ReservasRequest(
                                "q-4", "c-1", "server7", null, null, "pedido-1", null, reserved.codigoReserva(), null))
                        .get(0)
                        .historico())
                .hasSize(1);
    }

    @ParameterizedTest(name = "reserva_id {0}, placa {1}, request_id_original {2}, viagem_id {3}")
    @CsvSource({", , , ", "server7-x, ABC1234, , ", ", ABC1234, r-1, ", "a, ABC1234, b, ", "a, , , v-1", ", , r-1, v-1"
    })
    void aQuestionNamesExactlyOneThing(String reservaId, String placa, String requestId, String viagemId) {
        Resposta refused = server.ask(
                Topics.RESERVAS_REQUEST,
                new ReservasRequest("q-1", "c-1", "server7", reservaId, placa, requestId, viagemId, null, null),
                Resposta.class);

        assertThat(refused.codigo()).isEqualTo(Codigo.DADOS_INVALIDOS);
        assertThat(refused.erros().get(0).mensagem())
                .isEqualTo("diga um só: reserva_id, placa, request_id_original ou viagem_id");
    }

    @Test
    void ofManyWhoChangeOneReservationAtOnceOneDoes() throws Exception {
        Resposta reserved = reservarAgora();
        ExecutorService operators = Executors.newFixedThreadPool(8);
        try {
            List<Callable<ReservaRegistro>> changes = IntStream.range(0, 32)
                    .mapToObj(i -> (Callable<ReservaRegistro>) () -> transitar(new Transicao(
                            reserved.reservaId(),
                            null,
                            false,
                            i % 2 == 0 ? Situacao.CANCELADA : Situacao.EM_ANDAMENTO,
                            Quem.operador("ana"),
                            "mudança " + i)))
                    .toList();
            for (Future<ReservaRegistro> change : operators.invokeAll(changes)) {
                assertThat(change.get().situacao()).isIn(Situacao.CANCELADA, Situacao.EM_ANDAMENTO);
            }
        } finally {
            operators.shutdown();
        }

        assertThat(jdbc.sql("SELECT para FROM reservas_historico ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("CONFIRMADA", situacao());
    }

    private Resposta reservarAgora() {
        return server.reservar(deReserva().janela(NOW, NOW.plus(HOUR)).build());
    }

    private void chegar(Resposta reserved) {
        assertThat(transitar(sistema(reserved, Situacao.EM_ANDAMENTO)).situacao())
                .isEqualTo(Situacao.EM_ANDAMENTO);
    }

    private static Transicao sistema(Resposta reserved, Situacao to) {
        return new Transicao(reserved.reservaId(), null, false, to, new Quem(Autor.SISTEMA, null), null);
    }

    private ReservaRegistro transitar(Transicao transicao) {
        return producer.requestBody("direct:" + TransitarRoute.ID, transicao, ReservaRegistro.class);
    }

    private Resposta cancelar(String requestId, String reservaId, String code) {
        return server.ask(
                Topics.POSTOS_CANCELAMENTO,
                new CancelamentoRequest(requestId, "c-1", "server7", reservaId, null, code, null, null),
                Resposta.class);
    }

    private Resposta alterar(String requestId, String reservaId, String code, Instant begin, Instant end) {
        return server.ask(
                Topics.POSTOS_ALTERACAO,
                new AlteracaoRequest(
                        requestId,
                        "c-1",
                        "server7",
                        reservaId,
                        code,
                        begin == null ? null : begin.atOffset(ZoneOffset.UTC),
                        end == null ? null : end.atOffset(ZoneOffset.UTC),
                        null),
                Resposta.class);
    }

    private Reserva consultar(Resposta reserved) {
        return reservas(new ReservasRequest(
                        "q-1",
                        "c-1",
                        "server7",
                        reserved.reservaId(),
                        null,
                        null,
                        null,
                        reserved.codigoReserva(),
                        null))
                .get(0);
    }

    private List<Reserva> reservas(ReservasRequest request) {
        ReservasResponse response = server.ask(Topics.RESERVAS_REQUEST, request, ReservasResponse.class);
        assertThat(response.codigo()).isEqualTo(Codigo.OK);
        return response.reservas();
    }

    private String situacao() {
        return jdbc.sql("SELECT situacao FROM reservas").query(String.class).single();
    }
}
