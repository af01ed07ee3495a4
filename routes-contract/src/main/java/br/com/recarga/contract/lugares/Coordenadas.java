package br.com.recarga.contract.lugares;

import br.com.recarga.contract.validation.Localizacao;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A place on the earth, taken as a sphere.
 *
 * @param latitude decimal degrees (WGS 84), -90 to 90
 * @param longitude decimal degrees (WGS 84), -180 to 180
 */
public record Coordenadas(double latitude, double longitude) {

    private static final double RAIO_DA_TERRA_M = 6_371_000;

    /** Some hundred metres, in degrees, as the servers' statements have it. */
    private static final double AO_LADO = 0.001;

    /** As the original writes them: some ten metres. */
    private static final int CASAS_MINIMAS = 4;

    /** As many as {@link Localizacao} takes. */
    private static final int CASAS_MAXIMAS = 8;

    /** @param localizacao {@code "lat,lon"} as the contract spells it; what is null or spelled otherwise is no place */
    public static Optional<Coordenadas> de(String localizacao) {
        if (localizacao == null || !localizacao.matches(Localizacao.REGEXP)) {
            return Optional.empty();
        }
        String[] graus = localizacao.split(",");
        return Optional.of(new Coordenadas(Double.parseDouble(graus[0]), Double.parseDouble(graus[1])));
    }

    /** As the contract spells it: with all that is known of it, so that who reads it and writes it back has moved nothing. */
    public String escritas() {
        return grausEscritos(latitude) + "," + grausEscritos(longitude);
    }

    private static String grausEscritos(double graus) {
        BigDecimal decimais = BigDecimal.valueOf(graus).stripTrailingZeros();
        int casas = Math.max(CASAS_MINIMAS, Math.min(CASAS_MAXIMAS, decimais.scale()));
        return decimais.setScale(casas, RoundingMode.HALF_EVEN).toPlainString();
    }

    /**
     * One of these places, in the middle of most of them: a minority does not move it out of the majority, however far away it
     * is.
     *
     * @param lugares at least one
     */
    public static Coordenadas noMeio(Collection<Coordenadas> lugares) {
        Coordenadas mediana = new Coordenadas(
                mediana(lugares.stream().mapToDouble(Coordenadas::latitude)),
                mediana(lugares.stream().mapToDouble(Coordenadas::longitude)));
        return lugares.stream()
                .min(Comparator.comparingDouble(mediana::metrosAte)
                        .thenComparingDouble(Coordenadas::latitude)
                        .thenComparingDouble(Coordenadas::longitude))
                .orElseThrow();
    }

    private static double mediana(DoubleStream valores) {
        double[] emOrdem = valores.sorted().toArray();
        return emOrdem[(emOrdem.length - 1) / 2];
    }

    /** Along the great circle (haversine), in metres. */
    public double metrosAte(Coordenadas outras) {
        double phi1 = Math.toRadians(latitude);
        double phi2 = Math.toRadians(outras.latitude);
        double sinPhi = Math.sin((phi2 - phi1) / 2);
        double sinLambda = Math.sin(Math.toRadians(outras.longitude - longitude) / 2);
        double haversine = sinPhi * sinPhi + Math.cos(phi1) * Math.cos(phi2) * sinLambda * sinLambda;
        return 2 * RAIO_DA_TERRA_M * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    /** Along the great circle, in kilometres. */
    public double kmAte(Coordenadas outras) {
        return metrosAte(outras) / 1000;
    }

    /** Whether it is the same place for whoever has reserved there: a point may move so far without its drivers being told. */
    public boolean aoLadoDe(Coordenadas outras) {
        return Math.abs(latitude - outras.latitude) <= AO_LADO && Math.abs(longitude - outras.longitude) <= AO_LADO;
    }

    /** A lower bound of {@link #metrosAte}, whatever the longitudes, that costs no trigonometry. */
    public static double metrosNoMinimo(double latitudeDe, double latitudePara) {
        return Math.toRadians(Math.abs(latitudePara - latitudeDe)) * RAIO_DA_TERRA_M;
    }
}
