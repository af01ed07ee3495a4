package br.com.recarga.planner;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.Exemplo;
import br.com.recarga.contract.JanelaOcupada;
import br.com.recarga.contract.ParadaPlanejada;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.Plano;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On the points that the servers begin with. */
class DadosReaisTest {

    private static final List<PontoCandidato> PONTOS = DadosReais.pontos();

    private final Planejador planejador = new Planejador(Mundo.SETTINGS);

    @ParameterizedTest
    @CsvSource({"PLANEJAR_BODY, PLANO", "PLANEJAR_BODY_MINIMO, PLANO_INVIAVEL"})
    void theExamplesOfTheContractAreWhatIsPlanned(Exemplo pedido, Exemplo plano) throws IOException {
        PlanejarBody body = ContractJson.mapper().readValue(pedido.bytes(), PlanejarBody.class);

        assertThat(planejador.planejar(body, PONTOS, Mundo.OITO))
                .isEqualTo(ContractJson.mapper().readValue(plano.bytes(), Plano.class));
    }

    /** Some 880 km; with 12.5 kWh the car gets 42 km far, which is enough for a point of the city. */
    @ParameterizedTest
    @ValueSource(doubles = {44.9, 12.5})
    void fromJoaoPessoaToFeiraDeSantana(double nivel) {
        Sorteio viagem = viagem(nivel);

        Plano plano = planejador.planejar(viagem.pedido(), PONTOS, Mundo.OITO);

        new Conferencia(viagem).conferir(plano);
        assertThat(plano.distanciaKm()).isBetween(880.0, 900.0);
        // 880 km at 80 km/h are 11 h; 167 kWh at 0.19 kWh/km, of which a full battery brings 40, are four stops at the
        // least, and two hours at 60 kW
        assertThat(plano.duracaoMin()).isBetween(13 * 60L, 14 * 60L);
        assertThat(plano.paradas()).hasSizeBetween(4, 6);
        assertThat(plano.paradas()).extracting(ParadaPlanejada::serverId).contains("server2", "server3");
        assertThat(plano.alternativas())
                .extracting(Plano::criterio)
                .containsExactly(Plano.Criterio.MENOR_CUSTO, Plano.Criterio.MENOS_PARADAS);
    }

    @Test
    void aPointThatIsTakenIsPassedBy() {
        Sorteio viagem = viagem(44.9);
        ParadaPlanejada primeira = planejador
                .planejar(viagem.pedido(), PONTOS, Mundo.OITO)
                .paradas()
                .get(0);
        List<PontoCandidato> semEle = PONTOS.stream()
                .map(ponto ->
                        ponto.id() == primeira.postoId() && ponto.serverId().equals(primeira.serverId())
                                ? ocupado(ponto)
                                : ponto)
                .toList();

        Plano plano = planejador.planejar(viagem.pedido(), semEle, Mundo.OITO);

        assertThat(plano.viavel()).isTrue();
        assertThat(plano.paradas()).extracting(ParadaPlanejada::nome).doesNotContain(primeira.nome());
    }

    private static Sorteio viagem(double nivel) {
        Carro carro = new Carro("ABC1D23", "BYD Dolphin", 44.9, nivel, 0.19);
        return new Sorteio(
                Mundo.SETTINGS,
                new PlanejarBody(
                        "joao pessoa", "feira de santana, ba", carro, Mundo.OITO, null, null, null, null, null),
                PONTOS);
    }

    private static PontoCandidato ocupado(PontoCandidato ponto) {
        return new PontoCandidato(
                ponto.serverId(),
                ponto.id(),
                ponto.cidade(),
                ponto.uf(),
                ponto.local(),
                ponto.potencia(),
                ponto.conector(),
                ponto.precoKwh(),
                List.of(new JanelaOcupada(Mundo.OITO, null)));
    }
}
