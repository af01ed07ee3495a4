package br.com.recarga.planner;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.Plano;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In tiny worlds all plans can be tried: none is better than the planner's, by any of the three criteria. */
class TentativaTest {

    /** Deeper is not tried; of the worlds here few need more. */
    private static final int PROFUNDIDADE = 4;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noPlanIsBetter(long seed) {
        Sorteio mundo = Sorteio.pequeno(seed);
        Tentativas uteis = new Tentativas(mundo, false);
        Tentativas todas = uteis.acharam() ? uteis : new Tentativas(mundo, true);
        Plano plano = planejar(mundo);

        if (plano.viavel() && !uteis.acharam() && plano.paradas().size() > PROFUNDIDADE) {
            // it does without idle stops, deeper than is tried
            new Conferencia(mundo).conferir(plano);
        } else if (plano.viavel()) {
            List<Plano> planos = new ArrayList<>(plano.alternativas());
            planos.add(plano);
            new Conferencia(mundo).conferir(plano);

            long tempo = ChronoUnit.SECONDS.between(plano.partida(), plano.chegada());
            assertThat(tempo).isLessThanOrEqualTo(todas.tempo);
            long centavos = planos.stream()
                    .mapToLong(cada -> Math.round(cada.custo() * 100))
                    .min()
                    .orElseThrow();
            assertThat(centavos).isLessThanOrEqualTo(todas.centavos);
            int paradas = planos.stream()
                    .mapToInt(cada -> cada.paradas().size())
                    .min()
                    .orElseThrow();
            assertThat(paradas).isLessThanOrEqualTo(todas.paradas);
            if (plano.paradas().size() <= PROFUNDIDADE) {
                assertThat(tempo).isEqualTo(todas.tempo);
            }
        } else {
            assertThat(todas.acharam()).isFalse();
        }
    }

    @Test
    void thereIsSomethingToTry() {
        assertThat(seeds().mapToObj(Sorteio::pequeno)
                        .map(TentativaTest::planejar)
                        .filter(plano -> !plano.paradas().isEmpty())
                        .count())
                .isGreaterThan(50);
    }

    private static Plano planejar(Sorteio mundo) {
        return new Planejador(mundo.settings()).planejar(mundo.pedido(), mundo.pontos(), Mundo.OITO);
    }

    /**
     * The best of all plans: every order of points, at every point every level, as early as the point is free. Only to charge,
     * make room and charge again at the same point is no plan.
     */
    private static final class Tentativas {

        private final Sorteio mundo;
        private final Estrada estrada;
        private final Local destino;
        private final double reserva;
        private final double taxa;
        private final long partida;
        private final boolean ociosas;

        private long tempo = Long.MAX_VALUE;
        private long centavos = Long.MAX_VALUE;
        private int paradas = Integer.MAX_VALUE;

        /** @param ociosas whether stops count that bring next to nothing, or stand for longer than they charge */
        Tentativas(Sorteio mundo, boolean ociosas) {
            this.mundo = mundo;
            this.ociosas = ociosas;
            this.estrada = new Estrada(mundo.settings());
            Lugares lugares = new Lugares(mundo.pontos());
            this.destino = lugares.local("destino", mundo.pedido().destino());
            this.reserva = mundo.pedido().reservaKwh();
            this.taxa = mundo.pedido().carro().taxaDescarga();
            this.partida = Agenda.arredondar(mundo.pedido().partida());
            tentar(
                    lugares.local("origem", mundo.pedido().origem()),
                    mundo.pedido().carro().nivelBateriaAtual(),
                    partida,
                    0,
                    0);
        }

        boolean acharam() {
            return paradas < Integer.MAX_VALUE;
        }

        private void tentar(Local aqui, double nivel, long agora, long gasto, int feitas) {
            long ultima = estrada.metros(aqui, destino);
            if (nivel - ultima * taxa / 1000 >= mundo.pedido().chegadaKwh() - 1e-9) {
                tempo = Math.min(tempo, agora + estrada.segundos(ultima) - partida);
                centavos = Math.min(centavos, gasto);
                paradas = Math.min(paradas, feitas);
            }
            if (feitas == PROFUNDIDADE) {
                return;
            }
            for (PontoCandidato ponto : mundo.pontos()) {
                if (ponto.local() == aqui || !mundo.pedido().carro().aceita(ponto.conector())) {
                    continue;
                }
                long metros = estrada.metros(aqui, ponto.local());
                double chegada = nivel - metros * taxa / 1000;
                if (chegada >= reserva - 1e-9) {
                    niveis(ponto)
                            .filter(saida -> saida > chegada + 1e-9)
                            .forEach(saida ->
                                    parar(ponto, chegada, saida, agora + estrada.segundos(metros), gasto, feitas + 1));
                }
            }
        }

        private void parar(PontoCandidato ponto, double chegada, double saida, long agora, long gasto, int feitas) {
            double energia = saida - chegada;
            double carga = ponto.curva(mundo.pedido().carro()).segundos(chegada, saida);
            long minima = mundo.settings().paradaMinima().toSeconds();
            if (!ociosas
                    && (energia < mundo.pedido().carro().capacidadeBateria() / 10 - 1e-9
                            || carga < minima / 2.0 - 1e-6)) {
                return;
            }
            long duracao = Math.max(minima, (long) Math.ceil(carga - 1e-6));
            long inicio = Stream.concat(
                            Stream.of(agora),
                            ponto.ocupacoes().stream().map(ocupacao -> Agenda.arredondar(ocupacao.fim())))
                    .filter(segundo -> segundo >= agora && livre(ponto, segundo, segundo + duracao))
                    .mapToLong(Long::longValue)
                    .min()
                    .orElseThrow();
            if (duracao <= 24 * 3600 && inicio - agora <= 24 * 3600) {
                long custo = (long) Math.ceil(energia * ponto.precoKwh() * 100 - 1e-6);
                tentar(ponto.local(), saida, inicio + duracao, gasto + custo, feitas);
            }
        }

        private static boolean livre(PontoCandidato ponto, long inicio, long fim) {
            return ponto.ocupacoes().stream()
                    .noneMatch(ocupacao ->
                            ocupacao.inicio().toEpochSecond() < fim && Agenda.arredondar(ocupacao.fim()) > inicio);
        }

        private Stream<Double> niveis(PontoCandidato ponto) {
            double capacidade = mundo.pedido().carro().capacidadeBateria();
            List<Double> niveis = new ArrayList<>();
            for (int porCento = mundo.settings().passoNivel();
                    porCento < 100;
                    porCento += mundo.settings().passoNivel()) {
                niveis.add(capacidade * porCento / 100);
            }
            niveis.add(capacidade * 80 / 100);
            double maximo = mundo.pedido().maximoKwh();
            niveis.add(maximo);
            niveis.add(mundo.pedido().chegadaKwh() + estrada.metros(ponto.local(), destino) * taxa / 1000);
            return niveis.stream().filter(nivel -> nivel <= maximo);
        }
    }
}
