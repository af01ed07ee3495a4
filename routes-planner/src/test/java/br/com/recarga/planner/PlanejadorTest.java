package br.com.recarga.planner;

import static br.com.recarga.planner.Mundo.OITO;
import static br.com.recarga.planner.Mundo.carro;
import static br.com.recarga.planner.Mundo.hora;
import static br.com.recarga.planner.Mundo.ocupado;
import static br.com.recarga.planner.Mundo.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.JanelaOcupada;
import br.com.recarga.contract.ParadaPlanejada;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.Plano;
import br.com.recarga.contract.Plano.Criterio;
import br.com.recarga.contract.Plano.Motivo;
import br.com.recarga.contract.Plano.Trecho;
import br.com.recarga.contract.Posto;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small worlds on one road, worked out by hand. Unless a test says otherwise the car holds 40 kWh and is full, uses 0.2 kWh/km and
 * keeps 10 % (4 kWh): it gets 180 km far. It drives 80 km/h (40 km in 30 min) from 8:00 on; levels are multiples of 4 kWh. It
 * takes 60 kW, above 32 kWh ever less.
 */
class PlanejadorTest {

    @Test
    void aTripWithinRangeNeedsNoStop() {
        // 180 km take 2 h 15 min and 36 kWh: exactly the reserve is left
        Plano plano = new Mundo().ponto(90, 50, 2).ate(180);

        assertThat(plano)
                .isEqualTo(new Plano(
                        true,
                        List.of(),
                        Criterio.MENOR_TEMPO,
                        OITO,
                        hora("10:15:00"),
                        null,
                        null,
                        135L,
                        180.0,
                        0.0,
                        4.0,
                        List.of(),
                        null,
                        null,
                        null));
    }

    @Test
    void aCarThatIsThereAlreadyNeedsNothing() {
        Plano plano = new Mundo().ate(0);

        assertThat(plano.viavel()).isTrue();
        assertThat(plano.paradas()).isEmpty();
        assertThat(plano.chegada()).isEqualTo(OITO);
        assertThat(plano.duracaoMin()).isZero();
        assertThat(plano.distanciaKm()).isZero();
        assertThat(plano.nivelChegada()).isEqualTo(40);
    }

    @Test
    void chargesAsMuchAsTheDestinationAsksFor() {
        // at 120 km (9:30) 40 - 24 = 16 kWh are left; the other 130 km take 26, so the car leaves with 30.
        // 14 kWh at 30 kW are 28 min, at 2 BRL 28 BRL; 130 km take 1 h 37 min 30 s: 11:35:30
        Plano plano = new Mundo().ponto(120, 30, 2).ate(250);

        assertThat(plano.paradas())
                .containsExactly(new ParadaPlanejada(
                        "server1",
                        1,
                        "km 120",
                        hora("09:30:00"),
                        hora("09:58:00"),
                        null,
                        16.0,
                        30.0,
                        120.0,
                        28.0,
                        30.0,
                        "CCS2",
                        28L,
                        14.0,
                        false));
        assertThat(plano.chegada()).isEqualTo(hora("11:35:30"));
        assertThat(plano.duracaoMin()).isEqualTo(216);
        assertThat(plano.distanciaKm()).isEqualTo(250);
        assertThat(plano.custo()).isEqualTo(28);
        assertThat(plano.nivelChegada()).isEqualTo(4);
        assertThat(plano.alternativas()).isEmpty();
    }

    @Test
    void noStopIsShorterThanTheShortest() {
        // 14 kWh at 60 kW, of the 120, would be 14 min; of all that can be had in 15 min it buys what is needed
        Plano plano = new Mundo().ponto(120, 120, 2).ate(250);

        assertThat(plano.paradas().get(0).fim()).isEqualTo(hora("09:45:00"));
        assertThat(plano.custo()).isEqualTo(28);
    }

    @Test
    void theReserveIsKeptAtEveryStop() {
        // half of it kept, 20 kWh: 100 km a leg, so 150 km need the point at 80, not the one at 120.
        // 24 kWh on arrival (9:00), 34 to leave with, 10 kWh at 60 kW: 15 min at the least
        Plano plano = new Mundo().reserva(50).ponto(80, 60, 2).ponto(120, 60, 2).ate(150);

        assertThat(plano.paradas())
                .containsExactly(new ParadaPlanejada(
                        "server1",
                        1,
                        "km 80",
                        hora("09:00:00"),
                        hora("09:15:00"),
                        null,
                        24.0,
                        34.0,
                        80.0,
                        20.0,
                        60.0,
                        "CCS2",
                        15L,
                        10.0,
                        false));
        assertThat(plano.nivelChegada()).isEqualTo(20);
    }

    /**
     * It takes 30 kW. There at 9:15 with 20 kWh, it charges 12 kWh in 24 min, to 80 %; the next 4 would take 10 min 13 s, and at the
     * second point, with its 25 kW, they take 9 min 36 s. There at 10:54 with 12 kWh, it needs 30: 18 kWh are 43 min 12 s. The
     * last 130 km take 1 h 37 min 30 s.
     */
    @Test
    void chargesToEightyPerCentWhereThatIsFaster() {
        Plano plano = new Mundo()
                .carro(carro(40, 40, 30, "CCS2"))
                .ponto(100, 30, 2)
                .ponto(200, 25, 2)
                .ate(330);

        assertThat(plano.paradas()).extracting(ParadaPlanejada::nivelSaida).containsExactly(32.0, 30.0);
        assertThat(plano.paradas()).extracting(ParadaPlanejada::duracaoMin).containsExactly(24L, 44L);
        assertThat(plano.chegada()).isEqualTo(hora("13:14:42"));
    }

    /** As above, but the second point gives 20 kW, at which 4 kWh take 12 min. */
    @Test
    void chargesBeyondEightyPerCentWhereThatIsFaster() {
        Plano plano = new Mundo()
                .carro(carro(40, 40, 30, "CCS2"))
                .ponto(100, 30, 2)
                .ponto(200, 20, 2)
                .ate(330);

        assertThat(plano.paradas()).extracting(ParadaPlanejada::nivelSaida).containsExactly(36.0, 30.0);
        // 12 kWh at 30 kW and 8 / (0.8 x 30) x ln (1 / 0.6) h
        assertThat(plano.paradas().get(0).fim()).isEqualTo(hora("09:49:13"));
    }

    @Test
    void noStopChargesBeyondWhatIsAllowed() {
        // 170 km behind km 100: 34 kWh and the reserve, 38; with 80 %, 32 kWh, it gets 140 km far
        Mundo mundo = new Mundo().ponto(100, 30, 2);

        assertThat(mundo.ate(270).paradas())
                .extracting(ParadaPlanejada::nivelSaida)
                .containsExactly(38.0);
        assertThat(mundo.cargaMaxima(80).ate(270).trecho().faltamKm()).isEqualTo(30);
        assertThat(mundo.ate(240).paradas())
                .extracting(ParadaPlanejada::nivelSaida)
                .containsExactly(32.0);
    }

    @Test
    void aCarMayDepartWithMoreThanAStopMayCharge() {
        assertThat(new Mundo().cargaMaxima(50).ate(180).paradas()).isEmpty();
    }

    /** 180 km are within range, but leave 4 kWh; half the battery are 20. At km 120 16 are left, 12 + 20 are needed. */
    @Test
    void arrivesWithWhatIsAskedFor() {
        Plano plano = new Mundo().chegadaMinima(50).ponto(120, 30, 2).ate(180);

        assertThat(plano.paradas()).extracting(ParadaPlanejada::energiaKwh).containsExactly(16.0);
        assertThat(plano.nivelChegada()).isEqualTo(20);
    }

    @Test
    void theReserveHoldsAtTheDestinationWhateverIsAskedFor() {
        assertThat(new Mundo().chegadaMinima(0).ate(180).nivelChegada()).isEqualTo(4);
        assertThat(new Mundo().chegadaMinima(0).ate(180.1).viavel()).isFalse();
    }

    @Test
    void anArrivalThatNoChargeIsEnoughForIsSaid() {
        // from km 120 it is 60 km, and with 32 kWh, 30 of which are to be left, the car gets 10 km far
        Trecho trecho = new Mundo()
                .cargaMaxima(80)
                .chegadaMinima(75)
                .ponto(120, 30, 2)
                .ate(180)
                .trecho();

        assertThat(trecho.autonomiaKm()).isEqualTo(10);
        assertThat(trecho.faltamKm()).isEqualTo(50);
    }

    /**
     * One kilowatt-hour is missing. It would be bought in a minute, for 2 BRL, and the car would stand there for the other 14;
     * 4 kWh are 4 min of 15; 8 kWh are 8.
     */
    @Test
    void noStopStandsForLongerThanItCharges() {
        Plano plano = new Mundo().ponto(100, 60, 2).ate(185);

        assertThat(plano.paradas()).extracting(ParadaPlanejada::energiaKwh).containsExactly(8.0);
        assertThat(plano.custo()).isEqualTo(16);
        assertThat(plano.alternativas()).isEmpty();
    }

    /** At 4 kW the missing kilowatt-hour takes a quarter of an hour; less than a tenth of the battery is no stop all the same. */
    @Test
    void noStopBringsNextToNothing() {
        Plano plano = new Mundo().ponto(100, 4, 2).ate(185);

        assertThat(plano.paradas()).extracting(ParadaPlanejada::energiaKwh).containsExactly(4.0);
    }

    /** There with 19 kWh, 19.8 are needed, and no stop may charge beyond 20. */
    @Test
    void anIdleStopIsBetterThanNoWay() {
        Plano plano = new Mundo().cargaMaxima(50).ponto(105, 60, 2).ate(184);

        assertThat(plano.paradas()).extracting(ParadaPlanejada::energiaKwh).containsExactly(0.8);
    }

    /** 28 min, an hour and a half after the departure. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-24T20:02-03:00, false",
        "2026-12-24T20:03-03:00, true",
        "2026-12-24T22:30-03:00, true",
        "2026-12-25T03:29-03:00, true",
        "2026-12-25T03:30-03:00, false"
    })
    void aStopAtNightIsSaidToBeOne(OffsetDateTime partida, boolean noturna) {
        Plano plano = new Mundo().partida(partida).ponto(120, 30, 2).ate(250);

        assertThat(plano.paradas()).extracting(ParadaPlanejada::noturna).containsExactly(noturna);
    }

    @Test
    void aCarStopsOnlyWhereAPlugFitsUnlessOneIsAskedFor() {
        Mundo mundo = new Mundo()
                .carro(carro(40, 40, 60, "Tipo 2", "CCS2"))
                .conectorDosPontos("CHAdeMO")
                .ponto(120, 60, 1)
                .conectorDosPontos(null)
                .ponto(120, 60, 1)
                .conectorDosPontos("CCS2")
                .ponto(130, 30, 2);

        assertThat(mundo.ate(250).paradas())
                .extracting(ParadaPlanejada::postoId)
                .containsExactly(3);
        assertThat(mundo.conector("CHAdeMO").ate(250).paradas())
                .extracting(ParadaPlanejada::postoId)
                .containsExactly(1);
    }

    @Test
    void aCarThatNoPlugFitsIsToldWhichThereAre() {
        Mundo mundo = new Mundo().carro(carro(40, 40, 60, "GB/T")).ponto(120, 30, 2);

        assertThatThrownBy(() -> mundo.ate(250))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.erros())
                                .containsExactly(new ErroCampo(
                                        "carro.conectores",
                                        "nenhum posto tem um conector que serve no carro; há CCS2")));
    }

    @Test
    void withoutReserveTheBatteryMayBeEmptied() {
        assertThat(new Mundo().reserva(0).ate(200).nivelChegada()).isZero();
        assertThat(new Mundo().reserva(0).ate(200.1).viavel()).isFalse();
    }

    @Test
    void waitsUntilThePointIsFree() {
        // there at 9:30, taken until 10:00
        Plano plano =
                new Mundo().ponto(120, 30, 2, ocupado("09:00:00", "10:00:00")).ate(250);

        assertThat(plano.paradas().get(0).inicio()).isEqualTo(hora("10:00:00"));
        assertThat(plano.paradas().get(0).fim()).isEqualTo(hora("10:28:00"));
        assertThat(plano.duracaoMin()).isEqualTo(246);
    }

    @ParameterizedTest
    @CsvSource({
        // 28 min from 9:30: the gap before 9:58 is just long enough, the one before 9:57:59 is not
        "09:58:00, 10:30:00, 09:30:00",
        "09:57:59, 10:30:00, 10:30:00",
    })
    void aStopFitsIntoOneGap(String inicio, String fim, String esperado) {
        Plano plano = new Mundo().ponto(120, 30, 2, ocupado(inicio, fim)).ate(250);

        assertThat(plano.paradas().get(0).inicio()).isEqualTo(hora(esperado));
    }

    @ParameterizedTest
    @CsvSource({"11:30:00, true", "11:30:01, false"})
    void waitsNoLongerThanIsAllowed(String livre, boolean viavel) {
        Plano plano = new Mundo().ponto(120, 30, 2, ocupado("09:00:00", livre)).ate(250);

        assertThat(plano.viavel()).isEqualTo(viavel);
    }

    @Test
    void saysThatOnlyTheTimesDoNotFit() {
        Plano plano =
                new Mundo().ponto(120, 30, 2, new JanelaOcupada(OITO, null)).ate(250);

        assertThat(plano)
                .isEqualTo(Plano.inviavel(
                        Motivo.SEM_HORARIO,
                        "Há postos ao alcance, mas não com horários livres em sequência com esperas de até 120 min. Tente outra"
                                + " partida.",
                        null));
    }

    @Test
    void saysThatAChargeWouldTakeMoreThanADay() {
        // 14 kWh at half a kilowatt are 28 hours
        Plano plano = new Mundo().ponto(120, 0.5, 2).ate(250);

        assertThat(plano.motivo()).isEqualTo(Motivo.SEM_HORARIO);
        assertThat(plano.mensagem()).contains("24 horas");
    }

    @Test
    void goesElsewhereRatherThanWait() {
        // the first would be free after 90 min; at the second (10:00) 8 kWh are left, 26 are needed: 18 at 30 kW are 36
        // min
        Plano plano = new Mundo()
                .ponto(120, 30, 2, ocupado("09:00:00", "11:00:00"))
                .ponto(160, 30, 2)
                .ate(270);

        assertThat(plano.paradas())
                .containsExactly(new ParadaPlanejada(
                        "server1",
                        2,
                        "km 160",
                        hora("10:00:00"),
                        hora("10:36:00"),
                        null,
                        8.0,
                        26.0,
                        160.0,
                        36.0,
                        30.0,
                        "CCS2",
                        36L,
                        18.0,
                        false));
    }

    @Test
    void offersTheCheapestBesideTheFastest() {
        // 14 kWh: 28 min for 14 BRL at the slow one, 15 min for 42 BRL at the fast one beside it
        Plano plano = new Mundo().ponto(120, 30, 1).ponto(120, 90, 3).ate(250);

        assertThat(plano.paradas()).extracting(ParadaPlanejada::postoId).containsExactly(2);
        assertThat(plano.custo()).isEqualTo(42);
        assertThat(plano.duracaoMin()).isEqualTo(203);
        assertThat(plano.alternativas()).hasSize(1);
        Plano barato = plano.alternativas().get(0);
        assertThat(barato.criterio()).isEqualTo(Criterio.MENOR_CUSTO);
        assertThat(barato.paradas()).extracting(ParadaPlanejada::postoId).containsExactly(1);
        assertThat(barato.custo()).isEqualTo(14);
        assertThat(barato.duracaoMin()).isEqualTo(216);
        assertThat(barato.alternativas()).isNull();
    }

    @Test
    void offersTheFewestStopsBesideTheFastest() {
        // 300 km take 3 h 45 min and 60 kWh; 36 are there, 24 are to be bought. Twice 15 min at km 100 and 200, or once
        // 2 h 24 min at km 150, which is reached at 9:52:30 with 10 kWh and left with 34
        Plano plano = new Mundo()
                .ponto(100, 100, 2)
                .ponto(150, 10, 2)
                .ponto(200, 100, 2)
                .ate(300);

        assertThat(plano.criterio()).isEqualTo(Criterio.MENOR_TEMPO);
        assertThat(plano.paradas()).extracting(ParadaPlanejada::postoId).containsExactly(1, 3);
        assertThat(plano.chegada()).isEqualTo(hora("12:15:00"));
        assertThat(plano.alternativas()).hasSize(1);
        Plano curto = plano.alternativas().get(0);
        assertThat(curto.criterio()).isEqualTo(Criterio.MENOS_PARADAS);
        assertThat(curto.paradas()).extracting(ParadaPlanejada::postoId).containsExactly(2);
        assertThat(curto.chegada()).isEqualTo(hora("14:09:00"));
    }

    @Test
    void offersAPlanOnceThatIsBestAtBoth() {
        // as above, but the slow one costs half as much
        Plano plano = new Mundo()
                .ponto(100, 100, 2)
                .ponto(150, 10, 1)
                .ponto(200, 100, 2)
                .ate(300);

        assertThat(plano.alternativas()).hasSize(1);
        assertThat(plano.alternativas().get(0).criterio()).isEqualTo(Criterio.MENOR_CUSTO);
        assertThat(plano.alternativas().get(0).custo()).isEqualTo(24);
        assertThat(plano.alternativas().get(0).paradas()).hasSize(1);
    }

    @Test
    void paysNoMoreThanSpeedIsWorth() {
        // 14 kWh: 15 min at each of them
        Plano plano = new Mundo()
                .ponto(120, 120, 3)
                .ponto(120, 90, 2)
                .ponto(120, 120, 2.5)
                .ate(250);

        assertThat(plano.paradas()).extracting(ParadaPlanejada::postoId).containsExactly(2);
        assertThat(plano.custo()).isEqualTo(28);
        assertThat(plano.alternativas()).isEmpty();
    }

    @Test
    void namesTheLegThatIsTooLongAndByHowMuch() {
        // from km 100 to km 400 a full battery is 120 km short, whatever comes before and after
        Plano plano = new Mundo().ponto(100, 50, 2).ponto(400, 50, 2).ate(500);

        assertThat(plano)
                .isEqualTo(Plano.inviavel(
                        Motivo.FORA_DE_ALCANCE,
                        "De km 100 a km 400 são 300,0 km, e a bateria, sem gastar a reserva, chega a 180,0 km: faltam 120,0 km.",
                        new Trecho("km 100", "km 400", 300.0, 180.0, 120.0)));
    }

    @Test
    void theFirstLegIsDrivenWithWhatIsInTheBattery() {
        // 9 kWh, 4 of them kept: 25 km
        Plano plano = new Mundo().carro(carro(40, 9)).ponto(26, 50, 2).ate(100);

        assertThat(plano.motivo()).isEqualTo(Motivo.FORA_DE_ALCANCE);
        assertThat(plano.trecho()).isEqualTo(new Trecho("0,0", "km 26", 26.0, 25.0, 1.0));
    }

    @Test
    void aCarBelowItsReserveGetsNowhere() {
        Plano plano = new Mundo().carro(carro(40, 3)).ponto(2, 50, 2).ate(100);

        assertThat(plano.trecho()).isEqualTo(new Trecho("0,0", "km 2", 2.0, 0.0, 2.0));
    }

    @Test
    void withoutPointsTheWholeWayIsTheLeg() {
        Trecho trecho = new Mundo().ate(250).trecho();

        assertThat(trecho.distanciaKm()).isEqualTo(250);
        assertThat(trecho.faltamKm()).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource({"420, 20", "440, 0"})
    void aTripHasTwentyStopsAtTheMost(double destino, int paradas) {
        // 5 kWh, half a kilowatt-hour kept: 22.5 km, so every one of the points, which are 20 km apart, is needed
        Mundo mundo = new Mundo().carro(carro(5, 5));
        for (int km = 20; km < destino; km += 20) {
            mundo.ponto(km, 50, 2);
        }

        Plano plano = mundo.ate(destino);

        assertThat(plano.paradas()).hasSize(paradas);
        assertThat(plano.motivo()).isEqualTo(paradas == 0 ? Motivo.PARADAS_DEMAIS : null);
        assertThat(plano.mensagem())
                .isEqualTo(
                        paradas == 0
                                ? "A viagem precisa de 21 paradas, e uma viagem pode ter no máximo 20. Divida-a em duas."
                                : null);
    }

    @Test
    void aSlowTripThatCanBeReservedIsBetterThanAFastOneThatCannot() {
        // 22.5 km a leg, as above. The fast points lie on 10, 30, … 410: 21 stops. On 20, 40, … 400 are 20 slow ones,
        // and
        // whoever changes from one kind to the other makes a leg of 10 km and so a stop more
        Mundo mundo = new Mundo().carro(carro(5, 5));
        for (int km = 10; km < 420; km += 10) {
            mundo.ponto(km, km % 20 == 0 ? 1 : 100, 2);
        }

        Plano plano = mundo.ate(420);

        assertThat(plano.viavel()).isTrue();
        assertThat(plano.criterio()).isEqualTo(Criterio.MENOR_TEMPO);
        assertThat(plano.paradas()).hasSize(20).allMatch(parada -> parada.postoId() % 2 == 0);
        assertThat(plano.alternativas()).isEmpty();
    }

    @Test
    void onlyPointsWithTheConnectorCount() {
        assertThat(new Mundo().ponto(120, 30, 2).conector(" ccs2 ").ate(250).viavel())
                .isTrue();
        assertThatThrownBy(
                        () -> new Mundo().ponto(120, 30, 2).conector("Tipo 2").ate(250))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.erros())
                                .containsExactly(new ErroCampo("conector", "nenhum posto tem esse conector; há CCS2")));
    }

    @Test
    void aFinerGridWastesLess() {
        // 40 kWh in steps of a half: from km 100 (20 kWh) to km 200 and on, only full will do in the middle
        Mundo mundo = new Mundo().ponto(100, 20, 2).ponto(200, 20, 2);

        Plano grosso = mundo.settings(settings(Duration.ofHours(2), 50)).ate(300);
        Plano fino = mundo.settings(settings(Duration.ofHours(2), 1)).ate(300);

        assertThat(fino.chegada()).isBeforeOrEqualTo(grosso.chegada());
        assertThat(fino.custo()).isLessThanOrEqualTo(grosso.custo());
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "1, 1"})
    void ofTooManyPointsThoseOnTheWayCount(int pontosMaximos, int esperado) {
        // 20 kWh, 80 km, and 150 to go: the fast point lies 5 km behind, the slow one on the way
        Plano plano = new Mundo()
                .carro(carro(40, 20))
                .ponto(60, 10, 2)
                .ponto(-5, 120, 2)
                .settings(comPontos(pontosMaximos))
                .ate(150);

        assertThat(plano.paradas()).extracting(ParadaPlanejada::postoId).containsExactly(esperado);
    }

    @Test
    void allPointsCountIfThoseOnTheWayAreNotEnough() {
        // from the one at km 1 it is 249 km; both lie on the way
        Plano plano = new Mundo()
                .ponto(1, 50, 2)
                .ponto(120, 50, 2)
                .settings(comPontos(1))
                .ate(250);

        assertThat(plano.paradas()).extracting(ParadaPlanejada::postoId).containsExactly(2);
    }

    private static PlanoSettings comPontos(int maximo) {
        return new PlanoSettings(1.2, 80, Duration.ofMinutes(15), Duration.ofHours(2), 10, maximo);
    }

    @Test
    void wholeSecondsBeginAfterTheDeparture() {
        PlanejarBody pedido =
                new PlanejarBody("0,0", "0.5,0", carro(40, 40), OITO.plusNanos(1), null, null, null, null, null);

        Plano plano = new Planejador(Mundo.SETTINGS).planejar(pedido, List.of(), OITO);

        assertThat(plano.partida()).isEqualTo(hora("08:00:01"));
    }

    @Test
    void aTripBeginsNowUnlessItSaysWhen() {
        PlanejarBody pedido = new PlanejarBody("0,0", "0.5,0", carro(40, 40), null, null, null, null, null, null);

        assertThat(new Planejador(Mundo.SETTINGS)
                        .planejar(pedido, List.of(), OITO)
                        .partida())
                .isEqualTo(OITO);
    }

    /** Of Rio Branco and of Porto Velho, which is an hour ahead; the point on the way has that of Porto Velho. */
    @ParameterizedTest
    @CsvSource({", 2026-12-24T08:00-03:00", "2026-12-24T06:00:00,"})
    void everyTimeIsToldByTheClocksOfItsPlace(LocalDateTime local, OffsetDateTime partida) {
        PontoCandidato ponto =
                PontoCandidato.de("server1", abuna(null), List.of()).orElseThrow();

        Plano plano = new Planejador(Mundo.SETTINGS).planejar(doAcre(partida, local), List.of(ponto), OITO);

        assertThat(plano.partida()).hasToString("2026-12-24T06:00-05:00");
        assertThat(plano.fusoPartida()).isEqualTo("America/Rio_Branco");
        assertThat(plano.paradas()).singleElement().satisfies(parada -> {
            assertThat(parada.inicio().getOffset()).isEqualTo(ZoneOffset.ofHours(-4));
            assertThat(parada.fim().getOffset()).isEqualTo(ZoneOffset.ofHours(-4));
            assertThat(parada.fuso()).isEqualTo("America/Porto_Velho");
        });
        assertThat(plano.chegada().getOffset()).isEqualTo(ZoneOffset.ofHours(-4));
        assertThat(plano.fusoChegada()).isEqualTo("America/Porto_Velho");
        assertThat(Duration.between(plano.partida(), plano.chegada()).toMinutes() + 1)
                .isBetween(plano.duracaoMin(), plano.duracaoMin() + 1);
    }

    @ParameterizedTest
    @CsvSource({"America/Rio_Branco, America/Rio_Branco", "Moon/Base, America/Porto_Velho"})
    void theZoneOfAPointIsWhatItsServerSaysIfItIsOne(String dito, String fuso) {
        PontoCandidato ponto =
                PontoCandidato.de("server1", abuna(dito), List.of()).orElseThrow();

        Plano plano = new Planejador(Mundo.SETTINGS).planejar(doAcre(OITO, null), List.of(ponto), OITO);

        assertThat(plano.paradas()).extracting(ParadaPlanejada::fuso).containsExactly(fuso);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T08:00-03:00, 2026-12-24T06:00, não pode vir com partida",
        // it is six there
        ", 2026-12-24T05:58, já passou",
        ", 2028-01-01T00:00, deve ser em no máximo 366 dias"
    })
    void aDepartureByTheClocksOfTheOriginIsRefusedByItsOwnName(
            OffsetDateTime partida, LocalDateTime local, String mensagem) {
        assertThatThrownBy(() -> new Planejador(Mundo.SETTINGS).planejar(doAcre(partida, local), List.of(), OITO))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal ->
                                assertThat(refusal.erros()).containsExactly(new ErroCampo("partida_local", mensagem)));
    }

    private static PlanejarBody doAcre(OffsetDateTime partida, LocalDateTime local) {
        return new PlanejarBody(
                "-9.9740,-67.8076", "-8.7612,-63.9004", carro(80, 80), partida, local, null, null, null, null);
    }

    private static Posto abuna(String fuso) {
        return new Posto(
                1,
                "Abunã",
                "Porto Velho",
                "RO",
                "-9.7000,-65.3600",
                60.0,
                "CCS2",
                2.0,
                null,
                null,
                null,
                null,
                null,
                fuso);
    }

    @ParameterizedTest
    @CsvSource({"08:01:00, false", "08:01:01, true"})
    void noTripBeganInThePast(String agora, boolean recusada) {
        PlanejarBody pedido = new PlanejarBody("0,0", "0.5,0", carro(40, 40), OITO, null, null, null, null, null);
        Planejador planejador = new Planejador(Mundo.SETTINGS);

        if (recusada) {
            assertThatThrownBy(() -> planejador.planejar(pedido, List.of(), hora(agora)))
                    .isInstanceOfSatisfying(
                            PedidoRecusado.class,
                            refusal ->
                                    assertThat(refusal.erros()).containsExactly(new ErroCampo("partida", "já passou")));
        } else {
            assertThat(planejador.planejar(pedido, List.of(), hora(agora)).viavel())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2028-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z"})
    void noTripBeginsBeyondWhatAnyServerReserves(String partida) {
        PlanejarBody pedido = new PlanejarBody(
                "0,0", "0.5,0", carro(40, 40), OffsetDateTime.parse(partida), null, null, null, null, null);
        Planejador planejador = new Planejador(Mundo.SETTINGS);

        assertThatThrownBy(() -> planejador.planejar(pedido, List.of(), hora("08:00:00")))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.erros())
                                .containsExactly(new ErroCampo("partida", "deve ser em no máximo 366 dias")));
    }

    @Test
    void howManyPointsArePlannedWithIsLimitedHoweverManyAreListed() {
        Mundo mundo =
                new Mundo().ponto(1, 50, 2).ponto(2, 50, 2).ponto(3, 50, 2).ponto(4, 50, 2);

        // all lie on the way, so those that are listed first are taken, and the one that would do is the fifth
        assertThat(mundo.ponto(120, 50, 2).settings(comPontos(1)).ate(250).viavel())
                .isFalse();
        assertThat(mundo.settings(comPontos(2)).ate(250).viavel()).isTrue();
    }

    @Test
    void whatEndedBeforeTheArrivalDoesNotMatter() {
        Plano plano = new Mundo()
                .ponto(120, 30, 2, new JanelaOcupada(Instant.EPOCH.atOffset(ZoneOffset.UTC), hora("09:30:00")))
                .ate(250);

        assertThat(plano.paradas().get(0).inicio()).isEqualTo(hora("09:30:00"));
    }
}
