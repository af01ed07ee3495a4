package br.com.recarga.client.viagens.plano;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import br.com.recarga.contract.ErroCampo;
import br.com.recarga.platform.erros.PedidoRecusado;
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
                    ponto("Joao  pessoa", "PB", -7.2, -34.9),
                    ponto("Conceição", "PB", -7.5, -38.5),
                    ponto("Conceição", "BA", -12.5, -39.5),
                    ponto("Pau-Brasil", "BA", -15.4, -39.6),
                    ponto("Santa Luz", "BA", -11.2, -39.3),
                    ponto("Santa Rita", "PB", -7.1, -34.9),
                    ponto("Santa Rosa", "PB", -7.3, -34.9),
                    ponto("Santana", "BA", -7.3, -34.9),
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
        // in the middle of its two points
        assertThat(local.latitude()).isCloseTo(-7.15, within(1e-9));
        assertThat(local.longitude()).isCloseTo(-34.85, within(1e-9));
    }

    @Test
    void aHyphenIsABlank() {
        assertThat(lugares.local("origem", "pau brasil").latitude()).isEqualTo(-15.4);
    }

    @Test
    void aCityOfTwoStatesNeedsItsState() {
        assertThat(lugares.local("origem", "conceicao/ba").latitude()).isEqualTo(-12.5);
        assertThat(lugares.local("origem", "conceicao, PB").latitude()).isEqualTo(-7.5);
        assertThatThrownBy(() -> lugares.local("origem", "conceicao"))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.erros())
                                .containsExactly(new ErroCampo(
                                        "origem",
                                        "há mais de uma cidade com esse nome; diga Conceição/BA ou Conceição/PB")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Joao Pesoa; João Pessoa/PB",
                "joão; João Pessoa/PB",
                "João Pessoa/BA; João Pessoa/PB",
                "santa; Santa Luz/BA ou Santa Rita/PB ou Santa Rosa/PB",
                "Santa Rata; Santa Rita/PB ou Santa Rosa/PB",
            })
    void anUnknownCityIsComparedWithTheOthers(String texto, String sugestao) {
        assertThatThrownBy(() -> lugares.local("destino", texto))
                .isInstanceOfSatisfying(PedidoRecusado.class, refusal -> {
                    assertThat(refusal.erros()).extracting(ErroCampo::campo).containsExactly("destino");
                    assertThat(refusal.erros().get(0).mensagem()).contains("seria " + sugestao);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Manaus", "Sem Estado", "null", "/", "x/y/z"})
    void aCityLikeNoneIsJustUnknown(String texto) {
        assertThatThrownBy(() -> lugares.local("destino", texto))
                .isInstanceOfSatisfying(
                        PedidoRecusado.class,
                        refusal -> assertThat(refusal.erros())
                                .containsExactly(new ErroCampo(
                                        "destino",
                                        "não há posto nessa cidade; diga uma que tenha, ou latitude,longitude")));
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

        assertThat(local.latitude()).isEqualTo(latitude);
        assertThat(local.longitude()).isEqualTo(longitude);
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
                "server1", 1, cidade, uf, new Local("ponto", latitude, longitude), 50, "CCS2", 2, List.of());
    }
}
