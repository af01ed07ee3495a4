package br.com.recarga.planner;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.JanelaOcupada;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.lugares.Coordenadas;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A world, a car and a trip that follow from a number alone.
 *
 * @param settings not the defaults, either
 */
record Sorteio(PlanoSettings settings, PlanejarBody pedido, List<PontoCandidato> pontos) {

    private static final double[] POTENCIAS = {3.7, 11, 22, 50, 60, 120};

    /** Up to 40 points, of which any number is looked at, up to six windows taken on each, any reserve. */
    static Sorteio grande(long seed) {
        Random random = new Random(seed);
        PlanoSettings settings = new PlanoSettings(
                1 + random.nextDouble(),
                50 + random.nextInt(60),
                Duration.ofMinutes(5 + random.nextInt(20)),
                Duration.ofMinutes(random.nextInt(300)),
                new int[] {5, 10, 20, 30}[random.nextInt(4)],
                1 + random.nextInt(60));
        return sortear(random, settings, 1 + random.nextInt(40), 6, 4);
    }

    /**
     * Three or four points and so few levels that all plans can be tried. Whoever waits may wait until everybody has left: the
     * search promises the very best only where no wait is too long.
     */
    static Sorteio pequeno(long seed) {
        Random random = new Random(seed);
        PlanoSettings settings = new PlanoSettings(
                1.2, 80, Duration.ofMinutes(15), Duration.ofHours(24), random.nextBoolean() ? 50 : 34, 400);
        return sortear(random, settings, 3 + random.nextInt(2), 3, 3);
    }

    /** A thousand points, in a land so wide that nobody crosses it without charging often. */
    static Sorteio enorme(long seed) {
        return sortear(new Random(seed), Mundo.SETTINGS, 1000, 6, 9);
    }

    private static Sorteio sortear(Random random, PlanoSettings settings, int pontos, int ocupacoes, double graus) {
        double capacidade = 20 + random.nextInt(40);
        Carro carro = new Carro(
                "ABC1D23",
                "m",
                capacidade,
                capacidade * (0.3 + 0.7 * random.nextDouble()),
                0.12 + random.nextDouble() / 8,
                random.nextBoolean() ? null : 7.0,
                random.nextBoolean() ? null : 30.0 + random.nextInt(120),
                random.nextBoolean() ? null : List.of("Tipo 2", "CCS2"));
        PlanejarBody pedido = new PlanejarBody(
                lugar(random, graus),
                lugar(random, graus),
                carro,
                Mundo.OITO.plusNanos(random.nextInt(2_000_000_000)),
                null,
                random.nextBoolean() ? null : (double) random.nextInt(51),
                null,
                random.nextBoolean() ? null : 50.0 + random.nextInt(51),
                random.nextInt(3) > 0 ? null : (double) random.nextInt(61));
        return new Sorteio(
                settings,
                pedido,
                IntStream.rangeClosed(1, pontos)
                        .mapToObj(id -> ponto(random, id, ocupacoes, graus))
                        .toList());
    }

    private static PontoCandidato ponto(Random random, int id, int ocupacoes, double graus) {
        return new PontoCandidato(
                "server" + random.nextInt(3),
                id,
                "Cidade",
                "BA",
                new Local(
                        "Posto " + id,
                        new Coordenadas(-10 + graus * random.nextDouble(), -40 + graus * random.nextDouble()),
                        null),
                POTENCIAS[random.nextInt(POTENCIAS.length)],
                random.nextInt(4) == 0 ? "Tipo 2" : "CCS2",
                random.nextInt(300) / 100.0,
                IntStream.range(0, random.nextInt(ocupacoes + 1))
                        .mapToObj(i -> ocupacao(random))
                        .toList());
    }

    /** Up to four hours, in the day and a half that follows. */
    private static JanelaOcupada ocupacao(Random random) {
        OffsetDateTime inicio = Mundo.OITO.plus(random.nextInt(36 * 3_600_000), ChronoUnit.MILLIS);
        return new JanelaOcupada(inicio, inicio.plus(1 + random.nextInt(4 * 3_600_000), ChronoUnit.MILLIS));
    }

    private static String lugar(Random random, double graus) {
        return String.format(
                Locale.ROOT, "%.4f,%.4f", -10 + graus * random.nextDouble(), -40 + graus * random.nextDouble());
    }
}
