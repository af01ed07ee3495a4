package br.com.recarga.planner;

import br.com.recarga.contract.lugares.Coordenadas;

/** Distances and driving times: the great circle, made longer by a factor, at one mean speed. */
final class Estrada {

    /** What doubles may be wrong by, of a metre or a second, is not rounded up. */
    private static final double TOLERANCIA = 1e-6;

    private final double fator;
    private final double metrosPorSegundo;

    Estrada(PlanoSettings settings) {
        fator = settings.fatorEstrada();
        metrosPorSegundo = settings.velocidadeMedia() / 3.6;
    }

    /** Whole metres by road, rounded up: so two legs are never shorter than the one that they replace. */
    long metros(Local de, Local para) {
        double metros = de.coordenadas().metrosAte(para.coordenadas()) * fator;
        return (long) Math.ceil(metros - TOLERANCIA);
    }

    /** A lower bound of {@link #metros} that costs no trigonometry. */
    double metrosNoMinimo(Local de, Local para) {
        return Coordenadas.metrosNoMinimo(
                        de.coordenadas().latitude(), para.coordenadas().latitude())
                * fator;
    }

    /** Whole seconds, rounded up. */
    long segundos(long metros) {
        return (long) Math.ceil(metros / metrosPorSegundo - TOLERANCIA);
    }

    /** The same without rounding: no number of legs that make up these metres takes less. */
    double segundosNoMinimo(double metros) {
        return metros / metrosPorSegundo;
    }
}
