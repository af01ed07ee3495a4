package br.com.recarga.faltas.historia;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.faltas.historia.EstadoFinal.ReservaGravada;
import br.com.recarga.faltas.historia.EstadoFinal.ViagemGravada;
import br.com.recarga.faltas.historia.Tentativa.Fim;
import br.com.recarga.faltas.historia.Violacao.Regra;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each rule is broken once, in a history in which all else is well, and must be found broken; what is well is no violation. */
class VerificadorTest {

    private static final Instant NOON = Instant.parse("2026-12-10T12:00:00Z");
    private static final Vaga VAGA = vaga("server1", 1, 0);
    private static final Vaga DEPOIS = vaga("server1", 1, 2);
    private static final List<Vaga> PARADAS = List.of(vaga("server1", 2, 0), vaga("server2", 3, 10));
    private static final String PLACA = "FLT1A01";

    private final List<Tentativa> tentativas = new ArrayList<>();
    private final List<Falta> faltas = new ArrayList<>();
    private final List<ReservaGravada> reservas = new ArrayList<>();
    private final List<ViagemGravada> viagens = new ArrayList<>();

    @Test
    void allThatADriverCanDoIsNoViolation() {
        // reserved after two tries, and changed
        tentativas.add(new Tentativa(reservar("a", VAGA), "cliente1", 0, 10, Fim.CAIU, null));
        answered(reservar("a", VAGA), 20, erro(504, "TEMPO_ESGOTADO"));
        answered(reservar("a", VAGA), 30, reservada("r-a", VAGA));
        answered(reservar("a", VAGA), 40, reservada("r-a", VAGA));
        answered(alterar("a2", "r-a", DEPOIS), 50, reservada("r-a", DEPOIS));
        reservas.add(gravada("r-a", "a", DEPOIS, "CONFIRMADA"));
        // the place that it left is another's
        answered(reservar("b", VAGA), 60, reservada("r-b", VAGA));
        answered(alterar("b2", "r-b", DEPOIS), 70, erro(409, "POSTO_OCUPADO"));
        reservas.add(gravada("r-b", "b", VAGA, "CONFIRMADA"));
        // cancelled
        answered(reservar("c", vaga("server1", 4, 0)), 80, reservada("r-c", vaga("server1", 4, 0)));
        answered(cancelar("c2", "r-c"), 90, cancelada("r-c", vaga("server1", 4, 0)));
        reservas.add(gravada("r-c", "c", vaga("server1", 4, 0), "CANCELADA"));
        // asked, and said that it never will be
        answered(reservar("d", VAGA), 95, erro(503, "SERVIDOR_INDISPONIVEL"));
        answered(consultar("d"), 96, erro(404, "RESERVA_INEXISTENTE"));
        // asked, and found done
        answered(consultar("a"), 97, dita(200, "OK", null, null, null));
        // a trip that was cancelled, one that was refused, and one that took the places of both
        viagem("e", "v-e", "CANCELADA", "CANCELADA", "CANCELADA");
        answered(cancelarViagem("v-e"), 110, dita(200, "OK", "cancelada", "v-e", PARADAS));
        answered(viajar("f"), 115, erro(409, "VIAGEM_RECUSADA"));
        viagens.add(new ViagemGravada("v-f", "f", "RECUSADA"));
        parada("v-f", PARADAS.get(0), "CANCELADA");
        answered(viajar("g"), 200, dita(202, "OK", "em_andamento", "v-g", PARADAS));
        answered(viajar("g"), 220, dita(200, "OK", "confirmada", "v-g", PARADAS));
        viagens.add(new ViagemGravada("v-g", "g", "CONFIRMADA"));
        PARADAS.forEach(vaga -> parada("v-g", vaga, "CONFIRMADA"));

        assertThat(violacoes()).isEmpty();
    }

    @Test
    void twoRowsInOnePlaceAreFound() {
        reserve("a", "r-a", VAGA, 10);
        answered(reservar("b", DEPOIS), 20, reservada("r-b", DEPOIS));
        // told of another window than is kept, which is another rule's; not told at all, here
        reservas.add(gravada("r-x", "x", meiaHoraDepois(VAGA), "CONFIRMADA"));
        reservas.add(gravada("r-b", "b", DEPOIS, "CONFIRMADA"));

        assertThat(regras()).containsExactly(Regra.UMA_RESERVA_POR_VAGA);
    }

    @Test
    void twoDriversWhoWereToldOfOnePlaceAreFound() {
        answered(reservar("a", VAGA), 10, reservada("r-a", VAGA));
        answered(reservar("b", meiaHoraDepois(VAGA)), 20, reservada("r-b", meiaHoraDepois(VAGA)));
        // one of them goes later, and nothing is left to be seen in the database
        answered(cancelar("a2", "r-a"), 30, cancelada("r-a", VAGA));
        reservas.add(gravada("r-a", "a", VAGA, "CANCELADA"));
        reservas.add(gravada("r-b", "b", meiaHoraDepois(VAGA), "CONFIRMADA"));

        assertThat(regras()).containsExactly(Regra.UMA_RESERVA_POR_VAGA);
    }

    /** Of which a refusal does not say whose it is. */
    @Test
    void twoDriversWhoWereRefusedAChangeAndBothHaveThePlaceAreFound() {
        answered(reservar("a", VAGA), 10, reservada("r-a", VAGA));
        tentativas.add(answer(alterar("a2", "r-a", DEPOIS), 12, 30, erro(409, "POSTO_OCUPADO")));
        answered(reservar("b", meiaHoraDepois(VAGA)), 20, reservada("r-b", meiaHoraDepois(VAGA)));
        tentativas.add(answer(alterar("b2", "r-b", DEPOIS), 25, 40, erro(409, "POSTO_OCUPADO")));
        answered(cancelar("a3", "r-a"), 60, cancelada("r-a", VAGA));
        reservas.add(gravada("r-a", "a", VAGA, "CANCELADA"));
        reservas.add(gravada("r-b", "b", meiaHoraDepois(VAGA), "CONFIRMADA"));

        assertThat(regras()).containsExactly(Regra.UMA_RESERVA_POR_VAGA);
    }

    @Test
    void oneCarAtTwoPointsIsFound() {
        reserve("a", "r-a", VAGA, 10);
        reserve("b", "r-b", vaga("server1", 4, 0), 20);
        // at another operator, who knows nothing of it
        reserve("c", "r-c", vaga("server2", 4, 0), 30);

        assertThat(regras()).containsExactly(Regra.UM_POSTO_POR_CARRO);
    }

    @Test
    void aPlaceThatAStopOfATripHasIsTakenToo() {
        viagem("e", "v-e", "CANCELADA", "CANCELADA", "CANCELADA");
        answered(reservar("a", PARADAS.get(1)), 110, reservada("r-a", PARADAS.get(1)));
        answered(cancelarViagem("v-e"), 200, dita(200, "OK", "cancelada", "v-e", PARADAS));
        reservas.add(gravada("r-a", "a", PARADAS.get(1), "CONFIRMADA"));

        assertThat(regras()).containsExactly(Regra.UMA_RESERVA_POR_VAGA);
    }

    @Test
    void aPlaceThatMayHaveBeenLeftIsNotTakenTwice() {
        answered(reservar("a", VAGA), 10, reservada("r-a", VAGA));
        // done before the other one reserves, and answered after it
        tentativas.add(answer(cancelar("a2", "r-a"), 15, 40, cancelada("r-a", VAGA)));
        reservas.add(gravada("r-a", "a", VAGA, "CANCELADA"));
        reserve("b", "r-b", VAGA, 30);

        assertThat(violacoes()).isEmpty();
    }

    @Test
    void aConfirmedReservationThatIsNotThereIsFound() {
        answered(reservar("a", VAGA), 10, reservada("r-a", VAGA));

        assertThat(regras()).containsExactly(Regra.NADA_SE_PERDE);
    }

    @Test
    void aConfirmedReservationThatIsCancelledByNobodyIsFound() {
        answered(reservar("a", VAGA), 10, reservada("r-a", VAGA));
        reservas.add(gravada("r-a", "a", VAGA, "CANCELADA"));

        assertThat(regras()).containsExactly(Regra.NADA_SE_PERDE);
    }

    @Test
    void aCancelledReservationThatIsThereAgainIsFound() {
        reserve("a", "r-a", VAGA, 10);
        answered(cancelar("a2", "r-a"), 20, cancelada("r-a", VAGA));

        assertThat(regras()).containsExactly(Regra.NADA_SE_PERDE);
    }

    @Test
    void aChangeThatWasConfirmedAndIsNotThereIsFound() {
        reserve("a", "r-a", VAGA, 10);
        answered(alterar("a2", "r-a", DEPOIS), 20, reservada("r-a", DEPOIS));

        assertThat(regras()).containsExactly(Regra.NADA_SE_PERDE);
    }

    @Test
    void aReservationOfAnotherCarIsFound() {
        answered(reservar("a", VAGA), 10, reservada("r-a", VAGA));
        reservas.add(new ReservaGravada("r-a", "a", null, "XYZ9A88", VAGA, "CONFIRMADA"));

        assertThat(regras()).containsExactly(Regra.NADA_SE_PERDE);
    }

    @Test
    void anAnswerWithAnotherWindowThanWasAskedIsFound() {
        answered(reservar("a", VAGA), 10, reservada("r-a", DEPOIS));
        reservas.add(gravada("r-a", "a", DEPOIS, "CONFIRMADA"));

        assertThat(regras()).containsExactly(Regra.NADA_SE_PERDE);
    }

    @Test
    void whoIsToldThatWhatWasConfirmedDoesNotExistIsFound() {
        reserve("a", "r-a", VAGA, 10);
        answered(alterar("a2", "r-a", DEPOIS), 20, erro(404, "RESERVA_INEXISTENTE"));

        assertThat(regras()).containsExactly(Regra.NADA_SE_PERDE);
    }

    @Test
    void aTripThatIsBeingCancelledNeedNotBeThere() {
        viagem("e", "v-e", "CANCELADA", "CANCELADA", "CANCELADA");
        answered(cancelarViagem("v-e"), 200, dita(202, "OK", "cancelando", "v-e", PARADAS));

        assertThat(violacoes()).isEmpty();
    }

    @Test
    void aConfirmedTripOfWhichNothingIsLeftIsFound() {
        viagem("e", "v-e", "CANCELADA", "CANCELADA", "CANCELADA");

        assertThat(regras()).containsExactly(Regra.NADA_SE_PERDE);
    }

    @Test
    void aRefusedTripOfWhichAStopIsLeftIsFound() {
        answered(viajar("e"), 10, erro(409, "VIAGEM_RECUSADA"));
        viagens.add(new ViagemGravada("v-e", "e", "RECUSADA"));
        parada("v-e", PARADAS.get(0), "CANCELADA");
        parada("v-e", PARADAS.get(1), "CONFIRMADA");

        assertThat(regras()).containsExactly(Regra.TUDO_OU_NADA);
    }

    @Test
    void aStopOfATripThatNobodyKnowsIsFound() {
        parada("v-e", PARADAS.get(0), "CONFIRMADA");

        assertThat(regras()).containsExactly(Regra.TUDO_OU_NADA);
    }

    @Test
    void halfOfAConfirmedTripIsFound() {
        answered(viajar("e"), 10, dita(202, "OK", "em_andamento", "v-e", PARADAS));
        answered(consultar("e"), 11, erro(404, "RESERVA_INEXISTENTE"));
        viagens.add(new ViagemGravada("v-e", "e", "CONFIRMADA"));
        parada("v-e", PARADAS.get(0), "CONFIRMADA");

        assertThat(regras()).containsExactly(Regra.TUDO_OU_NADA);
    }

    @Test
    void aTripThatNeverEndsIsFound() {
        viagens.add(new ViagemGravada("v-e", "e", "EM_ANDAMENTO"));

        assertThat(regras()).containsExactly(Regra.TUDO_OU_NADA);
    }

    @Test
    void aStopThatIsOnlyHeldInTheEndIsFound() {
        viagens.add(new ViagemGravada("v-e", "e", "CONFIRMADA"));
        parada("v-e", PARADAS.get(0), "PRE_RESERVADA");

        assertThat(regras()).containsExactly(Regra.TUDO_OU_NADA);
    }

    @Test
    void twoReservationsForOneKeyAreFoundInTheAnswers() {
        reserve("a", "r-a", VAGA, 10);
        answered(reservar("a", VAGA), 20, reservada("r-b", VAGA));

        assertThat(regras()).containsExactly(Regra.UM_EFEITO_POR_CHAVE);
    }

    @Test
    void aRefusalOfWhatWasConfirmedWithTheSameKeyIsFound() {
        reserve("a", "r-a", VAGA, 10);
        answered(reservar("a", VAGA), 20, erro(409, "POSTO_OCUPADO"));

        assertThat(regras()).containsExactly(Regra.UM_EFEITO_POR_CHAVE);
    }

    @Test
    void twoReservationsForOneKeyAreFoundInTheDatabase() {
        reserve("a", "r-a", VAGA, 10);
        reservas.add(gravada("r-b", "a", DEPOIS, "CONFIRMADA"));

        assertThat(regras()).containsExactly(Regra.UM_EFEITO_POR_CHAVE);
    }

    @Test
    void twoTripsForOneKeyAreFound() {
        viagem("e", "v-e", "CONFIRMADA", "CONFIRMADA", "CONFIRMADA");
        viagens.add(new ViagemGravada("v-x", "e", "RECUSADA"));

        assertThat(regras()).containsExactly(Regra.UM_EFEITO_POR_CHAVE);
    }

    @Test
    void theStopsOfATripHaveOneKeyAtEachOperator() {
        viagens.add(new ViagemGravada("v-e", "e", "RECUSADA"));
        for (Vaga parada : PARADAS) {
            reservas.add(new ReservaGravada("r-" + parada, "hash.1/pre/0", "v-e.1", PLACA, parada, "CANCELADA"));
        }

        assertThat(violacoes()).isEmpty();
    }

    @Test
    void whatWasDeniedAndIsDoneAllTheSameIsFound() {
        answered(reservar("a", VAGA), 10, erro(504, "TEMPO_ESGOTADO"));
        answered(consultar("a"), 20, erro(404, "RESERVA_INEXISTENTE"));
        reservas.add(gravada("r-a", "a", VAGA, "CONFIRMADA"));

        assertThat(regras()).containsExactly(Regra.UM_EFEITO_POR_CHAVE);
    }

    @Test
    void aCallThatTakesTooLongIsFound() {
        tentativas.add(answer(reservar("a", VAGA), 0, 9_000, erro(409, "POSTO_OCUPADO")));

        assertThat(regras()).containsExactly(Regra.RESPOSTA_A_TEMPO);
    }

    @Test
    void aCallThatHangsIsFound() {
        tentativas.add(new Tentativa(consultar("a"), "cliente1", 0, 60_000, Fim.CALOU, null));

        assertThat(regras()).containsExactly(Regra.RESPOSTA_A_TEMPO);
    }

    @Test
    void aProcessThatCannotRunNeedNotAnswer() {
        tentativas.add(answer(reservar("a", VAGA), 0, 9_000, erro(409, "POSTO_OCUPADO")));
        faltas.add(new Falta(Especie.SUSPENDER, "cliente1", 1_000, 6_000));

        assertThat(violacoes()).isEmpty();
    }

    @Test
    void thatAnotherOneCannotRunIsNoExcuse() {
        tentativas.add(answer(reservar("a", VAGA), 0, 9_000, erro(409, "POSTO_OCUPADO")));
        faltas.add(new Falta(Especie.SUSPENDER, "server1-a", 1_000, 6_000));

        assertThat(regras()).containsExactly(Regra.RESPOSTA_A_TEMPO);
    }

    @Test
    void aKeyThatHasNoAnswerWhenAllHasHealedIsFound() {
        answered(reservar("a", VAGA), 10, erro(503, "SERVIDOR_INDISPONIVEL"));

        assertThat(regras()).containsExactly(Regra.RESPOSTA_A_TEMPO);
    }

    @Test
    void whoIsSaidToBeAwayWhileAReplicaIsThereIsFound() {
        faltas.add(new Falta(Especie.MATAR, "server1-a", 50_000, 70_000));
        seen(60_000, "server1");

        assertThat(regras()).containsExactly(Regra.QUEM_ESTA_NAO_ESTA_FORA);
        assertThat(verificador().observacoesJulgadas(historia())).isEqualTo(1);
    }

    @Test
    void whoeverHasNoReplicaThatIsWellMayBeSaidToBeAway() {
        faltas.add(new Falta(Especie.MATAR, "server1-a", 50_000, 70_000));
        faltas.add(new Falta(Especie.CORTAR_LINHA, "server1-b", 51_000, 55_000));
        seen(60_000, "server1");
        // whose line is cut cannot know
        faltas.add(new Falta(Especie.CORTAR_LINHA, "cliente1", 100_000, 101_000));
        seen(100_500, "server1");
        // nobody is heard while the broker is away
        faltas.add(new Falta(Especie.DERRUBAR_BROKER, Falta.BROKER, 150_000, 151_000));
        seen(152_000, "server1");
        // an operator of one process is judged by no rule
        seen(200_000, "server2");

        assertThat(violacoes()).isEmpty();
        assertThat(verificador().observacoesJulgadas(historia())).isEqualTo(1);
    }

    private void reserve(String chave, String id, Vaga vaga, long at) {
        answered(reservar(chave, vaga), at, reservada(id, vaga));
        reservas.add(gravada(id, chave, vaga, "CONFIRMADA"));
    }

    /** One that the driver was told to be confirmed. */
    private void viagem(String chave, String id, String situacao, String... paradas) {
        answered(viajar(chave), 100, dita(200, "OK", "confirmada", id, PARADAS));
        viagens.add(new ViagemGravada(id, chave, situacao));
        for (int i = 0; i < paradas.length; i++) {
            parada(id, PARADAS.get(i), paradas[i]);
        }
    }

    private void parada(String viagem, Vaga vaga, String situacao) {
        String id = "r-%s-%s".formatted(viagem, vaga.servidor());
        reservas.add(new ReservaGravada(id, viagem + ".1/pre/0", viagem + ".1", "FLT2B02", vaga, situacao));
    }

    private void seen(long at, String... away) {
        Pedida question = new Pedida(Acao.VER_SERVIDORES, null, null, null, null);
        answered(question, at, new Dita(200, null, null, null, null, null, Arrays.asList(away)));
    }

    private void answered(Pedida pedida, long at, Dita dita) {
        tentativas.add(answer(pedida, at - 5, at, dita));
    }

    private static Tentativa answer(Pedida pedida, long de, long ate, Dita dita) {
        return new Tentativa(pedida, "cliente1", de, ate, Fim.RESPONDIDA, dita);
    }

    private List<Violacao> violacoes() {
        return verificador().verificar(historia(), new EstadoFinal(reservas, viagens));
    }

    private List<Regra> regras() {
        return violacoes().stream().map(Violacao::regra).distinct().toList();
    }

    private Historia historia() {
        return new Historia(tentativas, faltas);
    }

    private static Verificador verificador() {
        Map<Acao, Duration> limites = new EnumMap<>(Acao.class);
        for (Acao acao : Acao.values()) {
            limites.put(acao, Duration.ofSeconds(8));
        }
        return new Verificador(limites, Map.of("server1", List.of("server1-a", "server1-b")));
    }

    private static Vaga vaga(String servidor, int posto, int horas) {
        Instant inicio = NOON.plus(Duration.ofHours(horas));
        return new Vaga(servidor, posto, inicio, inicio.plus(Duration.ofHours(1)));
    }

    private static Vaga meiaHoraDepois(Vaga vaga) {
        Duration half = Duration.ofMinutes(30);
        return new Vaga(
                vaga.servidor(),
                vaga.posto(),
                vaga.inicio().plus(half),
                vaga.fim().plus(half));
    }

    private static Pedida reservar(String chave, Vaga vaga) {
        return new Pedida(Acao.RESERVAR, chave, null, PLACA, List.of(vaga));
    }

    private static Pedida alterar(String chave, String id, Vaga vaga) {
        return new Pedida(Acao.ALTERAR, chave, id, null, List.of(vaga));
    }

    private static Pedida cancelar(String chave, String id) {
        return new Pedida(Acao.CANCELAR, chave, id, null, null);
    }

    private static Pedida viajar(String chave) {
        return new Pedida(Acao.VIAJAR, chave, null, PLACA, PARADAS);
    }

    private static Pedida cancelarViagem(String id) {
        return new Pedida(Acao.CANCELAR_VIAGEM, null, id, null, null);
    }

    private static Pedida consultar(String chave) {
        return new Pedida(Acao.CONSULTAR, null, chave, null, List.of(VAGA));
    }

    private static Dita reservada(String id, Vaga vaga) {
        return dita(200, "OK", "CONFIRMADA", id, List.of(vaga));
    }

    private static Dita cancelada(String id, Vaga vaga) {
        return dita(200, "OK", "CANCELADA", id, List.of(vaga));
    }

    private static Dita dita(int http, String codigo, String situacao, String id, List<Vaga> vagas) {
        return new Dita(http, codigo, situacao, id, null, vagas, null);
    }

    private static Dita erro(int http, String codigo) {
        return new Dita(http, codigo, null, null, null, null, null);
    }

    private static ReservaGravada gravada(String id, String chave, Vaga vaga, String situacao) {
        return new ReservaGravada(id, chave, null, PLACA, vaga, situacao);
    }
}
