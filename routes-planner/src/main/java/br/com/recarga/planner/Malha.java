package br.com.recarga.planner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/**
 * The points and the destination as a graph: an edge wherever a car can drive that leaves with all it may charge, its weight the
 * metres by road. What holds at any time of day and at any level is read off it: whether and how far, at least, a point is from
 * the destination.
 */
final class Malha {

    /** The number of stops to a place from which no chain of legs leads to the destination. */
    static final int INALCANCAVEL = Integer.MAX_VALUE;

    private final Graph<Integer, DefaultWeightedEdge> grafo = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    private final List<PontoCandidato> pontos;
    private final double[] metrosAteDestino;
    private final int[] pernasAteDestino;

    Malha(List<PontoCandidato> pontos, Trajeto trajeto, Estrada estrada) {
        this.pontos = pontos;
        IntStream.rangeClosed(0, pontos.size()).forEach(grafo::addVertex);
        ligar(trajeto, estrada);
        SingleSourcePaths<Integer, DefaultWeightedEdge> doDestino =
                new DijkstraShortestPath<>(grafo).getPaths(destino());
        metrosAteDestino = IntStream.rangeClosed(0, pontos.size())
                .mapToDouble(doDestino::getWeight)
                .toArray();
        pernasAteDestino = new int[pontos.size() + 1];
        Arrays.fill(pernasAteDestino, INALCANCAVEL);
        BreadthFirstIterator<Integer, DefaultWeightedEdge> emLargura = new BreadthFirstIterator<>(grafo, destino());
        while (emLargura.hasNext()) {
            int lugar = emLargura.next();
            pernasAteDestino[lugar] = emLargura.getDepth(lugar);
        }
    }

    /** Points are numbered from 0 as they were given; this is the number of the destination. */
    int destino() {
        return pontos.size();
    }

    PontoCandidato ponto(int lugar) {
        return pontos.get(lugar);
    }

    List<PontoCandidato> pontos() {
        return pontos;
    }

    Graph<Integer, DefaultWeightedEdge> grafo() {
        return grafo;
    }

    /** The shortest chain of legs, in metres; infinite if there is none. */
    double metrosAteDestino(int lugar) {
        return metrosAteDestino[lugar];
    }

    /** The fewest legs, {@link #INALCANCAVEL} if no number of them is enough. */
    int pernasAteDestino(int lugar) {
        return pernasAteDestino[lugar];
    }

    /** From south to north, so that whoever is too far north ends the search for neighbours. */
    private void ligar(Trajeto trajeto, Estrada estrada) {
        double alcance = trajeto.alcance(trajeto.maximo()) + Trajeto.TOLERANCIA_M;
        double ateDestino = trajeto.alcanceAteDestino(trajeto.maximo()) + Trajeto.TOLERANCIA_M;
        List<Integer> doSul = IntStream.rangeClosed(0, pontos.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        lugar -> local(lugar, trajeto).coordenadas().latitude()))
                .toList();
        for (int i = 0; i < doSul.size(); i++) {
            Local um = local(doSul.get(i), trajeto);
            for (int j = i + 1; j < doSul.size(); j++) {
                Local outro = local(doSul.get(j), trajeto);
                if (estrada.metrosNoMinimo(um, outro) > alcance) {
                    break;
                }
                long metros = estrada.metros(um, outro);
                boolean ultima = doSul.get(i) == destino() || doSul.get(j) == destino();
                if (metros <= (ultima ? ateDestino : alcance)) {
                    grafo.setEdgeWeight(grafo.addEdge(doSul.get(i), doSul.get(j)), metros);
                }
            }
        }
    }

    private Local local(int lugar, Trajeto trajeto) {
        return lugar == destino() ? trajeto.destino() : pontos.get(lugar).local();
    }
}
