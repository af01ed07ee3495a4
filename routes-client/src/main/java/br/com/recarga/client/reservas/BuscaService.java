package br.com.recarga.client.reservas;

import static java.util.stream.Collectors.toSet;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.ReservaId;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.validation.RequestId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Which servers are asked for reservations, and what their replies say together. */
@Service
public class BuscaService {

    private static final String RESERVAS = "reservas";
    private static final String SERVER_ID = "server_id";
    private static final String REQUEST_ID = "request_id";

    /** What a server decided about a request, or did; any other error says that it could not tell now. */
    private static final Set<Codigo> DESFECHOS = EnumSet.of(
            Codigo.OK,
            Codigo.CHAVE_REUTILIZADA,
            Codigo.VIAGEM_INEXISTENTE,
            Codigo.VIAGEM_RECUSADA,
            Codigo.POSTO_INEXISTENTE,
            Codigo.POSTO_OCUPADO,
            Codigo.POSTO_EM_MANUTENCAO,
            Codigo.CARRO_JA_RESERVADO,
            Codigo.RESERVA_EXPIRADA,
            Codigo.TRANSICAO_INVALIDA);

    private final ClientSettings settings;
    private final Servidores servidores;

    BuscaService(ClientSettings settings, Servidores servidores) {
        this.settings = settings;
        this.servidores = servidores;
    }

    /** The question to the one server that the caller names. */
    ReservasRequest aoServidor(BuscaPorPlaca busca, String requestId) {
        return busca.pedido(requestId, settings.clientId(), busca.serverId());
    }

    /** One question to every server that is online. */
    List<ReservasRequest> aTodos(BuscaPorPlaca busca) {
        return servidores.noAr().stream()
                .map(server -> busca.pedido(novoId(), settings.clientId(), server))
                .toList();
    }

    /** Whose reservations will be missing, as they are not asked. */
    List<String> ausentes(List<ReservasRequest> perguntas) {
        return servidores.ausentes(perguntas);
    }

    /** The reservations of all servers, the latest window first. */
    ObjectNode juntar(String requestId, Respostas respostas) {
        ObjectNode all = respostas.juntar(requestId, RESERVAS);
        List<JsonNode> reservas = new ArrayList<>();
        all.path(RESERVAS).forEach(reservas::add);
        reservas.sort(Comparator.comparing(BuscaService::inicio).reversed());
        all.putArray(RESERVAS).addAll(reservas);
        return all;
    }

    /**
     * Whom to ask for a reservation. Without a server, the id of a request is a question to all that may know it and are there;
     * the others are {@link #ausentes(BuscaPorId, List)}.
     *
     * @throws PedidoRecusado if nothing can have this id, or the one server that could know it is away
     */
    List<ReservasRequest> porId(BuscaPorId busca) {
        if (busca.id() == null || !busca.id().matches(RequestId.REGEXP)) {
            throw inexistente();
        }
        Optional<String> dono = dono(busca);
        if (dono.isPresent()) {
            servidores.exigirNoAr(dono.get());
            return List.of(busca.pedidoPeloNumero(novoId(), settings.clientId(), dono.get()));
        }
        if (busca.serverId() != null) {
            servidores.exigirNoAr(busca.serverId());
            return List.of(busca.pedidoPeloPedido(novoId(), settings.clientId(), busca.serverId()));
        }
        List<String> noAr = servidores.noAr();
        return servidores.comPedidos(busca.id()).stream()
                .filter(noAr::contains)
                .map(server -> busca.pedidoPeloPedido(novoId(), settings.clientId(), server))
                .toList();
    }

    /**
     * Who is not asked and may be the one that knows, of all that were ever announced: whoever concludes that nothing was
     * reserved must be told so.
     */
    List<String> ausentes(BuscaPorId busca, List<ReservasRequest> perguntas) {
        Set<String> perguntados =
                perguntas.stream().map(ReservasRequest::serverId).collect(toSet());
        return aUmSo(busca)
                ? List.of()
                : servidores.comPedidos(busca.id()).stream()
                        .filter(serverId -> !perguntados.contains(serverId))
                        .toList();
    }

    private boolean aUmSo(BuscaPorId busca) {
        return busca.serverId() != null || dono(busca).isPresent();
    }

    /**
     * The server that this number of a reservation names; empty if it is the id of a request: whoever asks chooses that, and
     * it may look like a number.
     */
    private Optional<String> dono(BuscaPorId busca) {
        return ReservaId.servidor(busca.id())
                .filter(dono -> busca.serverId() == null
                        ? servidores.conhecidos().contains(dono)
                        : busca.serverId().equals(dono));
    }

    /**
     * The first reservation that is known, else the first refusal, else why there is none: everybody has said so, or
     * somebody was silent, which leaves it open.
     */
    ObjectNode encontrada(String requestId, BuscaPorId busca, Respostas respostas) {
        ObjectNode recusa = null;
        Map<String, Codigo> caladas = new TreeMap<>(respostas.caladas());
        for (Map.Entry<String, ObjectNode> ouvida : respostas.ouvidas().entrySet()) {
            String serverId = ouvida.getKey();
            ObjectNode resposta = ouvida.getValue();
            Codigo codigo = Codigo.da(resposta);
            if (resposta.path(RESERVAS).path(0) instanceof ObjectNode reserva) {
                return sucesso(requestId, serverId).set("reserva", reserva.put(SERVER_ID, serverId));
            }
            if (DESFECHOS.contains(codigo) && !resposta.has(RESERVAS)) {
                recusa = recusa != null
                        ? recusa
                        : sucesso(requestId, serverId).set("desfecho", resposta.put(REQUEST_ID, busca.id()));
            } else if (codigo != Codigo.RESERVA_INEXISTENTE && !(resposta.get(RESERVAS) instanceof ArrayNode)) {
                caladas.put(serverId, codigo);
            }
        }
        if (recusa != null) {
            return recusa;
        }
        List<String> originais = semPerguntar(busca, respostas);
        if (respostas.ouvidas().isEmpty() && caladas.isEmpty()) {
            return semReserva(requestId, Codigo.SERVIDOR_INDISPONIVEL, "Não há servidor no ar", originais);
        }
        if (caladas.isEmpty() && originais.isEmpty()) {
            throw dono(busca).isPresent() ? inexistente() : nuncaFeito();
        }
        if (caladas.isEmpty()) {
            return semReserva(
                    requestId,
                    Codigo.RESERVA_INEXISTENTE,
                    "Quem guarda pedidos não fez esse, e já não o fará. De servidores que não se anunciam nada se sabe: "
                            + "se foi a um deles, pode ter sido feito",
                    originais);
        }
        Codigo codigo =
                caladas.containsValue(Codigo.TEMPO_ESGOTADO) ? Codigo.TEMPO_ESGOTADO : Codigo.SERVIDOR_INDISPONIVEL;
        return semReserva(
                requestId,
                codigo,
                "Nem todos os servidores responderam, e os que responderam não conhecem essa reserva",
                caladas.keySet());
    }

    /**
     * Those that may have made a request and were not asked, as they do not understand the question: nobody who asks all others
     * waits for them, and nobody may take the others' word for theirs.
     */
    private List<String> semPerguntar(BuscaPorId busca, Respostas respostas) {
        return aUmSo(busca)
                ? List.of()
                : servidores.semPresenca().stream()
                        .filter(serverId -> !respostas.caladas().containsKey(serverId))
                        .toList();
    }

    /**
     * The server of a reservation that is to be changed.
     *
     * @throws PedidoRecusado if this is not the number of a reservation
     */
    String servidorDe(String reservaId) {
        return ReservaId.servidor(reservaId).orElseThrow(BuscaService::inexistente);
    }

    private static ObjectNode sucesso(String requestId, String serverId) {
        return ContractJson.mapper()
                .createObjectNode()
                .put(REQUEST_ID, requestId)
                .put(SERVER_ID, serverId)
                .put("status", "sucesso")
                .put("codigo", Codigo.OK.name());
    }

    private static ObjectNode semReserva(
            String requestId, Codigo codigo, String mensagem, Collection<String> semResposta) {
        ObjectNode resposta = ContractJson.mapper()
                .createObjectNode()
                .put(REQUEST_ID, requestId)
                .put("status", "erro")
                .put("codigo", codigo.name())
                .put("mensagem", mensagem);
        semResposta.forEach(resposta.putArray("sem_resposta")::add);
        return resposta;
    }

    /** The last of all if a peer sent none that can be read. */
    private static Instant inicio(JsonNode reserva) {
        try {
            return OffsetDateTime.parse(reserva.path("inicio").asText()).toInstant();
        } catch (DateTimeException unreadable) {
            return Instant.MIN;
        }
    }

    private static PedidoRecusado inexistente() {
        return new PedidoRecusado(Codigo.RESERVA_INEXISTENTE, "Não há reserva com esse número e esse código");
    }

    /** Final: servers of ours remember that they said so. */
    private static PedidoRecusado nuncaFeito() {
        return new PedidoRecusado(
                Codigo.RESERVA_INEXISTENTE,
                "Esse pedido não foi feito, e já não será. Se ainda o quer, peça de novo, com outra chave");
    }

    private static String novoId() {
        return UUID.randomUUID().toString();
    }
}
