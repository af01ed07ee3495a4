package br.com.recarga.contract.lugares;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MunicipiosTest {

    private final Municipios municipios = Municipios.doBrasil();

    @Test
    void allOfThemAreKnown() {
        assertThat(municipios.todos()).hasSize(5571).doesNotHaveDuplicates();
        assertThat(municipios.todos().stream().map(Municipio::uf).distinct()).hasSize(27);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Santa Bárbara d'Oeste", "santa-barbara  d oeste", "SANTA BÁRBARA D’OESTE"})
    void aNameIsFoundHoweverItIsSpelled(String nome) {
        assertThat(municipios.porNome(nome))
                .extracting(Municipio::toString)
                .containsExactly("Santa Bárbara d'Oeste/SP");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            joao pes      | João Pessoa/PB, Coronel João Pessoa/RN
            Salvador      | Salvador/BA, Salvador das Missões/RS, Salvador do Sul/RS
            salvador/BA   | Salvador/BA
            Salvador , rs | Salvador das Missões/RS, Salvador do Sul/RS
            bonito        | Bonito/BA, Bonito/MS, Bonito/PA
            d'oeste       | Alta Floresta D'Oeste/RO, Alvorada D'Oeste/RO, Aparecida d'Oeste/SP
            nenhures      | ''
            ?             | ''
            """)
    void whoHasBegunToWriteANameIsToldWhatItMayBe(String escrito, String esperados) {
        assertThat(municipios.comecandoPor(escrito, 3))
                .extracting(Municipio::toString)
                .hasToString("[" + esperados + "]");
    }

    @Test
    void aNameOfManyIsToldApartByTheState() {
        assertThat(municipios.porNome("bonito"))
                .extracting(Municipio::uf)
                .containsExactlyInAnyOrder("BA", "MS", "PA", "PE");
        assertThat(municipios.porNome("BONITO", "ms"))
                .map(Municipio::codigoIbge)
                .contains(5002209);
        assertThat(municipios.porNome("Salvador", "SE")).isEmpty();
        assertThat(municipios.porNome("Nenhures")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-3.8549, -32.4297, Fernando de Noronha/PE, America/Noronha",
        "-9.9747, -67.8076, Rio Branco/AC, America/Rio_Branco",
        "-12.2068, -38.9757, Feira de Santana/BA, America/Sao_Paulo",
        "-25.5163, -54.5854, Foz do Iguaçu/PR, America/Sao_Paulo",
        "38.7223, -9.1393, Fernando de Noronha/PE, America/Noronha"
    })
    void theNearestSeatTellsMunicipalityAndZone(double latitude, double longitude, String nome, ZoneId fuso) {
        Municipio municipio = municipios.maisProximo(new Coordenadas(latitude, longitude));

        assertThat(municipio).hasToString(nome);
        assertThat(municipio.fuso()).isEqualTo(fuso);
    }

    @Test
    void theNearestIsWhatLookingAtAllOfThemFinds() {
        Random random = new Random(5571);
        for (int i = 0; i < 500; i++) {
            Coordenadas lugar = new Coordenadas(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
            double metros = municipios.todos().stream()
                    .map(Municipio::sede)
                    .mapToDouble(lugar::metrosAte)
                    .min()
                    .orElseThrow();

            assertThat(municipios.maisProximo(lugar).sede().metrosAte(lugar)).isEqualTo(metros);
        }
    }
}
