package br.com.recarga.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CurvaDeRecargaTest {

    /** 44.9 kWh, 7 kW with alternating, 60 kW with direct current. */
    private static final Carro DOLPHIN =
            new Carro("ABC1D23", "BYD Dolphin", 44.9, 12.5, 0.15, 7.0, 60.0, List.of("Tipo 2", "CCS2"));

    /**
     * Up to 80 %, 35.92 kWh, it takes 60 kW: 23.42 kWh in 1405.2 s. From there on 60 kW fall to 12: the other 8.98 kWh take
     * 8.98 / (0.8 x 60) x ln 5 h = 1083.9 s.
     */
    @Test
    void aCarTakesWhatItTakesHoweverMuchThePointGives() {
        CurvaDeRecarga curva = CurvaDeRecarga.de(DOLPHIN, 150, "CCS2");

        assertThat(curva.segundos(12.5, 35.92)).isCloseTo(1405.2, within(0.1));
        assertThat(curva.segundos(35.92, 44.9)).isCloseTo(1083.9, within(0.1));
        assertThat(curva.segundos(12.5, 44.9)).isCloseTo(2489.1, within(0.1));
    }

    @ParameterizedTest(name = "{0} kW, {1}")
    @CsvSource({
        // 32.4 kWh at 7 kW, to the end
        "22, Tipo 2, 16662.9",
        "3.7, Tipo 2, 31524.3",
        // less than the car takes when it is full: 12 kW
        "12, CCS2, 9720.0",
        // 30 kW are half of what it takes at first: the car notices at 80 + 20 x (0.5 / 0.8) = 92.5 %, 41.5325 kWh,
        // after
        // 3483.9 s; from there on 8.98 / 48 x ln (30 / 12) h = 617.1 s
        "30, CCS2, 4101.0",
        "30, CHAdeMO, 4101.0",
        "30, GB/T, 4101.0"
    })
    void aPointGivesNoMoreThanItHas(double potencia, String conector, double segundos) {
        assertThat(CurvaDeRecarga.de(DOLPHIN, potencia, conector).segundos(12.5, 44.9))
                .isCloseTo(segundos, within(0.1));
    }

    /** 40 kWh: 1.5 x 40 = 60 kW are presumed of direct, 7.4 kW of alternating current. */
    @ParameterizedTest(name = "{0} kW, {1}")
    @CsvSource({
        "150, CCS2, 60",
        "50, CCS2, 50",
        "22, Tipo 2, 7.4",
        "3.7, Tipo 1, 3.7",
        "22, NACS, 7.4",
        "22,, 7.4",
        "150,, 60"
    })
    void ofACarThatSaysNothingWhatIsUsualIsPresumed(double potencia, String conector, double presumida) {
        Carro carro = new Carro("ABC1D23", "m", 40.0, 10.0, 0.2);

        assertThat(CurvaDeRecarga.de(carro, potencia, conector).potencia()).isEqualTo(presumida);
    }

    @ParameterizedTest(name = "{0} kW, {1}")
    @CsvSource({"150, CCS2", "30, CCS2", "12, CCS2", "22, Tipo 2", "3.7, Tipo 2"})
    void afterTheTimeThatALevelTakesTheCarHasIt(double potencia, String conector) {
        CurvaDeRecarga curva = CurvaDeRecarga.de(DOLPHIN, potencia, conector);

        new Random(15)
                .doubles(100, 0, 44.9)
                .forEach(ate -> assertThat(
                                curva.nivelDepois(Math.min(12.5, ate), curva.segundos(Math.min(12.5, ate), ate)))
                        .isCloseTo(ate, within(1e-6)));
        assertThat(curva.nivelDepois(40, 0)).isCloseTo(40, within(1e-9));
        assertThat(curva.nivelDepois(12.5, 86_400)).isCloseTo(44.9, within(1e-6));
    }

    @Test
    void theTwoPowersAreSaidApart() {
        Carro soCc = new Carro("ABC1D23", "m", 40.0, 10.0, 0.2, null, 100.0, null);
        Carro soAc = new Carro("ABC1D23", "m", 40.0, 10.0, 0.2, 11.0, null, null);

        assertThat(CurvaDeRecarga.de(soCc, 150, "CCS2").potencia()).isEqualTo(100);
        assertThat(CurvaDeRecarga.de(soCc, 22, "Tipo 2").potencia()).isEqualTo(7.4);
        assertThat(CurvaDeRecarga.de(soAc, 22, "Tipo 2").potencia()).isEqualTo(11);
        assertThat(CurvaDeRecarga.de(soAc, 150, "CCS2").potencia()).isEqualTo(60);
    }

    @Test
    void nothingTakesNoTime() {
        assertThat(CurvaDeRecarga.de(DOLPHIN, 60, "CCS2").segundos(40, 40)).isZero();
        assertThat(CurvaDeRecarga.de(DOLPHIN, 60, "CCS2").segundos(44.9, 44.9)).isZero();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    /** What the closed form says is what small steps add up to. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theCurveIsTheSumOfSmallSteps(long seed) {
        Random random = new Random(seed);
        double capacidade = 20 + random.nextInt(80);
        double aceita = 20 + random.nextInt(200);
        double ponto = 3 + random.nextInt(200);
        double de = capacidade * random.nextDouble();
        double ate = de + (capacidade - de) * random.nextDouble();
        Carro carro = new Carro("ABC1D23", "m", capacidade, de, 0.2, null, aceita, null);

        double segundos = 0;
        int passos = 20_000;
        for (int i = 0; i < passos; i++) {
            double nivel = de + (ate - de) * (i + 0.5) / passos;
            double parte = nivel / capacidade;
            double recebe = parte <= 0.8 ? aceita : aceita * (1 - 0.8 * (parte - 0.8) / 0.2);
            segundos += (ate - de) / passos / Math.min(ponto, recebe) * 3600;
        }
        assertThat(CurvaDeRecarga.de(carro, ponto, "CCS2").segundos(de, ate)).isCloseTo(segundos, within(0.5));
    }
}
