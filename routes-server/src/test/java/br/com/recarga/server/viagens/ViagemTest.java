package br.com.recarga.server.viagens;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.Parada;
import br.com.recarga.contract.ParadaResposta;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.Reserva;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.ReservasResponse;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Situacao;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.reservas.ExpirarRoute;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one server does with its stops of a trip. */
@ServerTest
class ViagemTest {

    private static final Duration HOLD = Duration.ofSeconds(60);
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @Autowired
    private ServerHarness server;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void holdsAllStopsUntilTheHoldLapses() {
        Resposta held = segurar("v-1", parada(1, 0), parada(2, 2));

        assertThat(held.codigo()).isEqualTo(Codigo.OK);
        assertThat(held.viagemId()).isEqualTo("v-1");
        assertThat(held.paradas())
                .extracting(ParadaResposta::postoId, ParadaResposta::situacao, ParadaResposta::codigo)
                .containsExactly(
                        tuple(1, Situacao.PRE_RESERVADA, Codigo.OK), tuple(2, Situacao.PRE_RESERVADA, Codigo.OK));
        assertThat(reservar(1, 0)).isEqualTo(Codigo.POSTO_OCUPADO);

        clock.advance(HOLD);
        assertThat(reservar(1, 0)).isEqualTo(Codigo.OK);
    }

    @Test
    void holdsNothingIfOneStopIsTakenAndSaysWhyAndWhatElseIsFree() {
        assertThat(reservar(2, 2)).isEqualTo(Codigo.OK);
        long reservations = server.rows("reservas");
        long history = server.rows("reservas_historico");
        long cars = server.rows("carros");

        Resposta refused = segurar("v-1", parada(1, 0), parada(2, 2), parada(999, 4));

        assertThat(refused.codigo()).isEqualTo(Codigo.VIAGEM_RECUSADA);
        assertThat(refused.paradas())
                .extracting(ParadaResposta::postoId, ParadaResposta::codigo, ParadaResposta::reservaId)
                .containsExactly(
                        tuple(1, Codigo.OK, null),
                        tuple(2, Codigo.POSTO_OCUPADO, null),
                        tuple(999, Codigo.POSTO_INEXISTENTE, null));
        assertThat(refused.paradas().get(1).alternativas())
                .isNotEmpty()
                .isSortedAccordingTo((a, b) -> a.distanciaKm().compareTo(b.distanciaKm()))
                .extracting(Posto::id)
                .as("the same plug")
                .containsExactly(6, 5);
        assertThat(server.rows("reservas")).isEqualTo(reservations);
        assertThat(server.rows("reservas_historico")).isEqualTo(history);
        assertThat(server.rows("carros")).isEqualTo(cars);
    }

    @Test
    void whatIsOnlyHeldForAnotherTripIsSaidToBeSo() {
        segurar("v-1", parada(1, 0), parada(2, 2));
        assertThat(reservar(3, 4)).isEqualTo(Codigo.OK);

        Resposta refused = segurar("v-2", "XYZ9A88", parada(1, 0), parada(3, 4));

        assertThat(refused.paradas())
                .extracting(ParadaResposta::codigo, ParadaResposta::situacao)
                .containsExactly(
                        tuple(Codigo.POSTO_OCUPADO, Situacao.PRE_RESERVADA), tuple(Codigo.POSTO_OCUPADO, null));
    }

    @Test
    void aCarIsNotHeldAtTwoPlacesAtOnce() {
        segurar("v-1", parada(1, 0));

        Resposta refused = segurar("v-2", parada(2, 0));

        assertThat(refused.paradas()).extracting(ParadaResposta::codigo).containsExactly(Codigo.CARRO_JA_RESERVADO);
    }

    @Test
    void aRepeatedHoldIsTheSameHold() {
        Resposta first = segurar("v-1", parada(1, 0));

        assertThat(segurar("v-1", parada(1, 0))).isEqualTo(first);
        assertThat(server.rows("reservas")).isEqualTo(1);
    }

    @Test
    void whatIsConfirmedStaysAndConfirmingAgainChangesNothing() {
        segurar("v-1", parada(1, 0), parada(2, 2));

        Resposta confirmed = confirmar("c-1", "v-1");
        long history = server.rows("reservas_historico");
        Resposta again = confirmar("c-2", "v-1");

        assertThat(confirmed.codigo()).isEqualTo(Codigo.OK);
        assertThat(confirmed.paradas())
                .extracting(ParadaResposta::situacao)
                .containsExactly(Situacao.CONFIRMADA, Situacao.CONFIRMADA);
        assertThat(again).isEqualTo(confirmed.withRequestId("c-2"));
        assertThat(server.rows("reservas_historico")).isEqualTo(history);
        clock.advance(HOLD.multipliedBy(2));
        assertThat(reservar(1, 0)).isEqualTo(Codigo.POSTO_OCUPADO);
    }

    @ParameterizedTest(name = "swept: {0}")
    @CsvSource({"false", "true"})
    void aLapsedHoldIsTakenAgainIfTheSlotIsStillFree(boolean swept) {
        segurar("v-1", parada(1, 0), parada(2, 2));
        clock.advance(HOLD);
        if (swept) {
            server.fire(ExpirarRoute.ID);
        }

        assertThat(confirmar("c-1", "v-1").codigo()).isEqualTo(Codigo.OK);
        assertThat(reservar(1, 0)).isEqualTo(Codigo.POSTO_OCUPADO);
    }

    @ParameterizedTest(name = "swept: {0}")
    @CsvSource({"false", "true"})
    void aLapsedHoldThatIsTakenAgainSaysWhatHasBecomeOfItsPoint(boolean swept) {
        segurar("v-1", parada(1, 0), parada(2, 2));
        jdbc.sql("UPDATE reservas SET aviso = 'O posto mudou de lugar' WHERE posto_id = 2")
                .update();
        clock.advance(HOLD);
        if (swept) {
            server.fire(ExpirarRoute.ID);
        }
        jdbc.sql("UPDATE postos SET tipo_conector = 'GB/T' WHERE id = 1").update();
        int before = server.published().size();

        server.receive(
                Topics.POSTOS_CONFIRMACAO,
                "{\"request_id\":\"c-1\",\"client_id\":\"c-1\",\"server_id\":\"server7\",\"viagem_id\":\"v-1\"}");

        assertThat(jdbc.sql("SELECT situacao || ' ' || coalesce(aviso, '') FROM reservas ORDER BY posto_id")
                        .query(String.class)
                        .list())
                .containsExactly("CONFIRMADA O conector do posto mudou de CCS2 para GB/T", "CONFIRMADA ");
        assertThat(server.published().stream()
                        .skip(before)
                        .filter(published -> published.topic().endsWith("/reservas/evento")))
                .extracting(published -> published.text("motivo"))
                .containsExactlyInAnyOrder(
                        "O conector do posto mudou de CCS2 para GB/T", "O posto voltou a ser o que foi reservado");
    }

    @ParameterizedTest(name = "swept: {0}")
    @CsvSource({"false", "true"})
    void aLapsedHoldWhoseSlotIsTakenUndoesTheWholeTripHere(boolean swept) {
        segurar("v-1", parada(1, 0), parada(2, 2));
        clock.advance(HOLD);
        if (swept) {
            server.fire(ExpirarRoute.ID);
        }
        assertThat(reservar(1, 0)).isEqualTo(Codigo.OK);

        Resposta lost = confirmar("c-1", "v-1");

        assertThat(lost.codigo()).isEqualTo(Codigo.RESERVA_EXPIRADA);
        assertThat(lost.paradas())
                .extracting(ParadaResposta::codigo)
                .containsExactly(Codigo.RESERVA_EXPIRADA, Codigo.OK);
        assertThat(ativas("v-1")).isZero();
        assertThat(reservar(2, 2)).isEqualTo(Codigo.OK);
        assertThat(segurar("v-1", "outra-vez", parada(3, 5)).codigo()).isEqualTo(Codigo.VIAGEM_RECUSADA);
    }

    /** Nobody of ours holds a trip twice; whoever does is not to have the same hours twice. */
    @ParameterizedTest(name = "swept: {0}")
    @CsvSource({"false", "true"})
    void ofTwoLapsedHoldsOfATripThatAreInTheWayOfEachOtherOnlyOneIsTakenAgain(boolean swept) {
        segurar("v-1", new Parada(1, at(0), at(240)));
        clock.advance(HOLD);
        assertThat(segurar("v-1", "outra-vez", new Parada(1, at(30), at(45))).codigo())
                .isEqualTo(Codigo.OK);
        clock.advance(HOLD);
        if (swept) {
            server.fire(ExpirarRoute.ID);
        }

        confirmar("c-1", "v-1");

        assertThat(ativas("v-1")).isLessThanOrEqualTo(1);
        assertThat(server.rows("reservas a JOIN reservas b ON a.id < b.id AND a.posto_id = b.posto_id"
                        + " AND a.inicio < b.fim AND a.fim > b.inicio"
                        + " AND a.situacao = 'CONFIRMADA' AND b.situacao = 'CONFIRMADA'"))
                .isZero();
    }

    @Test
    void aTripThatNobodyHeldCannotBeConfirmed() {
        assertThat(confirmar("c-1", "v-404").codigo()).isEqualTo(Codigo.VIAGEM_INEXISTENTE);
    }

    @Test
    void aNoShowOfAConfirmedTripIsNotTakenAgain() {
        segurar("v-1", parada(1, 0));
        confirmar("c-1", "v-1");
        clock.advance(Duration.ofDays(1).plus(Duration.ofMinutes(15)));
        server.fire(ExpirarRoute.ID);

        confirmar("c-2", "v-1");

        assertThat(ativas("v-1")).isZero();
    }

    @Test
    void cancellingReleasesWhatIsHeldAndWhatIsConfirmedAndIsIdempotent() {
        segurar("v-1", parada(1, 0));
        segurar("v-2", "XYZ9A88", parada(2, 0));
        confirmar("c-2", "v-2");

        assertThat(cancelar("x-1", "v-1").codigo()).isEqualTo(Codigo.OK);
        assertThat(cancelar("x-2", "v-2").codigo()).isEqualTo(Codigo.OK);
        long history = server.rows("reservas_historico");
        assertThat(cancelar("x-3", "v-2").paradas())
                .extracting(ParadaResposta::situacao)
                .containsExactly(Situacao.CANCELADA);

        assertThat(server.rows("reservas_historico")).isEqualTo(history);
        assertThat(ativas("v-1") + ativas("v-2")).isZero();
    }

    @Test
    void aHoldThatComesAfterItsCancelIsRefused() {
        assertThat(cancelar("x-1", "v-1").codigo()).isEqualTo(Codigo.OK);

        Resposta late = segurar("v-1", parada(1, 0));

        assertThat(late.codigo()).isEqualTo(Codigo.VIAGEM_RECUSADA);
        assertThat(late.paradas()).extracting(ParadaResposta::codigo).containsExactly(Codigo.VIAGEM_RECUSADA);
        assertThat(server.rows("reservas")).isZero();
    }

    @Test
    void aReservationOfATripThatWasCancelledIsRefused() {
        Parada stop = parada(1, 0);
        ReservaRequest late = deReserva()
                .viagem("v-1")
                .posto(1)
                .janela(stop.inicio().toInstant(), stop.fim().toInstant())
                .build();
        cancelar("x-1", "v-1");

        Resposta refused = server.reservar(late);

        assertThat(refused.codigo()).isEqualTo(Codigo.VIAGEM_RECUSADA);
        assertThat(refused.mensagem()).isEqualTo("A viagem já foi cancelada");
        assertThat(server.rows("reservas")).isZero();
    }

    @ParameterizedTest(name = "swept: {0}")
    @CsvSource({"false", "true"})
    void aConfirmationThatComesAfterTheCancelDoesNotTakeALapsedHoldAgain(boolean swept) {
        segurar("v-1", parada(1, 0));
        clock.advance(HOLD);
        if (swept) {
            server.fire(ExpirarRoute.ID);
        }
        cancelar("x-1", "v-1");

        assertThat(confirmar("c-1", "v-1").codigo()).isEqualTo(Codigo.RESERVA_EXPIRADA);
        assertThat(ativas("v-1")).isZero();
    }

    @Test
    void whoeverKnowsATripSeesHowItsStopsStandNowAndNothingOfTheCar() {
        segurar("v-1", parada(1, 0), parada(2, 30));
        confirmar("k-1", "v-1");
        segurar("v-2", "XYZ9A88", parada(3, 0));
        jdbc.sql("UPDATE reservas SET situacao = 'CANCELADA' WHERE posto_id = 2")
                .update();
        // nobody has come to the first one, and no sweeper has come by
        clock.advance(Duration.ofHours(25));

        // a trip is carried on by whatever client its driver uses next
        List<Reserva> stops = consultar("outro-cliente", "v-1").reservas();

        assertThat(stops)
                .extracting(Reserva::postoId, Reserva::situacao, Reserva::viagemId)
                .containsExactly(tuple(1, Situacao.EXPIRADA, "v-1"), tuple(2, Situacao.CANCELADA, "v-1"));
        assertThat(stops).allSatisfy(stop -> {
            assertThat(stop.reservaId()).startsWith("server7-");
            assertThat(stop.inicio()).isNotNull();
            assertThat(stop.placa()).isNull();
            assertThat(stop.requestId()).isNull();
            assertThat(stop.criadaEm()).isNull();
        });
    }

    @Test
    void whoeverDoesNotKnowATripSeesNothing() {
        segurar("v-1", parada(1, 0));

        assertThat(consultar("c-1", "v-9").reservas()).isEmpty();
        assertThat(server.ask(
                                Topics.RESERVAS_REQUEST,
                                new ReservasRequest("q-1", "c-1", "server7", null, null, null, "v/1", null, null),
                                Resposta.class)
                        .codigo())
                .isEqualTo(Codigo.DADOS_INVALIDOS);
    }

    @Test
    void twentyStopsAreHeldAtOnceAndTwentyOneAreTooMany() {
        Parada[] twenty =
                IntStream.range(0, 20).mapToObj(i -> parada(i % 8 + 1, 2 * i)).toArray(Parada[]::new);
        Parada[] more =
                IntStream.range(0, 21).mapToObj(i -> parada(i % 8 + 1, 2 * i)).toArray(Parada[]::new);

        assertThat(segurar("v-1", twenty).paradas()).hasSize(20);
        assertThat(segurar("v-2", more).codigo()).isEqualTo(Codigo.DADOS_INVALIDOS);
    }

    @Test
    void stopsThatOverlapOrHavePassedAreNamed() {
        Resposta overlap = segurar("v-1", parada(1, 0), new Parada(2, at(30), at(90)));
        Resposta past = segurar("v-2", parada(1, 0), parada(2, -48));
        clock.advance(HOLD);
        Resposta lapsed = server.ask(
                Topics.POSTOS_PRE_RESERVA,
                new PreReservaRequest(
                        "p-3",
                        "c-1",
                        "server7",
                        carro("ABC1234"),
                        "v-3",
                        NOW.plus(HOLD).atOffset(ZoneOffset.UTC),
                        List.of(parada(1, 0)),
                        null),
                Resposta.class);

        assertThat(overlap.erros().get(0).mensagem()).isEqualTo("as janelas das paradas não podem se sobrepor");
        assertThat(past.codigo()).isEqualTo(Codigo.DADOS_INVALIDOS);
        assertThat(lapsed.erros().get(0).campo()).isEqualTo("expira_em");
        assertThat(server.rows("reservas")).isZero();
    }

    private Resposta segurar(String viagemId, Parada... paradas) {
        return segurar(viagemId, "ABC1234", paradas);
    }

    private Resposta segurar(String viagemId, String placaOuPedido, Parada... paradas) {
        boolean placa = placaOuPedido.matches(Carro.PLACA);
        return server.ask(
                Topics.POSTOS_PRE_RESERVA,
                new PreReservaRequest(
                        viagemId + "/" + placaOuPedido,
                        "c-1",
                        "server7",
                        carro(placa ? placaOuPedido : "ABC1234"),
                        viagemId,
                        clock.instant().plus(HOLD).atOffset(ZoneOffset.UTC),
                        List.of(paradas),
                        null),
                Resposta.class);
    }

    private Resposta confirmar(String requestId, String viagemId) {
        return server.ask(
                Topics.POSTOS_CONFIRMACAO,
                new ConfirmacaoRequest(requestId, "c-1", "server7", viagemId),
                Resposta.class);
    }

    private ReservasResponse consultar(String clientId, String viagemId) {
        return server.ask(
                Topics.RESERVAS_REQUEST,
                new ReservasRequest("q-1", clientId, "server7", null, null, null, viagemId, null, null),
                ReservasResponse.class);
    }

    private Resposta cancelar(String requestId, String viagemId) {
        return server.ask(
                Topics.POSTOS_CANCELAMENTO,
                new CancelamentoRequest(requestId, "c-1", "server7", null, viagemId, null, null, null),
                Resposta.class);
    }

    /** By another car, for the window of {@link #parada} with the same numbers. */
    private Codigo reservar(int posto, int hour) {
        Parada parada = parada(posto, hour);
        return server.reservar(deReserva()
                        .id("r-" + server.published().size())
                        .placa("QQQ0Q00")
                        .posto(posto)
                        .janela(parada.inicio().toInstant(), parada.fim().toInstant())
                        .build())
                .codigo();
    }

    private long ativas(String viagemId) {
        return jdbc.sql("SELECT COUNT(*) FROM reservas_ativas WHERE viagem_id = ? AND expira_em > ?")
                .params(viagemId, clock.instant().toString())
                .query(Long.class)
                .single();
    }

    private static Parada parada(int posto, int hour) {
        return new Parada(posto, at(60 * hour), at(60 * (hour + 1)));
    }

    private static OffsetDateTime at(int minutes) {
        return TOMORROW.plus(Duration.ofMinutes(minutes)).atOffset(ZoneOffset.UTC);
    }

    private static Carro carro(String placa) {
        return new Carro(placa, "BYD Dolphin", 44.5, 22.3, 0.19);
    }
}
