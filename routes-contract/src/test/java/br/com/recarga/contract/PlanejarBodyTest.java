package br.com.recarga.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import br.com.recarga.contract.validation.Regras;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanejarBodyTest {

    private static final Carro CARRO = new Carro("ABC1D23", "BYD Dolphin", 44.5, 22.3, 0.19);

    @Test
    void needsTwoPlacesAndACar() {
        assertThat(Regras.violadas(new PlanejarBody(null, " ", null, null, null, null, null, null, null)))
                .containsOnly(
                        entry("origem", "não pode ficar em branco"),
                        entry("destino", "não pode ficar em branco"),
                        entry("carro", "é obrigatório"));
    }

    @Test
    void theRulesOfACarHold() {
        assertThat(violadas(new Carro("ABC1D23", "m", 44.5, 44.6, 0.19), null, null))
                .containsOnlyKeys("carro.nivelBateriaAtual");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "10, true", "50, true", "-0.1, false", "50.1, false", "NaN, false"})
    void theReserveIsUpToHalfTheBattery(double porCento, boolean aceita) {
        assertThat(violadas(CARRO, porCento, null).containsKey("reservaBateria"))
                .isEqualTo(!aceita);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "NACS"})
    void aConnectorIsOneOfTheVocabulary(String conector) {
        assertThat(violadas(CARRO, null, conector)).containsOnlyKeys("conector");
    }

    @ParameterizedTest
    @CsvSource({"100, true", "101, false"})
    void aPlaceIsNamedInAHundredCharacters(int length, boolean aceito) {
        PlanejarBody body =
                new PlanejarBody("x".repeat(length), "João\u0000Pessoa", CARRO, null, null, null, null, null, null);

        assertThat(Regras.violadas(body).containsKey("origem")).isEqualTo(!aceito);
        assertThat(Regras.violadas(body)).containsKey("destino");
    }

    @Test
    void aTenthOfTheBatteryIsKeptUnlessSaidOtherwise() {
        assertThat(new PlanejarBody("a", "b", CARRO, null, null, null, null, null, null).reservaKwh())
                .isEqualTo(4.45);
        assertThat(new PlanejarBody("a", "b", CARRO, null, null, 50.0, null, null, null).reservaKwh())
                .isEqualTo(22.25);
        assertThat(new PlanejarBody("a", "b", CARRO, null, null, 0.0, null, null, null).reservaKwh())
                .isZero();
    }

    @Test
    void thePlansStopsAreTheStopsOfATrip() throws IOException {
        for (JsonNode parada :
                ContractJson.mapper().readTree(Exemplo.PLANO.bytes()).path("paradas")) {
            assertThat(parada.fieldNames()).toIterable().contains("server_id", "posto_id", "inicio", "fim");
        }
    }

    private static Map<String, String> violadas(Carro carro, Double reserva, String conector) {
        return Regras.violadas(
                new PlanejarBody("João Pessoa", "-12.2,-38.9", carro, null, null, reserva, conector, null, null));
    }
}
