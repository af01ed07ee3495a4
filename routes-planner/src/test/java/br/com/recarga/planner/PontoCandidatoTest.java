package br.com.recarga.planner;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.JanelaOcupada;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.lugares.Coordenadas;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PontoCandidatoTest {

    private static final List<JanelaOcupada> OCUPACOES =
            List.of(new JanelaOcupada(Instant.EPOCH.atOffset(ZoneOffset.UTC), null));

    @Test
    void isWhatTheServerSays() {
        Posto posto = posto(7, "-12.2068,-38.9757", 60.0, 2.02);

        assertThat(PontoCandidato.de("server1", posto, OCUPACOES))
                .contains(new PontoCandidato(
                        "server1",
                        7,
                        "Feira de Santana",
                        "BA",
                        new Local("Feira VI", new Coordenadas(-12.2068, -38.9757), null),
                        60,
                        "CCS2",
                        2.02,
                        OCUPACOES));
    }

    @ParameterizedTest
    @CsvSource({
        ", '0,0', 60, 2",
        "1, , 60, 2",
        "1, '0;0', 60, 2",
        "1, '91,0', 60, 2",
        "1, '0,0', , 2",
        "1, '0,0', 0, 2",
        "1, '0,0', -1, 2",
        "1, '0,0', NaN, 2",
        "1, '0,0', Infinity, 2",
        "1, '0,0', 60, ",
        "1, '0,0', 60, -0.01",
        "1, '0,0', 60, NaN",
    })
    void isNoneIfTheServerLeavesOutWhatAPlanNeeds(Integer id, String localizacao, Double potencia, Double preco) {
        assertThat(PontoCandidato.de("server1", posto(id, localizacao, potencia, preco), OCUPACOES))
                .isEmpty();
    }

    private static Posto posto(Integer id, String localizacao, Double potencia, Double preco) {
        return new Posto(
                id,
                "Feira VI",
                "Feira de Santana",
                "BA",
                localizacao,
                potencia,
                "CCS2",
                preco,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
