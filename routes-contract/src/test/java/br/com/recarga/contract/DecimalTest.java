package br.com.recarga.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest
    @CsvSource({"' 44,9 ', 44.9", "44.9, 44.9", "-12, -12", "'+0,5', 0.5", "007, 7"})
    void aNumberHasACommaOrAPoint(String texto, double valor) {
        assertThat(Decimal.ler(texto)).contains(valor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "muito",
                "NaN",
                "Infinity",
                "0x1p5",
                "1e3",
                "1d",
                "1f",
                "1.",
                ".5",
                "1.234,5",
                "1 000",
                "--1",
                "\u0661",
                "1_000",
                "R$ 1,00",
                "9999999999999999"
            })
    void whatOnlyProgramsTakeForANumberIsNone(String texto) {
        assertThat(Decimal.ler(texto)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "+5", "-5", "5,0", "0x10", "\u0665", "1000000000"})
    void aWholeNumberHasDigitsOnly(String texto) {
        assertThat(Decimal.lerInteiro(texto)).isEmpty();
        assertThat(Decimal.lerInteiro(" 51 ")).contains(51);
    }
}
