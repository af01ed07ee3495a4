package br.com.recarga.faltas.historia;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import br.com.recarga.faltas.historia.EstadoFinal.ReservaGravada;
import br.com.recarga.faltas.historia.EstadoFinal.ViagemGravada;
import br.com.recarga.faltas.historia.Tentativa.Fim;
import br.com.recarga.faltas.historia.Vida.Posse;
import br.com.recarga.faltas.historia.Violacao.Regra;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares what drivers were told with what is kept in the end, and with each other. It knows nothing of how the system works:
 * what it holds against it is what a driver could.
 */
public final class Verificador {

    private static final Set<String> INEXISTENTES = Set.of("RESERVA_INEXISTENTE", "VIAGEM_INEXISTENTE");

    /** For a process that goes on after a fault, before it counts as there: to start its connection again, and to be heard. */
    private static final long FOLGA_MS = 10_000;

    /** After the broker was killed: whoever does not announce itself within 10 s counts as gone, and comes back when it does. */
    private static final long FOLGA_DO_BROKER_MS = 15_000;

    private final Map<Acao, Duration> limites;
    private final Map<String, List<String>> processos;

    /**
     * @param limites within which each call is answered or dropped by a process that runs; of all actions
     * @param processos those of each operator that has several, of which one is enough; empty if none has
     */
    public Verificador(Map<Acao, Duration> limites, Map<String, List<String>> processos) {
        this.limites = Map.copyOf(limites);
        this.processos = Map.copyOf(processos);
    }

    /** @return what was promised and is not so; empty if all is */
    public List<Violacao> verificar(Historia historia, EstadoFinal fim) {
        List<Vida> reservas = Vida.dasReservas(historia);
        List<Vida> viagens = Vida.dasViagens(historia);
        return Stream.of(
                        vagasGravadasDuasVezes(fim),
                        carrosEmDoisPostos(fim),
                        vagasConfirmadasDuasVezes(Stream.concat(reservas.stream(), viagens.stream())
                                .toList()),
                        reservasPerdidas(reservas, fim),
                        viagensPerdidas(viagens, fim),
                        outrosValores(historia),
                        desconhecidas(historia),
                        viagensPelaMetade(historia, fim),
                        respostasQueDiferem(historia),
                        efeitosRepetidos(fim),
                        efeitosNegados(historia, fim),
                        semRespostaATempo(historia),
                        chavesSemResposta(historia),
                        ditosForaDoAr(historia))
                .flatMap(List::stream)
                .toList();
    }

    /** How often an operator was seen while a replica of it was certainly there: what the last rule was tried on. */
    public long observacoesJulgadas(Historia historia) {
        return observacoes(historia)
                .filter(t -> processos.keySet().stream().anyMatch(operador -> estaLa(operador, t, historia)))
                .count();
    }

    private static List<Violacao> vagasGravadasDuasVezes(EstadoFinal fim) {
        List<Violacao> violacoes = new ArrayList<>();
        fim.reservas().stream()
                .filter(ReservaGravada::viva)
                .collect(groupingBy(r -> r.vaga().servidor() + "/" + r.vaga().posto()))
                .values()
                .forEach(doPosto -> paresDe(doPosto, (uma, outra) -> {
                    if (uma.vaga().cruza(outra.vaga())) {
                        violacoes.add(violacao(
                                Regra.UMA_RESERVA_POR_VAGA,
                                "No banco, %s e %s têm a mesma vaga: %s e %s"
                                        .formatted(uma.id(), outra.id(), uma.vaga(), outra.vaga())));
                    }
                }));
        return violacoes;
    }

    /** At one operator, who alone can see it. */
    private static List<Violacao> carrosEmDoisPostos(EstadoFinal fim) {
        List<Violacao> violacoes = new ArrayList<>();
        fim.reservas().stream()
                .filter(ReservaGravada::viva)
                .collect(groupingBy(r -> r.vaga().servidor() + "/" + r.placa()))
                .values()
                .forEach(doCarro -> paresDe(doCarro, (uma, outra) -> {
                    // at one point it is the rule before
                    if (uma.vaga().posto() != outra.vaga().posto() && uma.vaga().aoMesmoTempo(outra.vaga())) {
                        violacoes.add(violacao(
                                Regra.UM_POSTO_POR_CARRO,
                                "No banco, %s e %s são do mesmo carro: %s e %s"
                                        .formatted(uma.id(), outra.id(), uma.vaga(), outra.vaga())));
                    }
                }));
        return violacoes;
    }

    private static List<Violacao> vagasConfirmadasDuasVezes(List<Vida> vidas) {
        List<Violacao> violacoes = new ArrayList<>();
        vidas.stream()
                .flatMap(vida -> vida.possuida().stream())
                .collect(groupingBy(p -> p.vaga().servidor() + "/" + p.vaga().posto()))
                .values()
                .forEach(doPosto -> paresDe(doPosto, (uma, outra) -> {
                    if (uma.vaga().cruza(outra.vaga()) && uma.aoMesmoTempo(outra) && !daMesmaReserva(uma, outra)) {
                        violacoes.add(violacao(
                                Regra.UMA_RESERVA_POR_VAGA,
                                "A mesma vaga foi confirmada a dois: %s e %s".formatted(uma.vaga(), outra.vaga()),
                                uma.desde(),
                                outra.desde()));
                    }
                }));
        return violacoes;
    }

    /** Two answers to one key say nothing of two cars. */
    private static boolean daMesmaReserva(Posse uma, Posse outra) {
        return uma.referencia().equals(outra.referencia());
    }

    private static List<Violacao> reservasPerdidas(List<Vida> vidas, EstadoFinal fim) {
        Map<String, ReservaGravada> porId =
                fim.reservas().stream().collect(toMap(ReservaGravada::id, identity(), (uma, outra) -> uma));
        List<Violacao> violacoes = new ArrayList<>();
        for (Vida vida : vidas) {
            Tentativa primeira = vida.primeira();
            ReservaGravada gravada = porId.get(primeira.dita().referencia());
            if (gravada == null) {
                violacoes.add(violacao(
                        Regra.NADA_SE_PERDE,
                        "%s foi confirmada e não está no banco"
                                .formatted(primeira.dita().referencia()),
                        primeira));
            } else if (gravada.viva()
                    ? !vida.podeSer().contains(gravada.vaga())
                            || !gravada.placa().equals(primeira.pedida().placa())
                    : !vida.podeEstarCancelada()) {
                violacoes.add(violacao(
                        Regra.NADA_SE_PERDE,
                        "%s foi confirmada e está no banco como %s %s %s; podia ser %s%s"
                                .formatted(
                                        gravada.id(),
                                        gravada.situacao(),
                                        gravada.placa(),
                                        gravada.vaga(),
                                        vida.podeSer(),
                                        vida.podeEstarCancelada() ? ", ou cancelada" : ""),
                        primeira));
            }
        }
        return violacoes;
    }

    private static List<Violacao> viagensPerdidas(List<Vida> vidas, EstadoFinal fim) {
        Map<String, Set<Vaga>> vivas = vivasPorViagem(fim);
        List<Violacao> violacoes = new ArrayList<>();
        for (Vida vida : vidas) {
            Set<Vaga> ficou = vivas.getOrDefault(vida.primeira().dita().referencia(), Set.of());
            boolean inteira = ficou.equals(vida.podeSer());
            boolean nenhuma = ficou.isEmpty() && vida.podeEstarCancelada();
            if (!inteira && !nenhuma) {
                violacoes.add(violacao(
                        Regra.NADA_SE_PERDE,
                        "%s foi confirmada; dela há no banco %s, e podia haver %s%s"
                                .formatted(
                                        vida.primeira().dita().referencia(),
                                        ficou,
                                        vida.podeSer(),
                                        vida.podeEstarCancelada() ? ", ou nada" : ""),
                        vida.primeira()));
            }
        }
        return violacoes;
    }

    private static List<Violacao> outrosValores(Historia historia) {
        return historia.tentativas().stream()
                .filter(t ->
                        t.feita() && t.pedida().chave() != null && t.pedida().vagas() != null)
                .filter(t -> !t.pedida().vagas().equals(t.dita().vagas())
                        || t.pedida().placa() != null
                                && t.dita().placa() != null
                                && !t.pedida().placa().equals(t.dita().placa()))
                .map(t -> violacao(Regra.NADA_SE_PERDE, "Foi confirmado outra coisa que o pedido", t))
                .toList();
    }

    /** Whoever has the right code of what was confirmed is never told that it does not exist. */
    private static List<Violacao> desconhecidas(Historia historia) {
        return historia.tentativas().stream()
                .filter(t -> t.pedida().acao() != Acao.CONSULTAR
                        && t.dita() != null
                        && t.dita().codigo() != null
                        && INEXISTENTES.contains(t.dita().codigo()))
                .map(t -> violacao(
                        Regra.NADA_SE_PERDE,
                        "De %s, que foi confirmada, disse-se %s"
                                .formatted(t.pedida().sobre(), t.dita().codigo()),
                        t))
                .toList();
    }

    private static List<Violacao> viagensPelaMetade(Historia historia, EstadoFinal fim) {
        Map<String, Set<Vaga>> pedidas = historia.tentativas().stream()
                .filter(t -> t.pedida().acao() == Acao.VIAJAR)
                .collect(toMap(
                        t -> t.pedida().chave(), t -> Set.copyOf(t.pedida().vagas()), (uma, outra) -> uma));
        Map<String, ViagemGravada> diario =
                fim.viagens().stream().collect(toMap(ViagemGravada::viagemId, identity(), (uma, outra) -> uma));
        Map<String, Set<Vaga>> vivas = vivasPorViagem(fim);
        List<Violacao> violacoes = new ArrayList<>();
        vivas.forEach((viagem, vagas) -> {
            ViagemGravada gravada = diario.get(viagem);
            if (gravada == null || gravada.terminada() && !gravada.confirmada()) {
                violacoes.add(violacao(
                        Regra.TUDO_OU_NADA,
                        "%s não vale (%s), e dela há paradas reservadas: %s"
                                .formatted(
                                        viagem, gravada == null ? "não está no diário" : gravada.situacao(), vagas)));
            }
        });
        for (ViagemGravada gravada : fim.viagens()) {
            Set<Vaga> pedida = pedidas.get(gravada.requestId());
            Set<Vaga> ficou = vivas.getOrDefault(gravada.viagemId(), Set.of());
            if (!gravada.terminada()) {
                violacoes.add(violacao(
                        Regra.TUDO_OU_NADA,
                        "%s não chegou ao fim: %s".formatted(gravada.viagemId(), gravada.situacao())));
            } else if (gravada.confirmada() && pedida != null && !pedida.equals(ficou)) {
                violacoes.add(violacao(
                        Regra.TUDO_OU_NADA,
                        "%s está confirmada, e das paradas %s há só %s".formatted(gravada.viagemId(), pedida, ficou)));
            }
        }
        fim.reservas().stream()
                .filter(ReservaGravada::soSegurada)
                .forEach(r -> violacoes.add(
                        violacao(Regra.TUDO_OU_NADA, "%s, de %s, ficou só segurada".formatted(r.id(), r.viagemId()))));
        return violacoes;
    }

    private static List<Violacao> respostasQueDiferem(Historia historia) {
        List<Violacao> violacoes = new ArrayList<>();
        historia.tentativas().stream()
                .filter(t -> t.pedida().chave() != null
                        && t.definitiva()
                        && !"cancelada".equals(t.dita().situacao()))
                .collect(groupingBy(t -> t.pedida().chave()))
                .forEach((chave, mesmas) -> {
                    Map<Object, Tentativa> diferentes =
                            mesmas.stream().collect(toMap(Verificador::essencia, identity(), (uma, outra) -> uma));
                    if (diferentes.size() > 1) {
                        violacoes.add(new Violacao(
                                Regra.UM_EFEITO_POR_CHAVE,
                                "A chave %s teve %d respostas diferentes".formatted(chave, diferentes.size()),
                                List.copyOf(diferentes.values())));
                    }
                });
        return violacoes;
    }

    /** What may not differ between two answers to one key. */
    private static Object essencia(Tentativa tentativa) {
        Dita dita = tentativa.dita();
        return dita.feita()
                ? Stream.of(dita.codigo(), dita.referencia(), dita.vagas()).toList()
                : dita.codigo();
    }

    private static List<Violacao> efeitosRepetidos(EstadoFinal fim) {
        List<Violacao> violacoes = new ArrayList<>();
        fim.reservas().stream().collect(groupingBy(Verificador::chave)).forEach((chave, linhas) -> {
            if (linhas.size() > 1) {
                violacoes.add(violacao(
                        Regra.UM_EFEITO_POR_CHAVE, "A chave %s fez %d reservas".formatted(chave, linhas.size())));
            }
        });
        fim.viagens().stream().collect(groupingBy(ViagemGravada::requestId)).forEach((chave, linhas) -> {
            if (linhas.size() > 1) {
                violacoes.add(violacao(
                        Regra.UM_EFEITO_POR_CHAVE, "A chave %s fez %d viagens".formatted(chave, linhas.size())));
            }
        });
        return violacoes;
    }

    /** The stops of a trip are asked of each operator with one key, and are numbered there. */
    private static String chave(ReservaGravada linha) {
        return linha.viagemId() == null
                ? linha.requestId()
                : linha.requestId() + " em " + linha.vaga().servidor();
    }

    /** Of what was said to be neither done nor ever to be done. */
    private static List<Violacao> efeitosNegados(Historia historia, EstadoFinal fim) {
        Set<String> feitas =
                fim.reservas().stream().map(ReservaGravada::requestId).collect(toSet());
        return historia.tentativas().stream()
                .filter(t -> nega(t) && feitas.contains(t.pedida().sobre()))
                .map(t -> violacao(
                        Regra.UM_EFEITO_POR_CHAVE,
                        "Do pedido %s disse-se que não foi nem será feito, e foi"
                                .formatted(t.pedida().sobre()),
                        t))
                .toList();
    }

    private static boolean nega(Tentativa t) {
        return t.pedida().acao() == Acao.CONSULTAR
                && t.dita() != null
                && "RESERVA_INEXISTENTE".equals(t.dita().codigo());
    }

    private List<Violacao> semRespostaATempo(Historia historia) {
        return historia.tentativas().stream()
                .filter(t -> t.fim() == Fim.CALOU
                        || t.ate() - t.de() - suspenso(t, historia)
                                > limites.get(t.pedida().acao()).toMillis())
                .map(t -> violacao(
                        Regra.RESPOSTA_A_TEMPO,
                        "%s levou %d ms, %d deles com o processo suspenso"
                                .formatted(t.pedida().acao(), t.ate() - t.de(), suspenso(t, historia)),
                        t))
                .toList();
    }

    /** In ms: for how much of the call its process could do nothing. */
    private static long suspenso(Tentativa t, Historia historia) {
        return historia.faltas().stream()
                .filter(f -> f.especie() == Especie.SUSPENDER && f.alvo().equals(t.processo()))
                .mapToLong(f -> Math.max(0, Math.min(f.ate(), t.ate()) - Math.max(f.de(), t.de())))
                .sum();
    }

    /** Who asks again until all has healed, has an answer in the end. */
    private static List<Violacao> chavesSemResposta(Historia historia) {
        Set<String> negadas = historia.tentativas().stream()
                .filter(Verificador::nega)
                .map(t -> t.pedida().sobre())
                .collect(toSet());
        return historia.tentativas().stream()
                .filter(t -> t.pedida().chave() != null)
                .collect(groupingBy(t -> t.pedida().chave()))
                .entrySet()
                .stream()
                .filter(chave -> !negadas.contains(chave.getKey())
                        && chave.getValue().stream().noneMatch(Tentativa::definitiva))
                .map(chave -> violacao(
                        Regra.RESPOSTA_A_TEMPO,
                        "A chave %s ficou sem resposta certa, depois de %d chamadas"
                                .formatted(chave.getKey(), chave.getValue().size()),
                        chave.getValue().get(chave.getValue().size() - 1)))
                .toList();
    }

    private List<Violacao> ditosForaDoAr(Historia historia) {
        List<Violacao> violacoes = new ArrayList<>();
        observacoes(historia)
                .forEach(t -> processos.keySet().stream()
                        .filter(operador -> t.dita().foraDoAr().contains(operador) && estaLa(operador, t, historia))
                        .forEach(operador -> violacoes.add(violacao(
                                Regra.QUEM_ESTA_NAO_ESTA_FORA,
                                "%s disse que %s está fora do ar, com uma réplica no ar"
                                        .formatted(t.processo(), operador),
                                t))));
        return violacoes;
    }

    private static Stream<Tentativa> observacoes(Historia historia) {
        return historia.tentativas().stream()
                .filter(t -> t.pedida().acao() == Acao.VER_SERVIDORES
                        && t.dita() != null
                        && t.dita().foraDoAr() != null);
    }

    /** Whether some process of it, and the one that was asked, and all between them, have been well for a while. */
    private boolean estaLa(String operador, Tentativa t, Historia historia) {
        return bem(Set.of(t.processo(), operador, Falta.BROKER), t, historia)
                && processos.get(operador).stream().anyMatch(replica -> bem(Set.of(replica), t, historia));
    }

    private static boolean bem(Set<String> alvos, Tentativa t, Historia historia) {
        return historia.faltas().stream()
                .noneMatch(f -> alvos.contains(f.alvo())
                        && f.de() <= t.ate()
                        && t.de() <= f.ate() + (f.alvo().equals(Falta.BROKER) ? FOLGA_DO_BROKER_MS : FOLGA_MS));
    }

    private static Map<String, Set<Vaga>> vivasPorViagem(EstadoFinal fim) {
        return fim.reservas().stream()
                .filter(r -> r.viva() && r.viagem() != null)
                .collect(groupingBy(ReservaGravada::viagem, mapping(ReservaGravada::vaga, toSet())));
    }

    private static Violacao violacao(Regra regra, String texto, Tentativa... tentativas) {
        return new Violacao(regra, texto, List.of(tentativas));
    }

    private interface Par<T> {
        void de(T uma, T outra);
    }

    private static <T> void paresDe(List<T> todas, Par<T> par) {
        for (int i = 0; i < todas.size(); i++) {
            for (int j = i + 1; j < todas.size(); j++) {
                par.de(todas.get(i), todas.get(j));
            }
        }
    }
}
