package br.com.recarga.planner;

import br.com.recarga.contract.Plano.Trecho;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Why a car cannot get there: of all ways, the one on which the fewest kilometres of range are missing in all, and on it the leg
 * on which most are.
 *
 * <p>Every place has a leg to every other, so this is Dijkstra's algorithm over a matrix that is never stored; a graph of all
 * pairs would cost more than the search.
 */
final class TrechoImpossivel {

    /** Among ways that lack the same, the shorter one: metres driven count this much beside metres missing. */
    private static final double PESO_DO_CAMINHO = 1e-6;

    private final Trajeto trajeto;
    private final Estrada estrada;
    private final List<PontoCandidato> pontos;
    private final int origem;
    private final int destino;

    TrechoImpossivel(Trajeto trajeto, Estrada estrada, List<PontoCandidato> pontos) {
        this.trajeto = trajeto;
        this.estrada = estrada;
        this.pontos = pontos;
        this.destino = pontos.size();
        this.origem = destino + 1;
    }

    /** Empty if no leg is too long. */
    Optional<Trecho> trecho() {
        int[] antes = caminho();
        int pior = destino;
        double falta = 0;
        for (int lugar = destino; lugar != origem; lugar = antes[lugar]) {
            double aqui = falta(antes[lugar], lugar);
            if (aqui > falta) {
                falta = aqui;
                pior = lugar;
            }
        }
        return falta > 0 ? Optional.of(trecho(antes[pior], pior)) : Optional.empty();
    }

    private int[] caminho() {
        int[] antes = new int[origem + 1];
        double[] custo = new double[origem + 1];
        boolean[] fechado = new boolean[origem + 1];
        Arrays.fill(custo, Double.POSITIVE_INFINITY);
        custo[origem] = 0;
        for (int lugar = origem; lugar != destino; lugar = maisProximo(custo, fechado)) {
            fechado[lugar] = true;
            for (int outro = 0; outro <= destino; outro++) {
                double ate = fechado[outro]
                        ? Double.POSITIVE_INFINITY
                        : custo[lugar] + falta(lugar, outro) + PESO_DO_CAMINHO * metros(lugar, outro);
                if (ate < custo[outro]) {
                    custo[outro] = ate;
                    antes[outro] = lugar;
                }
            }
        }
        return antes;
    }

    private static int maisProximo(double[] custo, boolean[] fechado) {
        int melhor = -1;
        for (int lugar = 0; lugar < custo.length; lugar++) {
            if (!fechado[lugar] && (melhor < 0 || custo[lugar] < custo[melhor])) {
                melhor = lugar;
            }
        }
        return melhor;
    }

    private Trecho trecho(int de, int para) {
        double autonomia = Math.floor(alcance(de, para) / 100) / 10;
        double distancia = metros(de, para) / 1000.0;
        return new Trecho(
                local(de).nome(), local(para).nome(), distancia, autonomia, Math.ceil(falta(de, para) / 100) / 10);
    }

    /** Metres. */
    private double falta(int de, int para) {
        double falta = metros(de, para) - alcance(de, para);
        return falta > Trajeto.TOLERANCIA_M ? falta : 0;
    }

    private double alcance(int de, int para) {
        double nivel = de == origem ? trajeto.nivel() : trajeto.maximo();
        return para == destino ? trajeto.alcanceAteDestino(nivel) : trajeto.alcance(nivel);
    }

    private long metros(int de, int para) {
        return estrada.metros(local(de), local(para));
    }

    private Local local(int lugar) {
        if (lugar == origem) {
            return trajeto.origem();
        }
        return lugar == destino ? trajeto.destino() : pontos.get(lugar).local();
    }
}
