package br.com.recarga.planner;

import br.com.recarga.contract.CurvaDeRecarga;
import br.com.recarga.contract.Janela;
import br.com.recarga.contract.Plano.Criterio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.jgrapht.Graphs;
import org.jgrapht.graph.DefaultWeightedEdge;

/**
 * The best way through the states (point, level on leaving it), by A* over the {@link Malha}.
 *
 * <p>JGraphT's own shortest paths want weights that stand still. How long a stop takes depends on when the car arrives, so the
 * labels are ours; the graph under them and the estimates that guide them (how far, how many legs) are JGraphT's.
 *
 * <p>One label a state is enough: who leaves a point earlier with the same level gets everywhere no later, because it may wait
 * for whatever the other one would find. Only where that wait would be longer than is allowed can a plan be missed that begins
 * by losing time.
 *
 * <p>To charge, make room for somebody else and charge again at the same point is no plan.
 *
 * <p>How long a charge takes is the contract's {@link CurvaDeRecarga}, as in the server's usual length of a reservation.
 *
 * <p>A stop that brings next to nothing, or for most of which the car only stands there, is idle: it is left out, unless the search
 * is told to take those too, as there is no other way.
 */
final class Busca {

    private static final long JANELA_MAXIMA = Janela.DURACAO_MAXIMA.toSeconds();

    /** A stop that brings a smaller part of the capacity is idle. */
    private static final double ENERGIA_MINIMA = 0.1;

    /** So is one that charges for a smaller part of the shortest stop. */
    private static final double CARGA_MINIMA = 0.5;

    private final Trajeto trajeto;
    private final Malha malha;
    private final Estrada estrada;
    private final List<Agenda> agendas;
    private final boolean ociosas;
    private final List<CurvaDeRecarga> curvas;
    private final long paradaMinima;
    private final long esperaMaxima;
    private final double[] niveis;
    private final double potenciaMaxima;
    private final double precoMinimo;

    /** @param ociosas whether idle stops count */
    Busca(
            Trajeto trajeto,
            Malha malha,
            Estrada estrada,
            List<Agenda> agendas,
            PlanoSettings settings,
            boolean ociosas) {
        this.trajeto = trajeto;
        this.malha = malha;
        this.estrada = estrada;
        this.agendas = agendas;
        this.ociosas = ociosas;
        this.curvas = malha.pontos().stream()
                .map(ponto -> ponto.curva(trajeto.carro()))
                .toList();
        this.paradaMinima = settings.paradaMinima().toSeconds();
        this.esperaMaxima = settings.esperaMaxima().toSeconds();
        this.niveis = niveis(trajeto, settings.passoNivel());
        this.potenciaMaxima =
                curvas.stream().mapToDouble(CurvaDeRecarga::potencia).max().orElse(1);
        this.precoMinimo = malha.pontos().stream()
                .mapToDouble(PontoCandidato::precoKwh)
                .min()
                .orElse(0);
    }

    /** The best way by one criterion, among those the fastest (or, among equally fast ones, the cheapest). */
    Optional<Rota> melhor(Criterio criterio) {
        return new Execucao(criterio).rota();
    }

    /**
     * Steps of the capacity from above the reserve to the most that is charged, and where charging gets slow; the first place is
     * for what the destination asks for.
     */
    private static double[] niveis(Trajeto trajeto, int passo) {
        TreeSet<Double> grade = new TreeSet<>();
        for (int porCento = passo; porCento < 100; porCento += passo) {
            grade.add(trajeto.capacidade() * porCento / 100);
        }
        // as the steps are reckoned, so that the same level is not there twice, a rounding apart
        grade.add(trajeto.capacidade() * (100 * CurvaDeRecarga.JOELHO) / 100);
        grade.add(trajeto.maximo());
        List<Double> niveis = new ArrayList<>(List.of(Double.NaN));
        niveis.addAll(grade.headSet(trajeto.maximo(), true).tailSet(trajeto.reserva(), false));
        return niveis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Leaving a place. What it took to get here is exact, {@code primeiro} and {@code segundo} estimate the whole trip. */
    private record Rotulo(
            int estado,
            Rotulo anterior,
            Parada parada,
            long tempo,
            long centavos,
            int paradas,
            long metros,
            double nivel,
            long primeiro,
            long segundo) {}

    /** A {@link Rota.Parada} that may still come to nothing. */
    private record Parada(int lugar, long inicio, double nivelChegada, long metros, long centavos) {}

    private final class Execucao {

        private final Criterio criterio;
        private final int destino = malha.destino() * niveis.length;
        private final long[] primeiros = new long[destino + 1];
        private final long[] segundos = new long[destino + 1];
        private final boolean[] fechados = new boolean[destino + 1];
        private final PriorityQueue<Rotulo> abertos =
                new PriorityQueue<>(Comparator.comparingLong(Rotulo::primeiro).thenComparingLong(Rotulo::segundo));

        Execucao(Criterio criterio) {
            this.criterio = criterio;
            Arrays.fill(primeiros, Long.MAX_VALUE);
        }

        Optional<Rota> rota() {
            sair();
            while (!abertos.isEmpty()) {
                Rotulo melhor = abertos.poll();
                if (melhor.estado() == destino) {
                    return Optional.of(rota(melhor));
                }
                if (!fechados[melhor.estado()]) {
                    fechados[melhor.estado()] = true;
                    seguir(melhor);
                }
            }
            return Optional.empty();
        }

        /** The origin is no vertex of the graph: a car that passes it again has lost its way. The destination is out of range. */
        private void sair() {
            Rotulo origem = new Rotulo(-1, null, null, trajeto.partida(), 0, 0, 0, trajeto.nivel(), 0, 0);
            for (int lugar = 0; lugar < malha.destino(); lugar++) {
                dirigir(
                        origem,
                        lugar,
                        estrada.metros(trajeto.origem(), malha.ponto(lugar).local()));
            }
        }

        private void seguir(Rotulo de) {
            int lugar = de.estado() / niveis.length;
            for (DefaultWeightedEdge perna : malha.grafo().edgesOf(lugar)) {
                dirigir(de, Graphs.getOppositeVertex(malha.grafo(), perna, lugar), (long)
                        malha.grafo().getEdgeWeight(perna));
            }
        }

        private void dirigir(Rotulo de, int lugar, long metros) {
            double nivel = de.nivel() - trajeto.consumo(metros);
            long chegada = de.tempo() + estrada.segundos(metros);
            if (lugar == malha.destino()) {
                if (trajeto.chegaAoDestino(nivel)) {
                    abrir(destino, de, null, chegada, metros, nivel);
                }
                return;
            }
            if (!trajeto.chega(nivel) || malha.pernasAteDestino(lugar) == Malha.INALCANCAVEL) {
                return;
            }
            for (int grau = 0; grau < niveis.length; grau++) {
                recarregar(de, lugar, grau, chegada, metros, nivel);
            }
        }

        private void recarregar(Rotulo de, int lugar, int grau, long chegada, long metros, double nivelChegada) {
            int estado = lugar * niveis.length + grau;
            double nivelSaida = nivelDeSaida(lugar, grau);
            // also false for a level that cannot be: it is no number
            boolean carrega = nivelSaida > nivelChegada + Trajeto.TOLERANCIA;
            if (!carrega || fechados[estado]) {
                return;
            }
            double energia = nivelSaida - nivelChegada;
            PontoCandidato ponto = malha.ponto(lugar);
            double carga = curvas.get(lugar).segundos(nivelChegada, nivelSaida);
            long duracao = Math.max(paradaMinima, (long) Math.ceil(carga - 1e-6));
            if (duracao > JANELA_MAXIMA || !ociosas && ociosa(energia, carga)) {
                return;
            }
            long inicio = agendas.get(lugar).primeiroInicio(chegada, duracao, esperaMaxima);
            if (inicio != Agenda.NENHUM) {
                // rounded up: so two charges never cost less than the one that they replace
                long centavos = (long) Math.ceil(energia * ponto.precoKwh() * 100 - 1e-6);
                Parada parada = new Parada(lugar, inicio, nivelChegada, metros, centavos);
                abrir(estado, de, parada, inicio + duracao, metros, nivelSaida);
            }
        }

        private boolean ociosa(double energia, double carga) {
            return energia < ENERGIA_MINIMA * trajeto.capacidade() - Trajeto.TOLERANCIA
                    || carga < CARGA_MINIMA * paradaMinima - 1e-6;
        }

        private double nivelDeSaida(int lugar, int grau) {
            if (grau > 0) {
                return niveis[grau];
            }
            // more than one leg: what the whole way asks for says nothing about a battery
            if (malha.pernasAteDestino(lugar) != 1) {
                return Double.NaN;
            }
            double bastante = trajeto.chegada() + trajeto.consumo((long) malha.metrosAteDestino(lugar));
            return Math.min(bastante, trajeto.maximo());
        }

        private void abrir(int estado, Rotulo de, Parada parada, long tempo, long metros, double nivel) {
            long centavos = de.centavos() + (parada == null ? 0 : parada.centavos());
            int paradas = de.paradas() + (parada == null ? 0 : 1);
            int lugar = estado / niveis.length;
            double falta = malha.metrosAteDestino(lugar);
            double energia = Math.max(0, falta * trajeto.carro().taxaDescarga() / 1000 - (nivel - trajeto.chegada()));
            long aDirigir = (long) (estrada.segundosNoMinimo(falta) + energia / potenciaMaxima * 3600);
            long segundosTotais = tempo - trajeto.partida() + aDirigir;
            long centavosTotais = centavos + (long) (energia * precoMinimo * 100);
            long paradasTotais = paradas + Math.max(0, malha.pernasAteDestino(lugar) - 1);

            long primeiro = switch (criterio) {
                case MENOR_TEMPO -> segundosTotais;
                case MENOR_CUSTO -> centavosTotais;
                case MENOS_PARADAS -> paradasTotais;
            };
            long segundo = criterio == Criterio.MENOR_TEMPO ? centavosTotais : segundosTotais;
            if (primeiro < primeiros[estado] || primeiro == primeiros[estado] && segundo < segundos[estado]) {
                primeiros[estado] = primeiro;
                segundos[estado] = segundo;
                abertos.add(new Rotulo(
                        estado, de, parada, tempo, centavos, paradas, de.metros() + metros, nivel, primeiro, segundo));
            }
        }

        private Rota rota(Rotulo fim) {
            List<Rota.Parada> paradas = new ArrayList<>();
            for (Rotulo de = fim.anterior(); de.parada() != null; de = de.anterior()) {
                Parada parada = de.parada();
                paradas.add(new Rota.Parada(
                        malha.ponto(parada.lugar()),
                        parada.inicio(),
                        de.tempo(),
                        parada.nivelChegada(),
                        de.nivel(),
                        parada.metros(),
                        parada.centavos()));
            }
            Collections.reverse(paradas);
            return new Rota(paradas, fim.tempo(), fim.metros(), fim.nivel());
        }
    }
}
