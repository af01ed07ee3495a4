package br.com.recarga.faltas;

import br.com.recarga.faltas.historia.Especie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a campaign is asked to be, the same for each of its parts.
 *
 * @param semente from which faults and requests are drawn
 * @param duracao how long faults begin
 * @param cada how long after one fault the next begins, on average
 * @param motoristas how many ask at once
 * @param especies the kinds of faults
 * @param alvos which processes, lines and databases are hit; empty: all
 */
record PlanoDeFaltas(
        long semente, Duration duracao, Duration cada, int motoristas, Set<Especie> especies, Set<String> alvos) {

    /** What is left to be hit, of what each kind could hit. A kind that is not asked for does not appear. */
    Map<Especie, List<String>> escolhidos(Map<Especie, List<String>> possiveis) {
        Map<Especie, List<String>> escolhidos = new TreeMap<>();
        possiveis.forEach((especie, names) -> {
            if (especies.contains(especie)) {
                escolhidos.put(
                        especie,
                        names.stream()
                                .filter(name -> alvos.isEmpty() || alvos.contains(name))
                                .toList());
            }
        });
        return escolhidos;
    }
}
