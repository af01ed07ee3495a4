package br.com.recarga.planner;

import br.com.recarga.contract.ParadaPlanejada;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.Plano;
import br.com.recarga.contract.Plano.Criterio;
import br.com.recarga.contract.Plano.Motivo;
import br.com.recarga.contract.Plano.Trecho;
import br.com.recarga.contract.PlanoBuilder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Plans trips: the fastest way there, with the cheapest and the one with the fewest stops beside it. */
public class Planejador {

    /** A caller's clock may be this much behind ours before its departure counts as past, as on the servers. */
    static final Duration TOLERANCIA_RELOGIO = Duration.ofMinutes(1);

    /** No server reserves what lies further ahead. */
    static final Duration HORIZONTE = Duration.ofDays(366);

    /** So many times as many points as usual are looked at if those are not enough; never more, whoever lists them. */
    private static final long FOLGA_DE_PONTOS = 4;

    private static final Locale BRASIL = Locale.forLanguageTag("pt-BR");

    private static final Comparator<Rota> MAIS_RAPIDA = Comparator.comparingLong(Rota::chegada)
            .thenComparingLong(Rota::centavos)
            .thenComparingInt(Rota::numeroDeParadas);
    private static final Comparator<Rota> MAIS_BARATA =
            Comparator.comparingLong(Rota::centavos).thenComparing(MAIS_RAPIDA);
    private static final Comparator<Rota> MENOS_PARADAS =
            Comparator.comparingInt(Rota::numeroDeParadas).thenComparing(MAIS_RAPIDA);

    private final PlanoSettings settings;
    private final Estrada estrada;

    public Planejador(PlanoSettings settings) {
        this.settings = settings;
        this.estrada = new Estrada(settings);
    }

    /**
     * Plans a trip.
     *
     * @param pedido valid by the contract's rules
     * @param pontos of all servers that answered, with what is planned on them until the trip may be over: beyond what is known
     *     they count as free
     * @param agora departure of a trip that does not say when; its offset is that of places of which no zone is known
     * @throws PedidoRecusado if a place or connector is not known, or the departure has passed or is too far ahead
     */
    public Plano planejar(PlanejarBody pedido, List<PontoCandidato> pontos, OffsetDateTime agora) {
        Lugares lugares = new Lugares(pontos);
        Local origem = lugares.local("origem", pedido.origem());
        OffsetDateTime partida = partida(pedido, origem, agora);
        Trajeto trajeto = new Trajeto(
                origem,
                lugares.local("destino", pedido.destino()),
                Agenda.arredondar(partida),
                pedido.carro(),
                pedido.reservaKwh(),
                pedido.maximoKwh(),
                pedido.chegadaKwh());
        return planejar(trajeto, queServem(pedido, pontos), new Relogios(partida.getOffset()));
    }

    private static OffsetDateTime partida(PlanejarBody pedido, Local origem, OffsetDateTime agora) {
        if (pedido.partidaLocal() == null) {
            return exigirAdiante("partida", pedido.partida() == null ? agora : pedido.partida(), agora);
        }
        if (pedido.partida() != null) {
            throw PedidoRecusado.campo("partida_local", "não pode vir com partida");
        }
        return exigirAdiante(
                "partida_local", new Relogios(agora.getOffset()).quando(origem, pedido.partidaLocal()), agora);
    }

    private static OffsetDateTime exigirAdiante(String campo, OffsetDateTime partida, OffsetDateTime agora) {
        if (partida.isBefore(agora.minus(TOLERANCIA_RELOGIO))) {
            throw PedidoRecusado.campo(campo, "já passou");
        }
        if (partida.isAfter(agora.plus(HORIZONTE))) {
            throw PedidoRecusado.campo(campo, "deve ser em no máximo %d dias".formatted(HORIZONTE.toDays()));
        }
        return partida;
    }

    /** Those with the plug that is asked for, else those with one that fits the car. */
    private static List<PontoCandidato> queServem(PlanejarBody pedido, List<PontoCandidato> pontos) {
        if (pedido.conector() != null) {
            return comUmDe(List.of(pedido.conector().strip()), "conector", "nenhum posto tem esse conector", pontos);
        }
        return pedido.carro().conectores() == null
                ? pontos
                : comUmDe(
                        pedido.carro().conectores(),
                        "carro.conectores",
                        "nenhum posto tem um conector que serve no carro",
                        pontos);
    }

    private static List<PontoCandidato> comUmDe(
            List<String> conectores, String campo, String nenhum, List<PontoCandidato> pontos) {
        List<PontoCandidato> compativeis = pontos.stream()
                .filter(ponto -> conectores.stream().anyMatch(nome -> nome.equalsIgnoreCase(ponto.conector())))
                .toList();
        if (compativeis.isEmpty() && !pontos.isEmpty()) {
            TreeSet<String> conhecidos = new TreeSet<>();
            pontos.stream()
                    .map(PontoCandidato::conector)
                    .filter(nome -> nome != null)
                    .forEach(conhecidos::add);
            throw PedidoRecusado.campo(
                    campo,
                    conhecidos.isEmpty()
                            ? "nenhum posto diz que conector tem"
                            : nenhum + "; há " + String.join(", ", conhecidos));
        }
        return compativeis;
    }

    private Plano planejar(Trajeto trajeto, List<PontoCandidato> todos, Relogios relogios) {
        long direto = estrada.metros(trajeto.origem(), trajeto.destino());
        double sobra = trajeto.nivel() - trajeto.consumo(direto);
        if (trajeto.chegaAoDestino(sobra)) {
            // no stop makes a trip faster or cheaper
            Rota rota = new Rota(List.of(), trajeto.partida() + estrada.segundos(direto), direto, sobra);
            return plano(rota, Criterio.MENOR_TEMPO, trajeto, relogios).withAlternativas(List.of());
        }
        List<PontoCandidato> pontos = noCaminho(trajeto, todos, FOLGA_DE_PONTOS * settings.pontosMaximos());
        List<PontoCandidato> perto = noCaminho(trajeto, pontos, settings.pontosMaximos());
        List<Rota> achadas = rotas(trajeto, perto, agendas(perto));
        if (achadas.isEmpty()) {
            Optional<Trecho> trecho = new TrechoImpossivel(trajeto, estrada, pontos).trecho();
            if (trecho.isPresent()) {
                return Plano.inviavel(Motivo.FORA_DE_ALCANCE, mensagem(trecho.get()), trecho.get());
            }
            if (perto.size() < pontos.size()) {
                achadas = rotas(trajeto, pontos, agendas(pontos));
            }
        }
        return achadas.isEmpty() ? semHorario(trajeto, pontos) : plano(achadas, trajeto, relogios);
    }

    /** Of very many points, those that make the way longer by least. */
    private List<PontoCandidato> noCaminho(Trajeto trajeto, List<PontoCandidato> pontos, long maximo) {
        if (pontos.size() <= maximo) {
            return pontos;
        }
        return pontos.stream()
                .sorted(Comparator.comparingLong(ponto -> estrada.metros(trajeto.origem(), ponto.local())
                        + estrada.metros(ponto.local(), trajeto.destino())))
                .limit(maximo)
                .toList();
    }

    private static List<Agenda> agendas(List<PontoCandidato> pontos) {
        return pontos.stream().map(ponto -> new Agenda(ponto.ocupacoes())).toList();
    }

    /** The best by each criterion, with idle stops only if there is no way without; none if there is no way at all. */
    private List<Rota> rotas(Trajeto trajeto, List<PontoCandidato> pontos, List<Agenda> agendas) {
        Malha malha = new Malha(pontos, trajeto, estrada);
        List<Rota> rotas = rotas(new Busca(trajeto, malha, estrada, agendas, settings, false));
        return rotas.isEmpty() ? rotas(new Busca(trajeto, malha, estrada, agendas, settings, true)) : rotas;
    }

    private static List<Rota> rotas(Busca busca) {
        return Stream.of(Criterio.values())
                .map(busca::melhor)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Plano plano(List<Rota> achadas, Trajeto trajeto, Relogios relogios) {
        List<Rota> rotas = achadas.stream()
                .filter(rota -> rota.numeroDeParadas() <= Plano.PARADAS_MAXIMAS)
                .toList();
        if (rotas.isEmpty()) {
            int paradas = Collections.min(achadas, MENOS_PARADAS).numeroDeParadas();
            return Plano.inviavel(
                    Motivo.PARADAS_DEMAIS,
                    "A viagem precisa de %d paradas, e uma viagem pode ter no máximo %d. Divida-a em duas."
                            .formatted(paradas, Plano.PARADAS_MAXIMAS),
                    null);
        }
        Rota melhor = Collections.min(rotas, MAIS_RAPIDA);
        return plano(melhor, Criterio.MENOR_TEMPO, trajeto, relogios)
                .withAlternativas(alternativas(melhor, rotas, trajeto, relogios));
    }

    /** Only what is really cheaper, or really has fewer stops. */
    private static List<Plano> alternativas(Rota melhor, List<Rota> rotas, Trajeto trajeto, Relogios relogios) {
        List<Plano> alternativas = new ArrayList<>();
        Rota barata = Collections.min(rotas, MAIS_BARATA);
        if (barata.centavos() < melhor.centavos()) {
            alternativas.add(plano(barata, Criterio.MENOR_CUSTO, trajeto, relogios));
        }
        Rota curta = Collections.min(rotas, MENOS_PARADAS);
        if (curta.numeroDeParadas() < melhor.numeroDeParadas() && !curta.equals(barata)) {
            alternativas.add(plano(curta, Criterio.MENOS_PARADAS, trajeto, relogios));
        }
        return alternativas;
    }

    private Plano semHorario(Trajeto trajeto, List<PontoCandidato> pontos) {
        List<Agenda> livres = Collections.nCopies(pontos.size(), Agenda.LIVRE);
        boolean vaziosBastariam = !rotas(trajeto, pontos, livres).isEmpty();
        return Plano.inviavel(
                Motivo.SEM_HORARIO,
                vaziosBastariam
                        ? "Há postos ao alcance, mas não com horários livres em sequência com esperas de até %d min. Tente outra partida."
                                .formatted(settings.esperaMaxima().toMinutes())
                        : "Há postos ao alcance, mas algum deles levaria mais de 24 horas para recarregar o bastante.",
                null);
    }

    private static String mensagem(Trecho trecho) {
        return String.format(
                BRASIL,
                "De %s a %s são %.1f km, e a bateria, sem gastar a reserva, chega a %.1f km: faltam %.1f km.",
                trecho.de(),
                trecho.para(),
                trecho.distanciaKm(),
                trecho.autonomiaKm(),
                trecho.faltamKm());
    }

    private static Plano plano(Rota rota, Criterio criterio, Trajeto trajeto, Relogios relogios) {
        return PlanoBuilder.builder()
                .viavel(true)
                .paradas(rota.paradas().stream()
                        .map(parada -> parada(parada, relogios))
                        .toList())
                .criterio(criterio)
                .partida(relogios.em(trajeto.origem(), trajeto.partida()))
                .chegada(relogios.em(trajeto.destino(), rota.chegada()))
                .fusoPartida(Relogios.nome(trajeto.origem()))
                .fusoChegada(Relogios.nome(trajeto.destino()))
                .duracaoMin(minutos(rota.chegada() - trajeto.partida()))
                .distanciaKm(km(rota.metros()))
                .custo(reais(rota.centavos()))
                .nivelChegada(kwh(rota.nivelChegada()))
                .build();
    }

    private static ParadaPlanejada parada(Rota.Parada parada, Relogios relogios) {
        Local lugar = parada.ponto().local();
        return new ParadaPlanejada(
                parada.ponto().serverId(),
                parada.ponto().id(),
                lugar.nome(),
                relogios.em(lugar, parada.inicio()),
                relogios.em(lugar, parada.fim()),
                Relogios.nome(lugar),
                kwh(parada.nivelChegada()),
                kwh(parada.nivelSaida()),
                km(parada.metros()),
                reais(parada.centavos()),
                parada.ponto().potencia(),
                parada.ponto().conector(),
                minutos(parada.fim() - parada.inicio()),
                kwh(parada.nivelSaida() - parada.nivelChegada()),
                relogios.deNoite(lugar, parada.inicio(), parada.fim()));
    }

    /** Rounded up. */
    private static long minutos(long segundos) {
        return (segundos + 59) / 60;
    }

    private static double km(long metros) {
        return metros / 1000.0;
    }

    private static double reais(long centavos) {
        return centavos / 100.0;
    }

    /** To the watt-hour. */
    private static double kwh(double nivel) {
        return Math.round(nivel * 1000) / 1000.0;
    }
}
