package br.com.recarga.server.cotas;

import static br.com.recarga.server.TestClock.NOW;
import static br.com.recarga.server.reservas.UmPedido.deReserva;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.AlteracaoRequest;
import br.com.recarga.contract.CancelamentoRequestBuilder;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.Operacao;
import br.com.recarga.contract.Parada;
import br.com.recarga.contract.ParadaResposta;
import br.com.recarga.contract.Pedido;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.ReservaRequest;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.Topics;
import br.com.recarga.server.ComCotas;
import br.com.recarga.server.ServerHarness;
import br.com.recarga.server.ServerTest;
import br.com.recarga.server.TestClock;
import br.com.recarga.server.reservas.ExpirarRoute;
import br.com.recarga.server.reservas.ReservarRoute;
import br.com.recarga.server.reservas.UmPedido;
import br.com.recarga.server.umavez.Quem;
import br.com.recarga.server.umavez.UmaVezRoute;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ComCotas
class CotasTest {

    private static final String PLACA = "ABC1D23";
    private static final String OUTRA_PLACA = "XYZ9A88";
    private static final Duration HOLD = Duration.ofMinutes(2);
    private static final Instant LONGE = NOW.plus(Duration.ofDays(14));

    @Autowired
    private ServerHarness server;

    @Autowired
    private ProducerTemplate producer;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aFourthOpenReservationOfACarIsRefusedAndTellsNothingOfTheOthers() {
        encher();

        Resposta refused = reservar(60);

        assertThat(refused.codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(refused.mensagem()).contains("3 reserva(s) em aberto").doesNotContainPattern("[0-9]:[0-9]");
        assertThat(refused.tenteApos()).isEqualTo(LONGE.atOffset(ZoneOffset.UTC));
        assertThat(refused.alternativas()).isNull();
        assertThat(refused.reservaId()).isNull();
        assertThat(server.rows("reservas")).isEqualTo(3);
        assertThat(reservar(OUTRA_PLACA, 60).codigo()).as("of another car").isEqualTo(Codigo.OK);
    }

    @Test
    void thePointDoesNotMatterOnceThereIsNoRoomForTheCar() {
        encher();
        assertThat(reservar(OUTRA_PLACA, 60).codigo()).isEqualTo(Codigo.OK);

        Resposta refused = reservar(60);

        assertThat(refused.codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(refused.alternativas()).isNull();
    }

    @Test
    void anEqualPointDoesNotMatterEither() {
        jdbc.sql(
                        "INSERT INTO postos SELECT 91, 'Central 2', cidade, uf, latitude, longitude, potencia_maxima, tipo_conector,"
                                + " preco_kwh, disponivel FROM postos WHERE id = 1")
                .update();
        encher();
        assertThat(reservar(OUTRA_PLACA, 60).codigo()).isEqualTo(Codigo.OK);

        Resposta refused = server.reservar(pedido(PLACA, 60).ouEquivalente().build());

        assertThat(refused.codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(server.rows("reservas WHERE posto_id = 91")).isZero();
    }

    @Test
    void whatIsCancelledMakesRoom() {
        encher();
        Resposta first = server.reservar(pedido(PLACA, 1).id("p-1").build());
        assertThat(server.ask(
                                Topics.POSTOS_CANCELAMENTO,
                                CancelamentoRequestBuilder.builder()
                                        .requestId("canc")
                                        .clientId("c-1")
                                        .serverId(ServerTest.SERVER_ID)
                                        .reservaId(first.reservaId())
                                        .codigoReserva(first.codigoReserva())
                                        .build(),
                                Resposta.class)
                        .codigo())
                .isEqualTo(Codigo.OK);

        assertThat(reservar(60).codigo()).isEqualTo(Codigo.OK);
    }

    @ParameterizedTest(name = "swept: {0}")
    @ValueSource(booleans = {false, true})
    void whoseCarDidNotComeMakesRoom(boolean swept) {
        encher();
        clock.advance(Duration.ofMinutes(60 + 15));
        if (swept) {
            server.fire(ExpirarRoute.ID);
        }

        assertThat(reservar(60).codigo()).isEqualTo(Codigo.OK);
        assertThat(reservar(62).codigo()).as("again three").isEqualTo(Codigo.LIMITE_EXCEDIDO);
    }

    @Test
    void whatHasEndedMakesRoomAndWhatChargesDoesNot() {
        encher();
        jdbc.sql("UPDATE reservas SET situacao = 'EM_ANDAMENTO', expira_em = fim WHERE request_id = 'p-1'")
                .update();
        clock.advance(Duration.ofMinutes(60 + 15));
        assertThat(reservar(60).codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);

        jdbc.sql("UPDATE reservas SET situacao = 'CONCLUIDA' WHERE request_id = 'p-1'")
                .update();
        assertThat(reservar(62).codigo()).isEqualTo(Codigo.OK);
    }

    @Test
    void aRepeatedRequestGetsItsAnswerAndNoLimit() {
        encher();
        Resposta refused = server.reservar(pedido(PLACA, 60).id("p-4").build());
        Resposta made = server.reservar(pedido(PLACA, 1).id("p-1").build());
        clock.advance(Duration.ofHours(3));

        assertThat(made.codigo()).isEqualTo(Codigo.OK);
        assertThat(server.reservar(pedido(PLACA, 60).id("p-4").build()))
                .as("of which its driver was told")
                .isEqualTo(refused);
        assertThat(reservar(60).codigo()).isEqualTo(Codigo.OK);
    }

    @Test
    void aTripIsOneHoweverManyStopsItHas() {
        assertThat(segurar("v-1", 1, 3, 5, 7).codigo()).isEqualTo(Codigo.OK);
        assertThat(reservar(20).codigo()).isEqualTo(Codigo.OK);
        assertThat(reservar(22).codigo()).isEqualTo(Codigo.OK);

        assertThat(reservar(24).codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        clock.advance(Duration.ofMinutes(10));
        assertThat(reservar(26).codigo()).as("the hold has lapsed").isEqualTo(Codigo.OK);
    }

    @Test
    void aTripHasNoMoreStopsThanATripMayHaveHoweverTheyAreAskedFor() {
        List<Codigo> codes = IntStream.range(0, 21)
                .mapToObj(i ->
                        server.reservar(pedido(PLACA, 2 * i + 1).viagem("v-1").build()))
                .map(Resposta::codigo)
                .toList();

        assertThat(codes.subList(0, 20)).containsOnly(Codigo.OK);
        assertThat(codes.get(20)).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(server.rows("reservas")).isEqualTo(20);
        Resposta refused = segurar("v-1", 60);
        assertThat(refused.codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(refused.mensagem()).contains("20 paradas");
        assertThat(reservar(60).codigo()).as("beside the trip").isEqualTo(Codigo.OK);
    }

    @Test
    void aTripThatIsHeldTwiceHasNoMoreStopsEither() {
        assertThat(segurar("v-1", hours(1, 20)).codigo()).isEqualTo(Codigo.OK);

        Resposta refused = segurar("v-1", 60);

        assertThat(refused.codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(refused.paradas()).isNull();
        assertThat(server.rows("reservas")).isEqualTo(20);
        assertThat(confirmar("v-1").codigo()).isEqualTo(Codigo.OK);
        assertThat(segurar("v-2", 60).codigo()).as("another trip").isEqualTo(Codigo.OK);
    }

    @Test
    void aTripTakesNoMoreTimeThanOneReservationMay() {
        assertThat(server.reservar(janela(1, 13).viagem("v-1").build()).codigo())
                .isEqualTo(Codigo.OK);
        assertThat(server.reservar(janela(13, 25).viagem("v-1").build()).codigo())
                .isEqualTo(Codigo.OK);

        Resposta refused = server.reservar(janela(25, 26).viagem("v-1").build());

        assertThat(refused.codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(refused.mensagem()).contains("24 horas");
        assertThat(segurar("v-1", 30).codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(server.reservar(janela(26, 50).viagem("v-2").build()).codigo())
                .as("a whole day")
                .isEqualTo(Codigo.OK);
    }

    @Test
    void ofATripThatIsHeldAgainAndAgainNoMoreIsTakenBackThanItMayHave() {
        for (int first : new int[] {24, 48, 72}) {
            assertThat(segurar("v-1", hours(first, 10)).codigo()).isEqualTo(Codigo.OK);
            clock.advance(HOLD);
        }

        Resposta lost = confirmar("v-1");

        assertThat(lost.codigo()).isEqualTo(Codigo.RESERVA_EXPIRADA);
        assertThat(lost.paradas())
                .hasSize(30)
                .extracting(ParadaResposta::codigo)
                .containsOnly(Codigo.LIMITE_EXCEDIDO);
        assertThat(jdbc.sql("SELECT DISTINCT situacao FROM reservas")
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELADA");
    }

    @Test
    void aTripForWhichThereIsNoRoomIsRefusedAsAWhole() {
        encher();

        Resposta refused = segurar("v-1", 60, 62);

        assertThat(refused.codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(refused.mensagem()).contains("3 reserva(s) em aberto");
        assertThat(refused.tenteApos()).isEqualTo(LONGE.atOffset(ZoneOffset.UTC));
        assertThat(refused.viagemId()).isEqualTo("v-1");
        assertThat(refused.paradas()).isNull();
        assertThat(server.rows("reservas")).isEqualTo(3);
    }

    @Test
    void aSecondTripOfACarIsNotHeldBeforeTheFirstIsDecided() {
        assertThat(segurar("v-1", 1).codigo()).isEqualTo(Codigo.OK);

        Resposta refused = segurar("v-2", 10);

        assertThat(refused.codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(refused.mensagem())
                .contains("1 viagem(ns) só pré-reservada(s)")
                .doesNotContainPattern("[0-9]:[0-9]");
        assertThat(refused.tenteApos()).isEqualTo(LONGE.atOffset(ZoneOffset.UTC));
        assertThat(segurar(OUTRA_PLACA, "v-3", 10).codigo()).isEqualTo(Codigo.OK);
        assertThat(segurar("v-1", 20).codigo()).as("the same trip").isEqualTo(Codigo.OK);
        assertThat(confirmar("v-1").codigo()).isEqualTo(Codigo.OK);
        assertThat(segurar("v-4", 30).codigo()).isEqualTo(Codigo.OK);
    }

    @Test
    void aHoldThatHasLapsedIsNoneAndNobodyNeedHaveSwept() {
        segurar("v-1", 1);
        clock.advance(HOLD);

        assertThat(segurar("v-2", 10).codigo()).isEqualTo(Codigo.OK);
    }

    @Test
    void whatHasLapsedIsNotTakenAgainOnceThereIsNoRoom() {
        segurar("v-1", 60, 62);
        clock.advance(HOLD);
        encher();

        Resposta lost = confirmar("v-1");

        // what tells the client to undo the trip; any other code means to it that this server has not answered yet
        assertThat(lost.codigo()).isEqualTo(Codigo.RESERVA_EXPIRADA);
        assertThat(lost.paradas()).extracting(ParadaResposta::codigo).containsOnly(Codigo.LIMITE_EXCEDIDO);
        assertThat(lost.paradas().get(0).mensagem()).contains("3 reserva(s) em aberto");
        assertThat(jdbc.sql("SELECT DISTINCT situacao FROM reservas WHERE viagem_id = 'v-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELADA");
    }

    @Test
    void whatHasLapsedIsTakenAgainWhileThereIsRoomAndWhatIsHeldIsConfirmed() {
        segurar("v-1", 60, 62);
        clock.advance(HOLD);
        reservar(1);
        reservar(3);
        assertThat(confirmar("v-1").codigo()).isEqualTo(Codigo.OK);

        assertThat(reservar(5).codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
    }

    @Test
    void nobodyReservesTooFarAhead() {
        Resposta last = server.reservar(
                pedido(PLACA, 0).janela(LONGE, LONGE.plus(Duration.ofHours(1))).build());
        Resposta refused = server.reservar(pedido(PLACA, 0)
                .id("longe")
                .janela(LONGE.plusSeconds(3600), LONGE.plusSeconds(7200))
                .build());

        assertThat(last.codigo()).isEqualTo(Codigo.OK);
        assertThat(refused.codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(refused.mensagem()).contains("14 dia(s)", "01/06/2026 10:00");
        assertThat(refused.tenteApos()).isEqualTo(at(1));
        assertThat(segurar("v-1", 24, 14 * 24 + 1).codigo())
                .as("also with the last stop of a trip")
                .isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(server.rows("reservas")).isEqualTo(1);
    }

    @Test
    void aReservationIsNotMovedTooFarAheadButNearerFromWherever() {
        Resposta made = reservar(1);

        Resposta refused = alterar(made, LONGE.plus(Duration.ofDays(1)));

        assertThat(refused.codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        assertThat(refused.tenteApos()).isEqualTo(at(24));
        assertThat(refused.inicio()).isEqualTo(made.inicio());
        assertThat(alterar(made, LONGE).codigo()).isEqualTo(Codigo.OK);

        Resposta far = comoOperador(pedido(OUTRA_PLACA, 24 * 100).build());
        assertThat(alterar(far, NOW.plus(Duration.ofDays(50))).codigo()).isEqualTo(Codigo.OK);
    }

    @Test
    void whoHasAsMuchAsThereMayBeMovesIt() {
        Resposta made = reservar(1);
        reservar(3);
        reservar(5);

        assertThat(alterar(made, NOW.plus(Duration.ofHours(9))).codigo()).isEqualTo(Codigo.OK);
    }

    @Test
    void theOperatorReservesAsMuchAsItLikes() {
        encher();

        assertThat(comoOperador(pedido(PLACA, 60).build()).codigo()).isEqualTo(Codigo.OK);
        assertThat(comoOperador(pedido(PLACA, 24 * 300).build()).codigo()).isEqualTo(Codigo.OK);
    }

    @Test
    void aPartnerReservesUpToTheHorizonAsMuchAsIsAgreed() {
        List<Codigo> codes = IntStream.range(0, 5)
                .mapToObj(i -> doParceiro(pedido("PAR1A0" + i, 24 * (100 + i))).codigo())
                .toList();

        assertThat(codes).containsExactly(Codigo.OK, Codigo.OK, Codigo.OK, Codigo.OK, Codigo.LIMITE_EXCEDIDO);
        Resposta refused = doParceiro(pedido("PAR1A09", 24 * 200).id("mais-uma"));
        assertThat(refused.mensagem()).contains("4 reserva(s) em aberto");
        assertThat(refused.tenteApos()).isEqualTo(at(24 * 100 + 1));
        assertThat(ask(ComCotas.PARCEIRO, Operacao.PRE_RESERVAR, hold("PAR1A08", "v-1", ComCotas.PARCEIRO, 30))
                        .codigo())
                .isEqualTo(Codigo.LIMITE_EXCEDIDO);
    }

    @Test
    void alsoAPartnersCarsHaveNoMoreThanOthers() {
        for (int hours : new int[] {24 * 20, 24 * 21, 24 * 22}) {
            assertThat(doParceiro(pedido(PLACA, hours)).codigo()).isEqualTo(Codigo.OK);
        }

        assertThat(doParceiro(pedido(PLACA, 24 * 23)).codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
    }

    @Test
    void whoOnlySaysToBeAPartnerIsNone() {
        ReservaRequest forged =
                pedido(PLACA, 24 * 100).client(ComCotas.PARCEIRO).build();

        assertThat(server.reservar(forged).codigo()).isEqualTo(Codigo.LIMITE_EXCEDIDO);
        for (int i = 0; i < 4; i++) {
            server.reservar(
                    pedido("FAL1A0" + i, 10 + i).client(ComCotas.PARCEIRO).build());
        }
        assertThat(doParceiro(pedido("PAR1A00", 24 * 100)).codigo())
                .as("what others reserved in its name is not counted")
                .isEqualTo(Codigo.OK);
    }

    @Test
    void anotherClientThatProvesWhoItIsIsNoPartner() {
        assertThat(ask(
                                "c-1",
                                Operacao.RESERVAR,
                                pedido(PLACA, 24 * 100).client("c-1").build())
                        .codigo())
                .isEqualTo(Codigo.LIMITE_EXCEDIDO);
    }

    @Test
    void ofManyWhoAskAtOnceAsManyGetInAsThereIsRoomFor() throws Exception {
        List<ReservaRequest> requests = IntStream.range(0, 40)
                .mapToObj(i -> pedido(PLACA, 1 + 2 * i).build())
                .toList();

        List<Codigo> codes = allAtOnce(requests).stream().map(Resposta::codigo).toList();

        assertThat(codes).filteredOn(Codigo.OK::equals).hasSize(3);
        assertThat(codes).filteredOn(Codigo.LIMITE_EXCEDIDO::equals).hasSize(37);
        assertThat(server.rows("reservas")).isEqualTo(3);
    }

    @Test
    void whoHasRoomIsRefusedForTheOldReasons() {
        assertThat(reservar(OUTRA_PLACA, 1).codigo()).isEqualTo(Codigo.OK);

        assertThat(reservar(1).codigo()).isEqualTo(Codigo.POSTO_OCUPADO);
        assertThat(comoOperador(pedido(PLACA, 1).id("o-1").build()).codigo()).isEqualTo(Codigo.POSTO_OCUPADO);
    }

    @Test
    void thatATripIsHeldIsNoReasonNotToReserveBesideIt() {
        assertThat(segurar("v-1", 30).codigo()).isEqualTo(Codigo.OK);
        assertThat(reservar(OUTRA_PLACA, 1).codigo()).isEqualTo(Codigo.OK);

        Resposta refused = reservar(1);

        assertThat(refused.codigo()).isEqualTo(Codigo.POSTO_OCUPADO);
        assertThat(refused.alternativas()).isNotEmpty();
    }

    @Test
    void thatAnotherTripIsHeldIsNoReasonNotToConfirmWhatHasLapsed() {
        segurar("v-1", 60);
        clock.advance(HOLD);
        assertThat(segurar(OUTRA_PLACA, "v-2", 60).codigo()).isEqualTo(Codigo.OK);
        assertThat(segurar("v-3", 30).codigo()).isEqualTo(Codigo.OK);

        Resposta lost = confirmar("v-1");

        assertThat(lost.paradas()).extracting(ParadaResposta::codigo).containsExactly(Codigo.RESERVA_EXPIRADA);
    }

    /** Three reservations of the car, from one, three and five hours on. */
    private void encher() {
        for (int i = 1; i <= 3; i++) {
            assertThat(server.reservar(pedido(PLACA, 2 * i - 1).id("p-" + i).build())
                            .codigo())
                    .isEqualTo(Codigo.OK);
        }
    }

    private Resposta reservar(int hours) {
        return reservar(PLACA, hours);
    }

    private Resposta reservar(String placa, int hours) {
        return server.reservar(pedido(placa, hours).build());
    }

    private static UmPedido pedido(String placa, int hours) {
        Instant inicio = NOW.plus(Duration.ofHours(hours));
        return deReserva()
                .id("r-%s-%d".formatted(placa, hours))
                .placa(placa)
                .posto(1)
                .janela(inicio, inicio.plus(Duration.ofHours(1)));
    }

    private static UmPedido janela(int from, int to) {
        return pedido(PLACA, from).janela(NOW.plus(Duration.ofHours(from)), NOW.plus(Duration.ofHours(to)));
    }

    /** So many, one after the other. */
    private static int[] hours(int first, int howMany) {
        return IntStream.range(first, first + howMany).toArray();
    }

    private Resposta segurar(String viagemId, int... hours) {
        return segurar(PLACA, viagemId, hours);
    }

    private Resposta segurar(String placa, String viagemId, int... hours) {
        return server.ask(Topics.POSTOS_PRE_RESERVA, hold(placa, viagemId, "c-1", hours), Resposta.class);
    }

    private PreReservaRequest hold(String placa, String viagemId, String clientId, int... hours) {
        return new PreReservaRequest(
                "h-%s-%d".formatted(viagemId, hours[0]),
                clientId,
                ServerTest.SERVER_ID,
                new Carro(placa, "BYD Dolphin", 44.5, 22.3, 0.19),
                viagemId,
                clock.instant().plus(HOLD).atOffset(ZoneOffset.UTC),
                IntStream.of(hours)
                        .mapToObj(hour -> new Parada(2, at(hour), at(hour + 1)))
                        .toList(),
                null);
    }

    private Resposta confirmar(String viagemId) {
        return server.ask(
                Topics.POSTOS_CONFIRMACAO,
                new ConfirmacaoRequest("f-" + viagemId, "c-1", ServerTest.SERVER_ID, viagemId),
                Resposta.class);
    }

    private Resposta alterar(Resposta reserva, Instant inicio) {
        AlteracaoRequest request = new AlteracaoRequest(
                "a-" + inicio.getEpochSecond(),
                "c-1",
                ServerTest.SERVER_ID,
                reserva.reservaId(),
                reserva.codigoReserva(),
                inicio.atOffset(ZoneOffset.UTC),
                null,
                null);
        return server.ask(Topics.POSTOS_ALTERACAO, request, Resposta.class);
    }

    private Resposta doParceiro(UmPedido request) {
        return ask(
                ComCotas.PARCEIRO,
                Operacao.RESERVAR,
                request.client(ComCotas.PARCEIRO).build());
    }

    private Resposta ask(String clientId, Operacao operacao, Pedido request) {
        return server.ask(Topics.pedido(ServerTest.SERVER_ID, clientId, operacao), request, Resposta.class);
    }

    private Resposta comoOperador(ReservaRequest request) {
        return producer.request("direct:" + ReservarRoute.ID, exchange -> {
                    UmaVezRoute.QUEM.set(exchange, Quem.operador("ana"));
                    exchange.getMessage().setBody(request);
                })
                .getMessage()
                .getBody(Resposta.class);
    }

    private List<Resposta> allAtOnce(List<ReservaRequest> requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        CountDownLatch ready = new CountDownLatch(requests.size());
        try {
            List<Future<Resposta>> running = new ArrayList<>();
            for (ReservaRequest request : requests) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return producer.requestBody("direct:" + ReservarRoute.ID, request, Resposta.class);
                }));
            }
            List<Resposta> respostas = new ArrayList<>();
            for (Future<Resposta> one : running) {
                respostas.add(one.get());
            }
            return respostas;
        } finally {
            threads.shutdownNow();
        }
    }

    private static OffsetDateTime at(int hours) {
        return NOW.plus(Duration.ofHours(hours)).atOffset(ZoneOffset.UTC);
    }
}
