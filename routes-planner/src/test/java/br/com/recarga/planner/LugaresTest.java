package br.com.recarga.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.lugares.Coordenadas;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LugaresTest {

    private static final String FORMA =
            "deve ser uma cidade ou latitude,longitude em graus decimais, como -12.9714,-38.5014";

    private final Lugares lugares = new Lugares(Stream.of(
                    ponto("João Pessoa", "PB", -7.1, -34.8),
                    ponto("Joao  pessoa", "PB", 0, 0),
                    ponto("Bonito", "BA", -11.97, -41.27),
                    ponto("Bonito", "PE", -8.47, -35.73),
                    ponto("Bom Jesus", "PI", -9.07, -44.36),
                    ponto("Salvador", "SE", -10.9, -37.1),
                    ponto("Porto de Galinhas", "PE", -8.5047, -35.0073),
                    ponto("porto  de galinhas", "PE", -8.5048, -35.0074),
                    ponto("Porto de Galinhas", "PE", 0, 0),
                    ponto("Porto de Galinhas", "PE", -8.5049, -35.0075),
                    ponto("Praia Grande", "PB", -7.1, -34.8),
                    ponto("Sem Estado", null, 0, 0),
                    ponto(null, null, 0, 0))
            .toList());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "João Pessoa",
                "joao pessoa",
                " JOÃO  PESSOA ",
                "Joa\u0303o Pessoa",
                "joao-pessoa",
                "João Pessoa/PB",
                "joao pessoa, pb",
                "João Pessoa , PB"
            })
    void aCityIsFoundHoweverItIsWritten(String texto) {
        Local local = lugares.local("origem", texto);

        assertThat(local.nome()).isEqualTo("João Pessoa");
        // its seat, wherever its points are said to be
        assertThat(local.coordenadas().latitude()).isCloseTo(-7.115, within(0.01));
        assertThat(local.coordenadas().longitude()).isCloseTo(-34.86, within(0.01));
    }

    @Test
    void aCityNeedsNoPoint() {
        assertThat(lugares.local("destino", "manaus").coordenadas().latitude()).isCloseTo(-3.1, within(0.1));
    }

    @Test
    void whatNoTableKnowsLiesWhereMostOfItsPointsAre() {
        assertThat(lugares.local("destino", "porto de galinhas"))
                .isEqualTo(new Local("Porto de Galinhas", new Coordenadas(-8.5048, -35.0074), null));
    }

    @Test
    void aStateThatIsWronglySaidMakesNoCityAmbiguous() {
        assertThat(lugares.local("destino", "Salvador").coordenadas().latitude())
                .isCloseTo(-12.97, within(0.05));
        assertThat(lugares.local("destino", "Salvador/BA").coordenadas().latitude())
                .isCloseTo(-12.97, within(0.05));
    }

    @Test
    void ofSeveralCitiesTheOneWithPointsIsMeant() {
        assertThat(lugares.local("destino", "bom jesus").coordenadas().longitude())
                .isCloseTo(-44.36, within(0.05));
        assertThat(lugares.local("destino", "bom jesus/rs").coordenadas().latitude())
                .isCloseTo(-28.67, within(0.05));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bonito; Bonito/BA ou Bonito/PE",
                "São Domingos; São Domingos/BA ou São Domingos/GO ou São Domingos/PB ou São Domingos/SC ou São Domingos/SE"
            })
    void aCityOfSeveralStatesNeedsItsState(String texto, String quais) {
        assertThatThrownBy(() -> lugares.local("origem", texto))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.erros())
                                .containsExactly(
                                        new ErroCampo("origem", "há mais de uma cidade com esse nome; diga " + quais)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Joao Pesoa; João Pessoa/PB",
                "joão; João Pessoa/PB",
                "João Pessoa/BA; João Pessoa/PB",
                "Porto de Galinas; Porto de Galinhas/PE",
                // of those without a point, too
                "Florianopolys; Florianópolis/SC",
            })
    void anUnknownCityIsComparedWithTheOthers(String texto, String sugestao) {
        assertThatThrownBy(() -> lugares.local("destino", texto))
                .isInstanceOfSatisfying(PedidoRecusado.class, refusal -> {
                    assertThat(refusal.erros()).extracting(ErroCampo::campo).containsExactly("destino");
                    assertThat(refusal.erros().get(0).mensagem()).contains("seria " + sugestao);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis do Sul e do Norte", "Sem Estado", "null", "/", "x/y/z"})
    void aCityLikeNoneIsJustUnknown(String texto) {
        assertThatThrownBy(() -> lugares.local("destino", texto))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.erros())
                                .containsExactly(
                                        new ErroCampo(
                                                "destino",
                                                "não conheço essa cidade; diga um município, se for preciso com /UF, ou latitude,longitude")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-12.9714,-38.5014; -12.9714; -38.5014",
                "' -7 , 34.5 '; -7; 34.5",
                "90,-180; 90; -180",
                "0,0; 0; 0"
            })
    void aPlaceMayBeSaidInDegrees(String texto, double latitude, double longitude) {
        Local local = lugares.local("origem", texto);

        assertThat(local.coordenadas().latitude()).isEqualTo(latitude);
        assertThat(local.coordenadas().longitude()).isEqualTo(longitude);
        assertThat(local.nome()).isEqualTo(texto.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"90.1,0", "0,180.1", "-91,0", "1", "1,2,3", "1;2", "1 2", ",", "1,", "+1,2", "1.,2", "--1,2"})
    void otherNumbersAreNoPlace(String texto) {
        assertThatThrownBy(() -> lugares.local("origem", texto))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.erros()).containsExactly(new ErroCampo("origem", FORMA)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN,NaN", "1e1,2", "0x1,2", "Infinity,0"})
    void noOtherWayToWriteNumbersIsTaken(String texto) {
        assertThatThrownBy(() -> lugares.local("origem", texto)).isInstanceOf(PedidoRecusado.class);
    }

    private static PontoCandidato ponto(String cidade, String uf, double latitude, double longitude) {
        return new PontoCandidato(
                "server1",
                1,
                cidade,
                uf,
                new Local("ponto", new Coordenadas(latitude, longitude), null),
                50,
                "CCS2",
                2,
                List.of());
    }
}
