package br.com.recarga.contract.lugares;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LugarDitoTest {

    @ParameterizedTest
    @CsvSource({
        "Salvador, BA, -12.9714, -38.5014",
        // a road far from every seat, and the largest municipalities
        "Corumbá, MS, -19.3, -57.0",
        "Manaus, AM, -2.6, -60.05",
        "Fernando de Noronha, PE, -3.85, -32.42",
        // a district, and a spelling of one's own
        "Porto de Galinhas, PE, -8.5047, -35.0073",
        "Feira, BA, -12.26, -38.95"
    })
    void whatGoesTogetherIsNotDoubted(String cidade, String uf, double latitude, double longitude) {
        assertThat(suspeita(cidade, uf, latitude, longitude)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Salvador | BA | 0 | 0 | localizacao | 0,0 fica no mar, ao sul de Gana: quem não sabe onde é não diga 0",
                "Salvador | BA | 38.7223 | -9.1393 | localizacao | fica fora do Brasil",
                "Salvador | BA | -38.5014 | -12.9714 | localizacao | fica fora do Brasil; latitude e longitude estão trocadas?",
                "Salvador | BA | 12.9714 | 38.5014 | localizacao | fica fora do Brasil; falta um sinal de menos?",
                "Salvador | BA | -12.9714 | 38.5014 | localizacao | fica fora do Brasil; falta um sinal de menos?",
                "Salvador | XX | -12.9714 | -38.5014 | uf | não há estado XX"
            })
    void whatCannotBeRightIsCalledSo(
            String cidade, String uf, double latitude, double longitude, String campo, String mensagem) {
        assertThat(suspeita(cidade, uf, latitude, longitude)).contains(new Suspeita(campo, true, mensagem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Salvador | SE | -12.9714 | -38.5014 | uf | Salvador fica em BA, e não em SE",
                "Salvador | BA | -8.05 | -34.9 | localizacao | fica a 674 km de Salvador/BA, perto de Recife/PE",
                "Porto de Galinhas | AM | -8.5047 | -35.0073 | localizacao | fica em Ipojuca/PE, e não em AM"
            })
    void whatIsUnlikelyIsNamed(
            String cidade, String uf, double latitude, double longitude, String campo, String mensagem) {
        Optional<Suspeita> suspeita = suspeita(cidade, uf, latitude, longitude);

        assertThat(suspeita).map(Suspeita::campo).contains(campo);
        assertThat(suspeita).map(Suspeita::impossivel).contains(false);
        assertThat(suspeita.orElseThrow().mensagem().replaceAll("[0-9]+ km", "n km"))
                .isEqualTo(mensagem.replaceAll("[0-9]+ km", "n km"));
    }

    @Test
    void aPlaceAbroadContradictsNothing() {
        assertThat(new LugarDito("Rivera", "UY", new Coordenadas(-34.9, -56.2)).contradicao())
                .isEmpty();
        assertThat(new LugarDito("Salvador", null, new Coordenadas(-34.9, -56.2)).contradicao())
                .isEmpty();
        assertThat(new LugarDito("Rivera", "UY", new Coordenadas(0, 0)).contradicao())
                .isPresent();
        assertThat(new LugarDito("Salvador", "BA", new Coordenadas(-34.9, -56.2)).contradicao())
                .isPresent();
    }

    @Test
    void aMinorityDoesNotMoveTheMiddle() {
        List<Coordenadas> daqui = List.of(
                new Coordenadas(-12.25, -38.95), new Coordenadas(-12.26, -38.96), new Coordenadas(-12.27, -38.97));

        assertThat(Coordenadas.noMeio(daqui)).isEqualTo(daqui.get(1));
        assertThat(daqui)
                .contains(Coordenadas.noMeio(Stream.concat(
                                daqui.stream(), Collections.nCopies(2, new Coordenadas(0, 0)).stream())
                        .toList()));
    }

    private static Optional<Suspeita> suspeita(String cidade, String uf, double latitude, double longitude) {
        return new LugarDito(cidade, uf, new Coordenadas(latitude, longitude)).suspeita();
    }
}
