package br.com.recarga.client.viagens;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.PedidoRecusado;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.PontoIgnorado;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.planner.Planejador;
import br.com.recarga.planner.PontoCandidato;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** From the agendas of all servers to a plan. */
@Service
public class PlanoService {

    /** So many points of which a plan says that it did without; a server may list any number. */
    private static final int MAX_IGNORADOS = 20;

    private final ClientSettings settings;
    private final Servidores servidores;
    private final Planejador planejador;
    private final Clock clock;

    /**
     * @param fuso in which times are told of places of which none is known
     */
    PlanoService(
            ClientSettings settings,
            Servidores servidores,
            Planejador planejador,
            Clock clock,
            @Value("${recarga.fuso}") ZoneId fuso) {
        this.settings = settings;
        this.servidores = servidores;
        this.planejador = planejador;
        this.clock = clock.withZone(fuso);
    }

    /** One question to every server that is online and where a plan could be reserved. */
    List<PostosRequest> perguntas() {
        return servidores.noArComViagens().stream()
                .map(serverId ->
                        PostosRequest.deTodos(UUID.randomUUID().toString(), settings.clientId(), serverId, true))
                .toList();
    }

    /** Whose points a plan will miss; an original server's never were part of one. */
    List<String> ausentes(List<PostosRequest> perguntas) {
        return servidores.ausentes(perguntas).stream()
                .filter(serverId -> !servidores.semPresenca(serverId))
                .toList();
    }

    /**
     * The plan, with what it had to do without, and might be better with: servers that did not answer, and points that nobody can
     * tell where they are.
     *
     * @throws PedidoRecusado if no server answered, or a place or a connector is not known
     */
    ObjectNode plano(String requestId, PlanejarBody pedido, Respostas respostas) {
        if (respostas.ouvidas().isEmpty()) {
            throw new PedidoRecusado(Codigo.SERVIDOR_INDISPONIVEL, "Nenhum servidor respondeu");
        }
        List<PontoCandidato> pontos = new ArrayList<>();
        List<PontoIgnorado> ignorados = new ArrayList<>();
        pontos(respostas, PlanoService::ponto)
                .forEach(ponto -> ponto.contradicao()
                        .ifPresentOrElse(motivo -> ignorados.add(ignorado(ponto, motivo)), () -> pontos.add(ponto)));
        OffsetDateTime agora = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        ObjectNode answer = ContractJson.mapper()
                .createObjectNode()
                .put("request_id", requestId)
                .put("status", "sucesso")
                .put("codigo", Codigo.OK.name());
        answer.setAll((ObjectNode) ContractJson.mapper().valueToTree(planejador.planejar(pedido, pontos, agora)));
        respostas.caladas().keySet().forEach(answer.putArray("sem_resposta")::add);
        return answer.set(
                "ignorados",
                ContractJson.mapper()
                        .valueToTree(ignorados.stream().limit(MAX_IGNORADOS).toList()));
    }

    private static PontoIgnorado ignorado(PontoCandidato ponto, String motivo) {
        return new PontoIgnorado(ponto.serverId(), ponto.id(), ponto.local().nome(), motivo);
    }

    /** The points of all that answered, without those that a peer garbled. */
    static List<PontoCandidato> pontos(Respostas respostas, BiFunction<String, Posto, Optional<PontoCandidato>> ponto) {
        List<PontoCandidato> pontos = new ArrayList<>();
        respostas
                .ouvidas()
                .forEach((serverId, reply) -> reply.path("postos")
                        .forEach(node -> posto(node)
                                .flatMap(posto -> ponto.apply(serverId, posto))
                                .ifPresent(pontos::add)));
        return pontos;
    }

    private static Optional<Posto> posto(JsonNode node) {
        try {
            return Optional.ofNullable(ContractJson.mapper().convertValue(node, Posto.class));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    /** Empty for what says nothing of its place, and for a point that is out of service without an end that is known. */
    private static Optional<PontoCandidato> ponto(String serverId, Posto posto) {
        if (posto.ocupado() != null
                && posto.ocupado().stream().anyMatch(janela -> janela == null || janela.inicio() == null)) {
            return Optional.empty();
        }
        // without an agenda, what it says of now is all that is known
        if (posto.ocupado() == null && !Boolean.TRUE.equals(posto.disponivel())) {
            return Optional.empty();
        }
        return PontoCandidato.de(serverId, posto, posto.ocupado() == null ? List.of() : posto.ocupado());
    }
}
