package br.com.recarga.planner;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.Plano;
import br.com.recarga.contract.Plano.Motivo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every plan, in worlds that nobody chose. A failing one is told by its number and fails again. */
class PropriedadesTest {

    private static final int MUNDOS = 500;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, MUNDOS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPlanCanBeDrivenAndSaysWhatIsTrue(long seed) {
        Sorteio mundo = Sorteio.grande(seed);
        Plano plano = planejar(mundo);

        if (plano.viavel()) {
            new Conferencia(mundo).conferir(plano);
        } else {
            assertThat(plano.paradas()).isEmpty();
            assertThat(plano.mensagem()).isNotBlank();
            assertThat(plano.trecho() != null).isEqualTo(plano.motivo() == Motivo.FORA_DE_ALCANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void soItIsAmongAThousandPoints(long seed) {
        Sorteio mundo = Sorteio.enorme(seed);

        new Conferencia(mundo).conferir(planejar(mundo));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLegThatCannotBeDrivenIsTooLong(long seed) {
        Plano plano = planejar(Sorteio.grande(seed));

        if (plano.motivo() == Motivo.FORA_DE_ALCANCE) {
            Plano.Trecho trecho = plano.trecho();
            assertThat(trecho.faltamKm()).isPositive();
            assertThat(trecho.autonomiaKm() + trecho.faltamKm())
                    .isBetween(trecho.distanciaKm() - 0.1001, trecho.distanciaKm() + 0.1001);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsPlannedCanBeDriven(long seed) {
        Sorteio mundo = Sorteio.grande(seed);
        Plano plano = planejar(mundo);
        List<ParadaDaViagem> paradas = plano.paradas().stream()
                .map(parada -> new ParadaDaViagem(parada.serverId(), parada.postoId(), parada.inicio(), parada.fim()))
                .toList();

        assertThat(new Caminhos(mundo.settings()).impossiveis(paradas, mundo.pontos()))
                .isEmpty();
    }

    /** The two above would be worth nothing if all worlds were of one kind. */
    @Test
    void theWorldsAreOfEveryKind() {
        List<Plano> planos = seeds().mapToObj(Sorteio::grande)
                .map(PropriedadesTest::planejar)
                .toList();
        List<Plano> alternativas = new ArrayList<>();
        planos.stream().filter(Plano::viavel).map(Plano::alternativas).forEach(alternativas::addAll);

        assertThat(planos.stream().filter(Plano::viavel).count()).isGreaterThan(MUNDOS / 5);
        assertThat(planos.stream().filter(plano -> plano.paradas().size() > 2).count())
                .isGreaterThan(MUNDOS / 20);
        assertThat(planos).extracting(Plano::motivo).contains(Motivo.FORA_DE_ALCANCE, Motivo.SEM_HORARIO);
        assertThat(alternativas)
                .extracting(Plano::criterio)
                .contains(Plano.Criterio.MENOR_CUSTO, Plano.Criterio.MENOS_PARADAS);
    }

    private static Plano planejar(Sorteio mundo) {
        return new Planejador(mundo.settings()).planejar(mundo.pedido(), mundo.pontos(), Mundo.OITO);
    }
}
