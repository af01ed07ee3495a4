package br.com.recarga.client.viagens;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.client.viagens.plano.Caminhos;
import br.com.recarga.client.viagens.plano.PontoCandidato;
import br.com.recarga.contract.CancelamentoRequest;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ConfirmacaoRequest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.Parada;
import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.ParadaResposta;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.PreReservaRequest;
import br.com.recarga.contract.Situacao;
import br.com.recarga.contract.SituacaoViagem;
import br.com.recarga.contract.Status;
import br.com.recarga.contract.Viagem;
import br.com.recarga.contract.ViagemBody;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What is asked of the servers for a trip, what their answers mean together, and the words for it. */
@Service
public class ViagemService {

    private static final TypeReference<List<ParadaResposta>> PARADAS = new TypeReference<>() {};
    private static final TypeReference<List<String>> SERVIDORES = new TypeReference<>() {};
    private static final int CODIGO_BYTES = 10;
    private static final int TENTATIVAS = 3;

    private final ClientSettings settings;
    private final Servidores servidores;
    private final Caminhos caminhos;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ViagemService(ClientSettings settings, Servidores servidores, Caminhos caminhos, Clock clock) {
        this.settings = settings;
        this.servidores = servidores;
        this.caminhos = caminhos;
        this.clock = clock;
    }

    /**
     * A trip as it begins.
     *
     * @throws PedidoRecusado if one of its servers is unknown, away or knows no trips: then nothing is begun
     */
    ViagemRegistro nova(ViagemBody pedido, String requestId) {
        exigirQueSaibamDeViagens(pedido);
        pedido.paradas().stream().map(ParadaDaViagem::serverId).distinct().forEach(servidores::requireOnline);
        byte[] codigo = new byte[CODIGO_BYTES];
        random.nextBytes(codigo);
        return new ViagemRegistro(
                "v-" + UUID.randomUUID(),
                HexFormat.of().formatHex(codigo),
                requestId,
                json(pedido),
                1,
                SituacaoViagem.EM_ANDAMENTO,
                json(semResposta(pedido)),
                null,
                agora());
    }

    /** One question to each server of the trip, for the places of its stops; none if there is no way between them. */
    List<PostosRequest> perguntasPelosLugares(ViagemBody pedido) {
        if (pedido.paradas().size() < 2) {
            return List.of();
        }
        return pedido.paradas().stream()
                .map(ParadaDaViagem::serverId)
                .distinct()
                .map(serverId -> new PostosRequest(
                        UUID.randomUUID().toString(), settings.clientId(), serverId, null, null, null, null))
                .toList();
    }

    /**
     * A way that is not known, because its server is silent or does not say where a point is, is not judged.
     *
     * @throws PedidoRecusado if a stop cannot be reached from the one before in the time between them
     */
    void exigirDirigivel(ViagemBody pedido, Respostas lugares) {
        PedidoRecusado.seHouver(
                caminhos.impossiveis(pedido.paradas(), PlanoService.pontos(lugares, ViagemService::lugar)));
    }

    /** Empty if its place cannot be, or contradicts what else is said of the point. */
    private static Optional<PontoCandidato> lugar(String serverId, Posto posto) {
        return PontoCandidato.de(serverId, posto, List.of())
                .filter(ponto -> ponto.contradicao().isEmpty());
    }

    private void exigirQueSaibamDeViagens(ViagemBody pedido) {
        for (int i = 0; i < pedido.paradas().size(); i++) {
            String serverId = pedido.paradas().get(i).serverId();
            if (servidores.isUnannounced(serverId)) {
                throw PedidoRecusado.campo(
                        "paradas[%d].server_id".formatted(i),
                        "o servidor %s não sabe de viagens; essa parada só se reserva sozinha".formatted(serverId));
            }
        }
    }

    /** Parameters of {@code viagem-inserir.sql}, and of the statements that look for it. */
    Map<String, Object> parametros(ViagemRegistro viagem) {
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("viagem_id", viagem.viagemId());
        parametros.put("codigo_reserva", viagem.codigoReserva());
        parametros.put("request_id", viagem.requestId());
        parametros.put("pedido", viagem.pedido());
        parametros.put("tentativa", viagem.tentativa());
        parametros.put("situacao", viagem.situacao().name());
        parametros.put("paradas", viagem.paradas());
        parametros.put("agora", agora());
        return parametros;
    }

    /** The trip with what is now known of its stops. */
    ViagemRegistro comParadas(ViagemRegistro viagem, Respostas respostas) {
        return viagem.comParadas(json(paradas(viagem, respostas)));
    }

    /** Parameters of {@code viagens-esquecer.sql}. */
    Map<String, Object> esquecimento() {
        return Map.of(
                "antes",
                Instant.now(clock)
                        .minus(settings.retencaoViagens())
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString());
    }

    /** Parameters of {@code viagem-desfeita.sql}: of a refused trip the reasons stay, of a cancelled one the stops change. */
    Map<String, Object> desfeita(ViagemRegistro viagem, Respostas respostas) {
        return viagem.situacao() == SituacaoViagem.CANCELANDO
                ? parametros(comParadas(viagem, respostas))
                : parametros(viagem.comParadas(json(lista(viagem.paradas(), PARADAS).stream()
                        .map(ViagemService::solta)
                        .toList())));
    }

    /**
     * @throws PedidoRecusado if the same request id was used for another trip, here or at another client: then nothing may be said
     *     of what is reserved, as that may be a whole trip
     */
    void exigirMesmoPedido(ViagemRegistro viagem, ViagemBody pedido) {
        if (viagem.situacao() == SituacaoViagem.RECUSADA
                && lista(viagem.paradas(), PARADAS).stream()
                        .anyMatch(parada -> parada.codigo() == Codigo.CHAVE_REUTILIZADA)) {
            throw new PedidoRecusado(
                    Codigo.CHAVE_REUTILIZADA,
                    "Essa chave já foi usada numa viagem pedida em outro lugar; consulte-a onde foi pedida");
        }
        if (!viagem.pedido().equals(json(pedido))) {
            throw new PedidoRecusado(Codigo.CHAVE_REUTILIZADA, "Esse request_id já foi usado num pedido diferente");
        }
    }

    /**
     * @param viagem null if there is none
     * @throws PedidoRecusado as if there were none, if the code is wrong: nothing is revealed
     */
    void exigirCodigo(ViagemRegistro viagem, String codigo) {
        if (viagem == null || !viagem.temCodigo(codigo)) {
            throw new PedidoRecusado(Codigo.VIAGEM_INEXISTENTE, "Não há viagem com esse número e esse código");
        }
    }

    /**
     * @throws PedidoRecusado if it was not confirmed, so that there is nothing to cancel
     */
    void exigirCancelada(ViagemRegistro viagem) {
        if (viagem.situacao() != SituacaoViagem.CANCELADA && viagem.situacao() != SituacaoViagem.CANCELANDO) {
            throw new PedidoRecusado(
                    Codigo.TRANSICAO_INVALIDA, "A viagem não está confirmada e não pode ser cancelada agora");
        }
    }

    /** One message for each server, in the order of their ids. */
    List<PreReservaRequest> preReservas(ViagemRegistro viagem) {
        ViagemBody pedido = pedido(viagem);
        Map<String, List<Parada>> porServidor = new TreeMap<>(pedido.paradas().stream()
                .collect(Collectors.groupingBy(
                        ParadaDaViagem::serverId,
                        Collectors.mapping(
                                parada -> new Parada(parada.postoId(), parada.inicio(), parada.fim()),
                                Collectors.toList()))));
        Instant expira = Instant.now(clock).plus(settings.preReserva());
        return porServidor.entrySet().stream()
                .map(servidor -> new PreReservaRequest(
                        viagem.chaveDaPreReserva(),
                        settings.clientId(),
                        servidor.getKey(),
                        pedido.carro(),
                        viagem.tentativaId(),
                        expira.atOffset(ZoneOffset.UTC),
                        servidor.getValue()))
                .toList();
    }

    List<ConfirmacaoRequest> confirmacoes(ViagemRegistro viagem) {
        return aCadaServidor(
                viagem,
                serverId -> new ConfirmacaoRequest(
                        viagem.tentativaId() + "/conf", settings.clientId(), serverId, viagem.tentativaId()));
    }

    List<CancelamentoRequest> cancelamentos(ViagemRegistro viagem) {
        return aCadaServidor(
                viagem,
                serverId -> new CancelamentoRequest(
                        viagem.tentativaId() + "/canc",
                        settings.clientId(),
                        serverId,
                        null,
                        viagem.tentativaId(),
                        null,
                        null));
    }

    /** Whether every server that was asked so far holds its stops. */
    boolean todasSeguradas(Respostas respostas) {
        return respostas.caladas().isEmpty()
                && respostas.ouvidas().values().stream().allMatch(reply -> Respostas.codigo(reply) == Codigo.OK);
    }

    /** Whether only holds of others are in the way, which may be let go of in a moment. */
    boolean impedimentoPassageiro(Respostas respostas) {
        return respostas.caladas().isEmpty()
                && respostas.ouvidas().values().stream()
                        .filter(reply -> Respostas.codigo(reply) != Codigo.OK)
                        .allMatch(ViagemService::soSegurada);
    }

    private static boolean soSegurada(ObjectNode reply) {
        List<ParadaResposta> recusadas = paradas(reply).stream()
                .filter(parada -> parada.codigo() != Codigo.OK)
                .toList();
        return !recusadas.isEmpty()
                && recusadas.stream().allMatch(parada -> parada.situacao() == Situacao.PRE_RESERVADA);
    }

    boolean podeTentarDeNovo(ViagemRegistro viagem, NaoSegurada falha) {
        return falha.passageira() && viagem.tentativa() < TENTATIVAS;
    }

    /** Milliseconds before the next attempt: a while that differs, so that two that crossed do not cross again. */
    long espera(ViagemRegistro viagem) {
        return random.nextLong(20, 120) * viagem.tentativa();
    }

    /**
     * What the servers said of each stop, in the order of the journey; of silent ones, that; of those that were not asked in
     * this attempt, what was known before.
     */
    private static List<ParadaResposta> paradas(ViagemRegistro viagem, Respostas respostas) {
        Map<String, ParadaResposta> known = new LinkedHashMap<>();
        respostas
                .ouvidas()
                .forEach((serverId, reply) -> paradas(reply)
                        .forEach(parada -> known.put(
                                chave(
                                        serverId,
                                        parada.postoId(),
                                        parada.inicio().toInstant()),
                                parada)));
        List<ParadaResposta> antes = lista(viagem.paradas(), PARADAS);
        List<ParadaResposta> paradas = new ArrayList<>();
        Map<String, Integer> noServidor = new HashMap<>();
        for (ParadaDaViagem parada : pedido(viagem).paradas()) {
            int ordem = noServidor.merge(parada.serverId(), 1, Integer::sum) - 1;
            ParadaResposta told = known.get(chave(
                    parada.serverId(),
                    parada.postoId(),
                    parada.inicio().toInstant().truncatedTo(ChronoUnit.SECONDS)));
            paradas.add(told != null ? told : semDizer(parada, ordem, respostas, antes.get(paradas.size())));
        }
        return paradas;
    }

    /** Whether a server has lost its stops, so that the whole trip is to be undone. */
    boolean perdida(Respostas respostas) {
        return respostas.ouvidas().values().stream()
                .map(Respostas::codigo)
                .anyMatch(codigo -> codigo == Codigo.RESERVA_EXPIRADA || codigo == Codigo.VIAGEM_INEXISTENTE);
    }

    /** As the driver is told; the code only where it is first given. */
    Viagem mostrar(ViagemRegistro viagem, String requestId, boolean comCodigo) {
        List<ParadaResposta> paradas = lista(viagem.paradas(), PARADAS);
        List<ErroCampo> erros = viagem.situacao() == SituacaoViagem.RECUSADA ? erros(paradas) : List.of();
        Codigo codigo = comCodigo && viagem.situacao() == SituacaoViagem.RECUSADA ? recusa(erros) : Codigo.OK;
        return new Viagem(
                requestId,
                codigo == Codigo.OK ? Status.SUCESSO : Status.ERRO,
                codigo,
                mensagem(viagem.situacao()),
                viagem.viagemId(),
                viagem.situacao(),
                comCodigo ? viagem.codigoReserva() : null,
                paradas,
                aguardando(viagem),
                null,
                erros.isEmpty() ? null : erros);
    }

    private static Codigo recusa(List<ErroCampo> erros) {
        return erros.isEmpty() ? Codigo.VIAGEM_RECUSADA : Codigo.DADOS_INVALIDOS;
    }

    private static List<String> aguardando(ViagemRegistro viagem) {
        return viagem.aguardando() == null ? null : lista(viagem.aguardando(), SERVIDORES);
    }

    private static String mensagem(SituacaoViagem situacao) {
        return switch (situacao) {
            case EM_ANDAMENTO -> "Ainda não se sabe de todas as paradas; consulte a viagem daqui a pouco";
            case CONFIRMADA -> "Todas as paradas estão reservadas";
            case RECUSADA -> "Nem todas as paradas puderam ser reservadas; nenhuma ficou reservada";
            case CANCELANDO -> "A viagem está sendo cancelada; consulte-a daqui a pouco";
            case CANCELADA -> "A viagem foi cancelada";
        };
    }

    private <T> List<T> aCadaServidor(ViagemRegistro viagem, Function<String, T> pedido) {
        return pedido(viagem).paradas().stream()
                .map(ParadaDaViagem::serverId)
                .distinct()
                .sorted()
                .map(pedido)
                .toList();
    }

    private static List<ParadaResposta> semResposta(ViagemBody pedido) {
        return pedido.paradas().stream()
                .map(parada -> semReserva(parada, null, null))
                .toList();
    }

    /** Of a server that did not answer, or refused all its stops together. */
    private static ParadaResposta semDizer(
            ParadaDaViagem parada, int ordem, Respostas respostas, ParadaResposta antes) {
        ObjectNode reply = respostas.ouvidas().get(parada.serverId());
        if (reply != null) {
            return new ParadaResposta(
                    parada.serverId(),
                    parada.postoId(),
                    parada.inicio(),
                    parada.fim(),
                    null,
                    null,
                    Respostas.codigo(reply),
                    reply.path("mensagem").textValue(),
                    null,
                    erros(reply, ordem));
        }
        Codigo porque = respostas.caladas().get(parada.serverId());
        return porque == null ? solta(antes) : semReserva(parada, porque, null);
    }

    /** What a server says is wrong with one of the stops that it was asked for, by the names that these have in it. */
    private static List<ErroCampo> erros(ObjectNode reply, int ordem) {
        String parada = "paradas[%d].".formatted(ordem);
        List<ErroCampo> erros = new ArrayList<>();
        for (JsonNode erro : reply.path("erros")) {
            String campo = erro.path("campo").asText();
            if (campo.startsWith(parada)) {
                erros.add(new ErroCampo(
                        campo.substring(parada.length()), erro.path("mensagem").asText()));
            }
        }
        return erros.isEmpty() ? null : erros;
    }

    /** By the names of the request. */
    private static List<ErroCampo> erros(List<ParadaResposta> paradas) {
        List<ErroCampo> erros = new ArrayList<>();
        for (int i = 0; i < paradas.size(); i++) {
            for (ErroCampo erro : paradas.get(i).erros() == null
                    ? List.<ErroCampo>of()
                    : paradas.get(i).erros()) {
                erros.add(new ErroCampo("paradas[%d].%s".formatted(i, erro.campo()), erro.mensagem()));
            }
        }
        return erros;
    }

    /** A stop that was reserved or held, and is not any more; a reason why it could not be stays. */
    private static ParadaResposta solta(ParadaResposta parada) {
        return parada.reservaId() == null
                ? parada
                : new ParadaResposta(
                        parada.serverId(),
                        parada.postoId(),
                        parada.inicio(),
                        parada.fim(),
                        null,
                        null,
                        parada.codigo(),
                        parada.mensagem(),
                        parada.alternativas(),
                        parada.erros());
    }

    private static ParadaResposta semReserva(ParadaDaViagem parada, Codigo porque, String mensagem) {
        return new ParadaResposta(
                parada.serverId(), parada.postoId(), parada.inicio(), parada.fim(), null, null, porque, mensagem, null);
    }

    private static String chave(String serverId, int postoId, Instant inicio) {
        return serverId + "/" + postoId + "/" + inicio;
    }

    /** What a server says of its stops; none if it cannot be read: what became of the trip there is told by its code alone. */
    private static List<ParadaResposta> paradas(ObjectNode reply) {
        if (!reply.hasNonNull("paradas")) {
            return List.of();
        }
        try {
            return ContractJson.mapper().convertValue(reply.get("paradas"), PARADAS).stream()
                    .filter(parada -> parada != null && parada.postoId() != null && parada.inicio() != null)
                    .toList();
        } catch (IllegalArgumentException garbled) {
            return List.of();
        }
    }

    private static ViagemBody pedido(ViagemRegistro viagem) {
        try {
            return ContractJson.mapper().readValue(viagem.pedido(), ViagemBody.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> lista(String json, TypeReference<List<T>> tipo) {
        try {
            return ContractJson.mapper().readValue(json, tipo);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return ContractJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String agora() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
