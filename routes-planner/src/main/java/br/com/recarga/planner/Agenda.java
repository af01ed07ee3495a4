package br.com.recarga.planner;

import br.com.recarga.contract.JanelaOcupada;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** When a point is free, in whole seconds of the epoch. */
final class Agenda {

    /** Nobody has anything planned. */
    static final Agenda LIVRE = new Agenda(List.of());

    /** What {@link #primeiroInicio} says if there is none. */
    static final long NENHUM = -1;

    private final long[] inicios;
    private final long[] fins;

    /** Windows that overlap or touch become one. */
    Agenda(List<JanelaOcupada> ocupacoes) {
        long[] from = new long[ocupacoes.size()];
        long[] to = new long[ocupacoes.size()];
        int last = -1;
        for (JanelaOcupada next : ocupacoes.stream()
                .sorted(Comparator.comparing(JanelaOcupada::inicio))
                .toList()) {
            long inicio = next.inicio().toEpochSecond();
            long fim = next.fim() == null ? Long.MAX_VALUE : arredondar(next.fim());
            if (last >= 0 && inicio <= to[last]) {
                to[last] = Math.max(to[last], fim);
            } else if (fim > inicio) {
                last++;
                from[last] = inicio;
                to[last] = fim;
            }
        }
        inicios = Arrays.copyOf(from, last + 1);
        fins = Arrays.copyOf(to, last + 1);
    }

    /** The instant itself or the next whole second. */
    static long arredondar(OffsetDateTime instante) {
        return instante.toEpochSecond() + (instante.getNano() > 0 ? 1 : 0);
    }

    /**
     * When a stop may begin.
     *
     * @param chegada not before this second
     * @param duracao in seconds, all of which must be free
     * @param espera in seconds; it may begin no later than this after {@code chegada}
     * @return {@link #NENHUM} if there is no such time
     */
    long primeiroInicio(long chegada, long duracao, long espera) {
        long inicio = chegada;
        int next = Arrays.binarySearch(fins, chegada);
        // the first window that ends after the arrival
        next = next >= 0 ? next + 1 : -next - 1;
        while (next < inicios.length && inicio > inicios[next] - duracao) {
            inicio = fins[next];
            if (inicio - chegada > espera) {
                return NENHUM;
            }
            next++;
        }
        return inicio;
    }
}
