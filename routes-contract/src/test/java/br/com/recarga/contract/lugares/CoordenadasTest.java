package br.com.recarga.contract.lugares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordenadasTest {

    @ParameterizedTest
    @CsvSource({"0.0005, 0, true", "-0.0005, 0.0005, true", "0.0015, 0, false", "0, -0.0015, false"})
    void besideIsSomeHundredMetresAwayAtMost(double latitude, double longitude, boolean beside) {
        Coordenadas salvador = new Coordenadas(-12.97, -38.45);

        assertThat(salvador.aoLadoDe(new Coordenadas(-12.97 + latitude, -38.45 + longitude)))
                .isEqualTo(beside);
    }

    @Test
    void aDegreeOfTheMeridianIsAlways111Km() {
        assertThat(new Coordenadas(0, 0).kmAte(new Coordenadas(1, 0))).isCloseTo(111.195, within(0.001));
        assertThat(new Coordenadas(-60, 12).kmAte(new Coordenadas(-61, 12))).isCloseTo(111.195, within(0.001));
    }

    @Test
    void theOtherSideOfTheEarthIsHalfItsCircumferenceAway() {
        assertThat(new Coordenadas(0, -90).metrosAte(new Coordenadas(0, 90)))
                .isCloseTo(Math.PI * 6_371_000, within(1.0));
    }

    @Test
    void whatIsSpelledOtherwiseIsNoPlace() {
        assertThat(Coordenadas.de("-12.9714,-38.5014")).contains(new Coordenadas(-12.9714, -38.5014));
        assertThat(Coordenadas.de(null)).isEmpty();
        assertThat(Coordenadas.de("-12.9714")).isEmpty();
        assertThat(Coordenadas.de("0x1p5,NaN")).isEmpty();
        assertThat(Coordenadas.de("91,0")).isEmpty();
    }

    @Test
    void whatIsWrittenIsTheSamePlaceWhenItIsRead() {
        assertThat(new Coordenadas(-12, -38).escritas()).isEqualTo("-12.0000,-38.0000");
        assertThat(new Coordenadas(-0.0, 1e-7).escritas()).isEqualTo("0.0000,0.0000001");
        new Random(15).doubles(1000, -90, 90).forEach(graus -> {
            Coordenadas ditas = Coordenadas.de(String.format(Locale.ROOT, "%.8f,%.6f", graus, -2 * graus))
                    .orElseThrow();
            assertThat(Coordenadas.de(ditas.escritas())).contains(ditas);
        });
    }
}
