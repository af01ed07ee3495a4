package br.com.recarga.contract;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.validation.Regras;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConectorTest {

    @ParameterizedTest
    @CsvSource({
        "CCS2, CCS 2",
        "CCS2, Combo 2",
        "CCS2, ccs-2",
        "CCS2, CCS (Type 2)",
        "CCS2, CCS",
        "CCS2, IEC_62196_T2_COMBO",
        "CCS1, CCS 1",
        "CCS1, COMBO 1",
        "Tipo 2, Type 2",
        "Tipo 2, tipo2",
        "Tipo 2, MENNEKES",
        "Tipo 2, Type 2 (Mennekes)",
        "Tipo 2, IEC_62196_T2",
        "Tipo 1, Type 1",
        "Tipo 1, J1772",
        "Tipo 1, SAE J1772",
        "Tipo 1, ' tipo  1 '",
        "CHAdeMO, CHADEMO",
        "CHAdeMO, chade mo",
        "CHAdeMO, CHAdeMO",
        "GB/T, GBT",
        "GB/T, gb-t",
        "GB/T, GB/T DC"
    })
    void onePlugHasOneSpellingHoweverPeopleWriteIt(String nome, String texto) {
        assertThat(Conector.normalizar(texto)).isEqualTo(nome);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "NACS", "tomada", "CCS3", "Tipo", "2"})
    void whatNamesNoPlugStaysAsItIs(String texto) {
        assertThat(Conector.de(texto)).isEmpty();
        assertThat(Conector.normalizar(texto)).isEqualTo(texto);
    }

    @ParameterizedTest
    @EnumSource
    void theOneSpellingIsReadAndWritten(Conector conector) {
        assertThat(Conector.de(conector.nome())).contains(conector);
        assertThat(ContractJson.mapper().valueToTree(conector).asText()).isEqualTo(conector.nome());
    }

    @Test
    void whoeverNamesAnUnknownOneIsToldAllThereAre() {
        assertThat(Regras.violadas(
                        new PostosRequest("r1", "c1", "s1", null, "NACS", null, null, null, null, null, null)))
                .containsEntry("tipoConector", "deve ser um destes conectores: " + Conector.lista());
        assertThat(ResourceBundle.getBundle("ValidationMessages").getString("recarga.conector"))
                .endsWith(": " + Conector.lista());
    }

    @Test
    void whatOthersSayIsReadLeniently() {
        assertThat(posto("combo 2").tipoConector()).isEqualTo("CCS2");
        assertThat(posto("NACS").tipoConector()).isEqualTo("NACS");
        assertThat(posto(null).tipoConector()).isNull();
    }

    private static Posto posto(String conector) {
        return new Posto(
                1,
                "Central",
                "Salvador",
                "BA",
                "-12.9,-38.5",
                60.0,
                conector,
                2.0,
                true,
                false,
                null,
                null,
                null,
                null);
    }
}
