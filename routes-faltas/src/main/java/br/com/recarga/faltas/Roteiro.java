package br.com.recarga.faltas;

import br.com.recarga.faltas.historia.Especie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Which faults are injected, and when: drawn from a seed before anything begins, so that the same seed gives the same ones. */
final class Roteiro {

    private static final int FIRST_MS = 1_000;

    /** What comes more than once in a round: what happens most, and what most depends on when it happens. */
    private static final Map<Especie, Integer> OFTEN = Map.of(Especie.MATAR, 2, Especie.SUSPENDER, 2);

    private Roteiro() {}

    /**
     * @param em the earliest moment at which it begins, in ms
     * @param duracaoMs how long it lasts; of a process or a broker that is killed, until it is started again
     * @param sorte for what else is drawn of it
     */
    record Passo(Especie especie, String alvo, long em, long duracaoMs, int sorte) {}

    /**
     * In each round every kind comes once, some more often, in an order that is drawn.
     *
     * @param duracao within which they begin
     * @param cada how long after one the next begins: from half of it to one and a half, drawn
     * @param alvos of each kind, what it may hit; a kind without any does not come
     */
    static List<Passo> of(long semente, Duration duracao, Duration cada, Map<Especie, List<String>> alvos) {
        if (alvos.values().stream().allMatch(List::isEmpty)) {
            return List.of();
        }
        int gap = Math.toIntExact(cada.toMillis());
        Random random = new Random(semente);
        List<Passo> passos = new ArrayList<>();
        List<Especie> round = new ArrayList<>();
        long em = FIRST_MS;
        while (em < duracao.toMillis()) {
            if (round.isEmpty()) {
                // in an order that does not depend on that of the map
                new TreeMap<>(alvos).forEach((especie, targets) -> {
                    if (!targets.isEmpty()) {
                        round.addAll(Collections.nCopies(OFTEN.getOrDefault(especie, 1), especie));
                    }
                });
                Collections.shuffle(round, random);
            }
            Especie especie = round.remove(0);
            List<String> targets = alvos.get(especie);
            passos.add(new Passo(
                    especie,
                    targets.get(random.nextInt(targets.size())),
                    em,
                    duration(especie, random),
                    random.nextInt(Integer.MAX_VALUE)));
            em += random.nextInt(gap / 2, gap + gap / 2);
        }
        return passos;
    }

    private static long duration(Especie especie, Random random) {
        return switch (especie) {
            case MATAR -> random.nextInt(0, 1_500);
            case DERRUBAR_BROKER, CORTAR_LINHA -> random.nextInt(300, 4_000);
            case SUSPENDER, CALAR_LINHA -> random.nextInt(800, 8_000);
            case TRANCAR_BANCO, ENCHER_DISCO -> random.nextInt(800, 6_000);
            case CORTAR_BANCO -> 0;
        };
    }
}
