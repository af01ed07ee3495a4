package br.com.recarga.client.vagas;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.EsperarBody;
import br.com.recarga.contract.Janela;
import br.com.recarga.contract.JanelaOcupada;
import br.com.recarga.contract.Novidade;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.platform.TimeOrderedId;
import br.com.recarga.platform.limites.Origem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Decides who is told of which point. Of those who wait for one, whoever came first is told first; whoever wants the same time is
 * told only if it is still free {@link #PREFERENCIA} later.
 */
@Service
class VagasService {

    /** How long whoever was told may reserve before the next one hears of it. */
    static final Duration PREFERENCIA = Duration.ofMinutes(2);

    /** How many are kept: who waits, and what came of those of the last {@link #GUARDADAS}. */
    static final int MAXIMO = 1_000;

    /** How many of them may have come from one address. */
    static final int MAXIMO_DA_ORIGEM = 50;

    /** For how long a point is looked for by whoever wants it as soon as it is free. */
    static final Duration PACIENCIA = Duration.ofHours(4);

    /** As far as the agendas of servers go. */
    private static final Duration AGENDA = Duration.ofDays(7);

    /** For how long it can be asked what became of a wait that was told or is over. */
    static final Duration GUARDADAS = Duration.ofHours(1);

    private final ClientSettings settings;
    private final Servidores servidores;
    private final Clock clock;

    /** Those of whom this process has told its listeners; others of its name have told their own. */
    private final Cache<String, Boolean> contadas = Caffeine.newBuilder()
            .maximumSize(10L * MAXIMO)
            .expireAfterWrite(PREFERENCIA.multipliedBy(2))
            .build();

    /** By where they came from, what the waits from there have in common; nobody else can tell from it where that is. */
    private final Cache<String, String> origens = Caffeine.newBuilder()
            .maximumSize(10L * MAXIMO)
            .expireAfterAccess(AGENDA)
            .build();

    VagasService(ClientSettings settings, Servidores servidores, Clock clock) {
        this.settings = settings;
        this.servidores = servidores;
        this.clock = clock;
    }

    Instant agora() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Parameters of {@code espera-inserir.sql}.
     *
     * @param endereco where it was asked, as numbers
     * @throws PedidoRecusado if nothing could ever be told of it: its server is unknown, away or keeps no agenda, or what is left of
     *     its window is too short to be reserved, or lies beyond all agendas
     */
    Map<String, Object> nova(EsperarBody pedido, String requestId, String endereco) {
        servidores.exigirNoAr(pedido.serverId());
        if (servidores.semPresenca(pedido.serverId())) {
            throw PedidoRecusado.campo(
                    "server_id",
                    "o servidor %s não diz quando os seus postos estão tomados".formatted(pedido.serverId()));
        }
        Instant agora = agora();
        if ((pedido.inicio() == null) != (pedido.fim() == null)) {
            throw PedidoRecusado.campo(
                    pedido.inicio() == null ? "inicio" : "fim", "início e fim vêm juntos, ou nenhum dos dois");
        }
        Instant inicio = segundo(pedido.inicio());
        Instant fim = pedido.fim() == null ? agora.plus(PACIENCIA) : segundo(pedido.fim());
        if (fim.isBefore(aPartirDe(inicio, agora).plus(Janela.DURACAO_MINIMA))) {
            throw PedidoRecusado.campo(
                    "fim",
                    "deve ser ao menos %d minutos depois de agora e de inicio"
                            .formatted(Janela.DURACAO_MINIMA.toMinutes()));
        }
        if (fim.isAfter(agora.plus(AGENDA))) {
            throw PedidoRecusado.campo("fim", "só se sabe dos próximos sete dias");
        }
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("espera_id", "e-" + TimeOrderedId.next());
        parametros.put("request_id", requestId);
        parametros.put("server_id", pedido.serverId());
        parametros.put("posto_id", pedido.postoId());
        parametros.put(
                "origem",
                origens.get(Origem.de(endereco), nova -> UUID.randomUUID().toString()));
        parametros.put("inicio", texto(inicio));
        parametros.put("fim", texto(fim));
        parametros.put("agora", texto(agora));
        parametros.put("maximo", MAXIMO);
        parametros.put("maximo_da_origem", MAXIMO_DA_ORIGEM);
        return parametros;
    }

    /** Whether it is the wait that is asked for, and not another that had the same key. */
    static boolean atende(EsperaRegistro espera, EsperarBody pedido) {
        return espera.serverId().equals(pedido.serverId())
                && espera.postoId() == pedido.postoId()
                && Objects.equals(espera.inicio(), segundo(pedido.inicio()))
                && (pedido.fim() == null || espera.fim().equals(segundo(pedido.fim())));
    }

    /** As it is kept; null: none. */
    private static Instant segundo(OffsetDateTime instante) {
        return instante == null ? null : instante.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** From when on a wait wants the point. */
    private static Instant aPartirDe(Instant inicio, Instant agora) {
        return inicio == null || inicio.isBefore(agora) ? agora : inicio;
    }

    private static String texto(Instant instante) {
        return instante == null
                ? null
                : instante.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    PostosRequest pergunta(String serverId) {
        return PostosRequest.deTodos(UUID.randomUUID().toString(), settings.clientId(), serverId, true);
    }

    /** @throws PedidoRecusado if the server has no such point, or does not say which it has */
    static void exigirPosto(ObjectNode resposta, int postoId) {
        if (!resposta.path("postos").isArray()) {
            throw new PedidoRecusado(
                    Objects.requireNonNullElse(Codigo.da(resposta), Codigo.SERVIDOR_INDISPONIVEL),
                    resposta.path("mensagem").asText("O servidor não diz que postos tem"));
        }
        if (posto(resposta, postoId).isEmpty()) {
            throw new PedidoRecusado(Codigo.POSTO_INEXISTENTE, "O posto %d não existe".formatted(postoId));
        }
    }

    /** Parameters of {@code esperas-abertas.sql}: who waits still, and who was told a moment ago. */
    Map<String, Object> abertas() {
        Instant agora = agora();
        return Map.of("agora", texto(agora), "recentes", texto(agora.minus(PREFERENCIA)));
    }

    /** Parameters of {@code esperas-esquecer.sql}. */
    Map<String, Object> esquecimento() {
        return Map.of("antes", texto(agora().minus(GUARDADAS)));
    }

    /** One question to each server at which somebody waits, and that is there. */
    List<PostosRequest> perguntas(List<EsperaRegistro> abertas) {
        Set<String> esperados = abertas.stream()
                .filter(espera -> espera.avisadaEm() == null)
                .map(EsperaRegistro::serverId)
                .collect(Collectors.toSet());
        if (esperados.isEmpty()) {
            // who is there may not be known yet, and nobody wants to know
            return List.of();
        }
        return servidores.noAr().stream()
                .filter(esperados::contains)
                .map(this::pergunta)
                .toList();
    }

    /**
     * Who is to be told now: parameters of {@code espera-avisar.sql}.
     *
     * @param abertas in the order in which they came
     * @param ouvidas by the id of the server, its points with their agendas
     */
    List<Map<String, Object>> vagas(List<EsperaRegistro> abertas, Map<String, ObjectNode> ouvidas) {
        Instant agora = agora();
        List<EsperaRegistro> avisadas = new ArrayList<>(
                abertas.stream().filter(espera -> espera.avisadaEm() != null).toList());
        List<Map<String, Object>> vagas = new ArrayList<>();
        Map<Lugar, Optional<Posto>> lidos = new HashMap<>();
        for (EsperaRegistro espera : abertas) {
            if (espera.avisadaEm() == null && ouvidas.containsKey(espera.serverId())) {
                lidos.computeIfAbsent(
                                new Lugar(espera.serverId(), espera.postoId()),
                                lugar -> posto(ouvidas.get(lugar.serverId()), lugar.postoId()))
                        .flatMap(posto -> vaga(espera, posto, agora))
                        .filter(vaga -> avisadas.stream().noneMatch(vaga::disputa))
                        .ifPresent(vaga -> {
                            avisadas.add(vaga);
                            vagas.add(parametros(vaga));
                        });
            }
        }
        return vagas;
    }

    /** A point, of whichever server. */
    private record Lugar(String serverId, int postoId) {}

    private static Map<String, Object> parametros(EsperaRegistro vaga) {
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("espera_id", vaga.esperaId());
        parametros.put("agora", texto(vaga.avisadaEm()));
        parametros.put("vaga_inicio", texto(vaga.vagaInicio()));
        parametros.put("vaga_fim", texto(vaga.vagaFim()));
        return parametros;
    }

    /** The wait as it is once it was told of the time that it wanted, if the point is free in all of what is left of that. */
    private static Optional<EsperaRegistro> vaga(EsperaRegistro espera, Posto posto, Instant agora) {
        Instant de = aPartirDe(espera.inicio(), agora);
        Instant ate = espera.inicio() == null ? de.plus(Janela.DURACAO_MINIMA) : espera.fim();
        boolean cabe = !ate.isBefore(de.plus(Janela.DURACAO_MINIMA));
        // an agenda says of now what a server knew of it; whether somebody has switched the point off meanwhile is in
        // disponivel
        boolean deAgora = !de.equals(agora) || Boolean.TRUE.equals(posto.disponivel());
        if (!cabe || !deAgora || posto.ocupado() == null || tomado(posto, de, ate)) {
            return Optional.empty();
        }
        Instant fim = espera.inicio() == null ? proximaTomada(posto, de) : ate;
        return Optional.of(new EsperaRegistro(
                espera.esperaId(), espera.serverId(), espera.postoId(), espera.inicio(), espera.fim(), agora, de, fim));
    }

    private static boolean tomado(Posto posto, Instant de, Instant ate) {
        return posto.ocupado().stream()
                .anyMatch(tomada -> tomada.inicio().toInstant().isBefore(ate)
                        && (tomada.fim() == null || tomada.fim().toInstant().isAfter(de)));
    }

    /** Null if nothing is marked after this. */
    private static Instant proximaTomada(Posto posto, Instant de) {
        return posto.ocupado().stream()
                .map(JanelaOcupada::inicio)
                .map(inicio -> inicio.toInstant())
                .filter(inicio -> inicio.isAfter(de))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Empty if there is none, or the peer garbled it. */
    private static Optional<Posto> posto(ObjectNode resposta, int id) {
        return resposta.path("postos")
                .valueStream()
                .filter(posto -> posto.path("id").asInt() == id)
                .map(VagasService::ler)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Posto ler(JsonNode posto) {
        try {
            Posto lido = ContractJson.mapper().convertValue(posto, Posto.class);
            boolean legivel = lido.ocupado() == null
                    || lido.ocupado().stream().allMatch(tomada -> tomada != null && tomada.inicio() != null);
            return legivel ? lido : null;
        } catch (IllegalArgumentException garbled) {
            return null;
        }
    }

    /** What this process has not told yet; it counts as told from now on. */
    List<Novidade.Vaga> porContar(List<EsperaRegistro> abertas) {
        return abertas.stream()
                .filter(espera -> espera.avisadaEm() != null)
                .filter(espera -> contadas.asMap().putIfAbsent(espera.esperaId(), true) == null)
                .map(espera -> new Novidade.Vaga(
                        espera.esperaId(),
                        espera.serverId(),
                        espera.postoId(),
                        EsperaRegistro.emUtc(espera.vagaInicio()),
                        EsperaRegistro.emUtc(espera.vagaFim()),
                        EsperaRegistro.emUtc(espera.avisadaEm())))
                .toList();
    }
}
