package br.com.recarga.contract.carros;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.CurvaDeRecarga;
import br.com.recarga.contract.validation.Regras;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogoTest {

    static List<CarroDoCatalogo> carros() {
        return Catalogo.carros();
    }

    @Test
    void knowsWhatSellsInBrazil() {
        assertThat(carros()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(carros())
                .extracting(CarroDoCatalogo::marca)
                .contains("BYD", "GWM", "Geely", "Volvo", "Renault", "Chevrolet", "BMW", "Nissan");
        assertThat(carros())
                .extracting(carro -> carro.marca() + " " + carro.modelo())
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @ParameterizedTest
    @MethodSource("carros")
    void eachIsACarByTheContractsRules(CarroDoCatalogo modelo) {
        Carro carro = new Carro(
                "ABC1D23",
                modelo.marca() + " " + modelo.modelo(),
                modelo.capacidadeBateria(),
                modelo.capacidadeBateria() / 2,
                modelo.taxaDescarga() == null ? 0.2 : modelo.taxaDescarga(),
                modelo.potenciaMaximaAc(),
                modelo.potenciaMaximaCc(),
                modelo.conectores());

        assertThat(Regras.violadas(carro)).isEmpty();
        assertThat(carro.conectores()).isEqualTo(modelo.conectores());
    }

    /** What no car is like is a slip of whoever wrote it down. */
    @ParameterizedTest
    @MethodSource("carros")
    void eachIsLikeACar(CarroDoCatalogo modelo) {
        assertThat(modelo.capacidadeBateria()).isBetween(20.0, 130.0);
        if (modelo.taxaDescarga() != null) {
            assertThat(modelo.capacidadeBateria() / modelo.taxaDescarga()).isBetween(170.0, 700.0);
        }
        if (modelo.potenciaMaximaCc() != null) {
            assertThat(modelo.potenciaMaximaCc()).isBetween(modelo.capacidadeBateria() / 1.5, 400.0);
        }
        assertThat(modelo.potenciaMaximaAc()).isBetween(3.0, 22.0);
    }

    @ParameterizedTest
    @MethodSource("carros")
    void eachSaysWhereItIsFrom(CarroDoCatalogo modelo) {
        assertThat(modelo.fontes())
                .isNotEmpty()
                .allSatisfy(fonte -> assertThat(URI.create(fonte)).hasScheme("https"));
        assertThat(modelo.data()).isBetween(LocalDate.of(2020, 1, 1), LocalDate.of(2027, 1, 1));
    }

    @Test
    void aDolphinIsNotFullInAQuarterOfAnHour() {
        CarroDoCatalogo dolphin = carros().stream()
                .filter(carro -> carro.modelo().equals("Dolphin"))
                .findFirst()
                .orElseThrow();
        Carro carro = new Carro(
                "ABC1D23",
                "m",
                dolphin.capacidadeBateria(),
                12.5,
                dolphin.taxaDescarga(),
                null,
                dolphin.potenciaMaximaCc(),
                null);

        assertThat(CurvaDeRecarga.de(carro, 150, "CCS2").segundos(12.5, 44.9)).isBetween(41 * 60.0, 42 * 60.0);
    }

    @Test
    void onTheWireWhatNobodySaysIsAbsent() {
        CarroDoCatalogo icar = carros().stream()
                .filter(carro -> carro.modelo().equals("iCar"))
                .findFirst()
                .orElseThrow();

        assertThat(ContractJson.mapper().valueToTree(icar).toString())
                .startsWith(
                        "{\"marca\":\"Caoa Chery\",\"modelo\":\"iCar\",\"capacidade_bateria\":30.0,\"potencia_maxima_ac\":7.0,"
                                + "\"potencia_maxima_cc\":60.0,\"fontes\":[\"https://")
                .endsWith("\"data\":\"2026-11-30\"}");
    }
}
