package br.com.recarga.client.viagens.plano;

/** Distances and driving times: the great circle, made longer by a factor, at one mean speed. */
final class Estrada {

    private static final double RAIO_DA_TERRA_M = 6_371_000;

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
        double phi1 = Math.toRadians(de.latitude());
        double phi2 = Math.toRadians(para.latitude());
        double sinPhi = Math.sin((phi2 - phi1) / 2);
        double sinLambda = Math.sin(Math.toRadians(para.longitude() - de.longitude()) / 2);
        double haversine = sinPhi * sinPhi + Math.cos(phi1) * Math.cos(phi2) * sinLambda * sinLambda;
        double metros = 2 * RAIO_DA_TERRA_M * Math.asin(Math.min(1, Math.sqrt(haversine))) * fator;
        return (long) Math.ceil(metros - TOLERANCIA);
    }

    /** A lower bound of {@link #metros} that costs no trigonometry. */
    double metrosNoMinimo(double latitudeDe, double latitudePara) {
        return Math.toRadians(Math.abs(latitudePara - latitudeDe)) * RAIO_DA_TERRA_M * fator;
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
