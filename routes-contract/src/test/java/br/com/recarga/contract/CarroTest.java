package br.com.recarga.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarroTest {

    @ParameterizedTest
    @CsvSource({
        "ABC1234, ABC1234",
        "ABC-1234, ABC1234",
        "abc1234, ABC1234",
        "abc-1d23, ABC1D23",
        "' ABC1D23\t', ABC1D23",
        "'  abc-1d23  ', ABC1D23",
        "'ABC 1234', ABC 1234",
        "'', ''",
    })
    void caseHyphenAndOuterBlanksOfAPlateAreForgiven(String given, String stored) {
        assertThat(comPlaca(given).placa()).isEqualTo(stored);
    }

    @Test
    void aMissingPlateStaysMissing() {
        assertThat(comPlaca(null).placa()).isNull();
    }

    @Test
    void theTwoSpellingsOfOnePlateAreOneCar() {
        assertThat(comPlaca("abc-1d23")).isEqualTo(comPlaca("ABC1D23"));
    }

    @Test
    void aPlateIsWrittenTheSameWayWhereTheMachineSpeaksTurkish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));

            assertThat(comPlaca("iii1i11").placa()).isEqualTo("III1I11");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theJsonOfACarIsReadInItsNormalForm() throws Exception {
        Carro carro = ContractJson.mapper().readValue("{\"placa\":\"abc-1d23\"}", Carro.class);

        assertThat(carro.placa()).isEqualTo("ABC1D23");
    }

    @Test
    void thePlugsOfACarAreReadInTheirOneSpelling() throws Exception {
        Carro carro =
                ContractJson.mapper().readValue("{\"conectores\":[\"type 2\",\"CCS Combo 2\",\"?\"]}", Carro.class);

        assertThat(carro.conectores()).containsExactly("Tipo 2", "CCS2", "?");
    }

    @Test
    void aCarAcceptsThePlugsThatItNames() {
        assertThat(comConectores(List.of("Tipo 2", "CCS2")).aceita("ccs 2")).isTrue();
        assertThat(comConectores(List.of("Tipo 2", "CCS2")).aceita("CHAdeMO")).isFalse();
        assertThat(comConectores(List.of("Tipo 2", "CCS2")).aceita(null)).isFalse();
        assertThat(comConectores(null).aceita("CHAdeMO")).isTrue();
    }

    @Test
    void anotherPlugStandsInOnlyForOneThatDoesNotFit() {
        assertThat(comConectores(List.of("Tipo 2", "CCS2")).conectoresEmLugarDe("CCS2"))
                .containsExactly("CCS2");
        assertThat(comConectores(List.of("Tipo 2", "CCS2")).conectoresEmLugarDe("CHAdeMO"))
                .containsExactly("Tipo 2", "CCS2");
        assertThat(comConectores(null).conectoresEmLugarDe("CHAdeMO")).containsExactly("CHAdeMO");
    }

    /** What an original peer sends goes on as it came. */
    @Test
    void whatIsNotSaidOfACarIsNotWritten() throws Exception {
        assertThat(ContractJson.mapper().valueToTree(comPlaca("ABC1234")).fieldNames())
                .toIterable()
                .containsExactly("placa", "modelo", "capacidade_bateria", "nivel_bateria_atual", "taxa_descarga");
    }

    private static Carro comConectores(List<String> conectores) {
        return new Carro("ABC1D23", "BYD Dolphin", 44.5, 22.3, 0.19, null, null, conectores);
    }

    private static Carro comPlaca(String placa) {
        return new Carro(placa, "BYD Dolphin", 44.5, 22.3, 0.19);
    }
}
