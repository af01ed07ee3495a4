package br.com.recarga.faltas;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import br.com.recarga.faltas.historia.Acao;
import br.com.recarga.faltas.historia.Especie;
import br.com.recarga.faltas.historia.EstadoFinal;
import br.com.recarga.faltas.historia.Falta;
import br.com.recarga.faltas.historia.Historia;
import br.com.recarga.faltas.historia.Tentativa;
import br.com.recarga.faltas.historia.Tentativa.Fim;
import br.com.recarga.faltas.historia.Violacao;
import br.com.recarga.faltas.historia.Violacao.Regra;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What came of a part, as a table in Markdown.
 *
 * @param julgadas how many observations the last rule was tried on
 * @param copias how many calls were sent besides another one at the same time
 * @param puladas faults that were drawn and did not come about
 * @param recomecos how often a process ended by itself
 * @param alvos what each kind of fault could hit; without a way to inject it here, such as prlimit, nothing
 */
record Relato(
        Parte parte,
        PlanoDeFaltas plano,
        Historia historia,
        EstadoFinal fim,
        List<Violacao> violacoes,
        long julgadas,
        long copias,
        Map<Especie, Integer> puladas,
        int recomecos,
        Map<Especie, List<String>> alvos,
        Path arquivo) {

    private static final int SHOWN = 10;

    boolean semViolacoes() {
        return violacoes.isEmpty();
    }

    /** Or there was nothing that could have been lost. */
    boolean algoSeConfirmou() {
        return historia.tentativas().stream().anyMatch(Tentativa::feita);
    }

    String texto() {
        StringBuilder text = new StringBuilder("%n### %s, semente %d, %d s de faltas%n%n| | |%n|---|---|%n"
                .formatted(parte, plano.semente(), plano.duracao().toSeconds()));
        chamadas(text);
        faltas(text);
        row(
                text,
                "reservas nos bancos, viagens nos diários",
                "%d, %d".formatted(fim.reservas().size(), fim.viagens().size()));
        for (Regra regra : Regra.values()) {
            long count = violacoes.stream().filter(v -> v.regra() == regra).count();
            row(
                    text,
                    "violações: " + regra.porExtenso(),
                    regra != Regra.QUEM_ESTA_NAO_ESTA_FORA
                            ? count
                            : parte.temReplicas()
                                    ? "%d em %d observações".formatted(count, julgadas)
                                    : "sem réplicas nesta parte");
        }
        violacoes.stream()
                .limit(SHOWN)
                .forEach(v ->
                        text.append("%nVIOLAÇÃO (%s): %s".formatted(v.regra().porExtenso(), v.texto())));
        return text.append("%n%d violações; a história está em %s%n".formatted(violacoes.size(), arquivo))
                .toString();
    }

    private void chamadas(StringBuilder text) {
        List<Tentativa> asked = historia.tentativas().stream()
                .filter(t -> t.pedida().acao() != Acao.VER_SERVIDORES)
                .toList();
        row(text, "chamadas", asked.size());
        row(text, "delas, cópias de outra ao mesmo tempo", copias);
        row(
                text,
                "chaves",
                asked.stream()
                        .map(t -> t.pedida().chave())
                        .filter(Objects::nonNull)
                        .distinct()
                        .count());
        row(
                text,
                "conexões que caíram",
                asked.stream().filter(t -> t.fim() == Fim.CAIU).count());
        row(
                text,
                "chamadas sem resposta nem queda",
                asked.stream().filter(t -> t.fim() == Fim.CALOU).count());
        asked.stream()
                .filter(t -> t.dita() != null)
                .collect(groupingBy(
                        t -> t.dita().http() + " "
                                + Objects.requireNonNullElse(t.dita().codigo(), "sem código"),
                        TreeMap::new,
                        counting()))
                .forEach((codigo, count) -> row(text, "respostas " + codigo, count));
        asked.stream()
                .filter(t -> t.dita() != null)
                .collect(groupingBy(t -> t.pedida().acao(), TreeMap::new, toList()))
                .forEach((acao, answered) -> {
                    long[] ms = answered.stream()
                            .mapToLong(t -> t.ate() - t.de())
                            .sorted()
                            .toArray();
                    row(
                            text,
                            "tempo de %s: mediana, pior (também de processo suspenso)".formatted(acao),
                            "%d ms, %d ms".formatted(ms[ms.length / 2], ms[ms.length - 1]));
                });
    }

    private void faltas(StringBuilder text) {
        Map<Especie, Long> done = historia.faltas().stream().collect(groupingBy(Falta::especie, counting()));
        alvos.forEach((especie, targets) -> {
            String skipped = puladas.containsKey(especie)
                    ? " (sorteadas e não feitas, por já haver outra no mesmo lugar: %d)".formatted(puladas.get(especie))
                    : "";
            row(
                    text,
                    "faltas: " + especie.porExtenso(),
                    targets.isEmpty()
                            ? "nenhuma: nada do que se escolheu pode sofrê-la aqui"
                            : done.getOrDefault(especie, 0L) + skipped);
        });
        row(text, "processos que acabaram sozinhos", recomecos);
    }

    private static void row(StringBuilder text, String what, Object count) {
        text.append("| %s | %s |%n".formatted(what, count));
    }
}
