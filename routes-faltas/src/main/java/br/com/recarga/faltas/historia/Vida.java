package br.com.recarga.faltas.historia;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a driver may believe of a reservation or a trip, by the answers alone: from when until when each window was certainly the
 * driver's, and what may have become of it in the end.
 *
 * @param primeira the first answer that confirmed it
 * @param possuida for how long a window was certainly the driver's: from an answer until something else was asked about it
 * @param podeSer the windows that it may have in the end
 * @param podeEstarCancelada whether it may be none
 */
record Vida(Tentativa primeira, List<Posse> possuida, Set<Vaga> podeSer, boolean podeEstarCancelada) {

    /**
     * @param referencia the reservation or the trip whose it is
     * @param ate the first moment at which it is not certain any more
     */
    record Posse(String referencia, Vaga vaga, Tentativa desde, long ate) {

        boolean aoMesmoTempo(Posse outra) {
            return desde.ate() < outra.ate && outra.desde.ate() < ate;
        }
    }

    /** What is known of something that was asked with one key. */
    private record Pedido(Acao acao, Vaga vaga, long de, Optional<Tentativa> definitiva) {

        static Pedido de(List<Tentativa> mesmaChave) {
            Pedida pedida = mesmaChave.get(0).pedida();
            return new Pedido(
                    pedida.acao(),
                    pedida.vagas() == null ? null : pedida.vagas().get(0),
                    mesmaChave.stream().mapToLong(Tentativa::de).min().orElseThrow(),
                    mesmaChave.stream().filter(Tentativa::definitiva).min(comparingLong(Tentativa::ate)));
        }
    }

    /** Those of single reservations. */
    static List<Vida> dasReservas(Historia historia) {
        Map<String, List<Tentativa>> sobre = historia.tentativas().stream()
                .filter(t -> t.pedida().acao() == Acao.ALTERAR || t.pedida().acao() == Acao.CANCELAR)
                .collect(groupingBy(t -> t.pedida().sobre()));
        return primeiras(historia, Acao.RESERVAR).stream()
                .map(primeira ->
                        daReserva(primeira, sobre.getOrDefault(primeira.dita().referencia(), List.of())))
                .toList();
    }

    /** Those of trips that were told to be confirmed. */
    static List<Vida> dasViagens(Historia historia) {
        Map<String, List<Tentativa>> cancelamentos = historia.tentativas().stream()
                .filter(t -> t.pedida().acao() == Acao.CANCELAR_VIAGEM)
                .collect(groupingBy(t -> t.pedida().sobre()));
        return primeiras(historia, Acao.VIAJAR).stream()
                .map(primeira -> daViagem(
                        primeira, cancelamentos.getOrDefault(primeira.dita().referencia(), List.of())))
                .toList();
    }

    private static Collection<Tentativa> primeiras(Historia historia, Acao acao) {
        return historia.tentativas().stream()
                .filter(t -> t.pedida().acao() == acao
                        && t.feita()
                        && !"cancelada".equals(t.dita().situacao()))
                .collect(groupingBy(t -> t.pedida().chave()))
                .values()
                .stream()
                .map(mesmaChave ->
                        mesmaChave.stream().min(comparingLong(Tentativa::ate)).orElseThrow())
                .toList();
    }

    private static Vida daReserva(Tentativa primeira, List<Tentativa> depois) {
        List<Pedido> pedidos = depois.stream()
                .collect(groupingBy(t -> t.pedida().chave()))
                .values()
                .stream()
                .map(Pedido::de)
                .sorted(comparingLong(Pedido::de))
                .toList();
        List<Posse> posses = new ArrayList<>();
        Set<Vaga> podeSer = new HashSet<>(primeira.dita().vagas());
        boolean cancelada = false;
        Tentativa desde = primeira;
        for (Pedido pedido : pedidos) {
            if (desde != null) {
                possuir(posses, primeira, podeSer, desde, pedido.de());
            }
            Tentativa definitiva = pedido.definitiva().orElse(null);
            boolean recusada = definitiva != null && !definitiva.feita();
            if (!recusada) {
                if (definitiva != null) {
                    podeSer.clear();
                }
                if (pedido.acao() == Acao.CANCELAR) {
                    cancelada = true;
                } else {
                    podeSer.add(pedido.vaga());
                }
            }
            desde = podeSer.size() == 1 && !cancelada ? definitiva : null;
        }
        if (desde != null) {
            possuir(posses, primeira, podeSer, desde, Long.MAX_VALUE);
        }
        return new Vida(primeira, posses, podeSer, cancelada);
    }

    private static Vida daViagem(Tentativa primeira, List<Tentativa> cancelamentos) {
        long cancelada = cancelamentos.stream().mapToLong(Tentativa::de).min().orElse(Long.MAX_VALUE);
        // 202: it will be undone, whatever happens
        boolean certo = cancelamentos.stream()
                .anyMatch(t -> t.dita() != null && t.dita().http() <= 202);
        List<Posse> posses = new ArrayList<>();
        possuir(posses, primeira, primeira.dita().vagas(), primeira, cancelada);
        return new Vida(
                primeira, posses, certo ? Set.of() : Set.copyOf(primeira.dita().vagas()), !cancelamentos.isEmpty());
    }

    private static void possuir(
            List<Posse> posses, Tentativa primeira, Collection<Vaga> vagas, Tentativa desde, long ate) {
        vagas.forEach(vaga -> posses.add(new Posse(primeira.dita().referencia(), vaga, desde, ate)));
    }
}
