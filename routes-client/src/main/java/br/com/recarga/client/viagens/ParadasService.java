package br.com.recarga.client.viagens;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import br.com.recarga.client.config.ClientSettings;
import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.client.servidores.Servidores;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ParadaResposta;
import br.com.recarga.contract.Reserva;
import br.com.recarga.contract.ReservasRequest;
import br.com.recarga.contract.ReservasRequestBuilder;
import br.com.recarga.contract.Situacao;
import br.com.recarga.contract.Viagem;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** How the stops of a confirmed trip stand now, and the words for those that are not reserved any more. */
@Service
class ParadasService {

    private static final TypeReference<List<Reserva>> RESERVAS = new TypeReference<>() {};

    private static final String O_QUE_FAZER =
            "Reserve outro posto no lugar, ou cancele a viagem e planeje de novo o que falta.";

    private final ClientSettings settings;
    private final Servidores servidores;
    private final Clock clock;

    ParadasService(ClientSettings settings, Servidores servidores, Clock clock) {
        this.settings = settings;
        this.servidores = servidores;
        this.clock = clock;
    }

    /** One question to each server of the trip that answers lately, which knows it by its attempt. */
    List<ReservasRequest> perguntas(ViagemRegistro viagem) {
        return viagem.servidores().stream()
                .filter(servidores::responde)
                .map(serverId -> ReservasRequestBuilder.builder()
                        .requestId(UUID.randomUUID().toString())
                        .clientId(settings.clientId())
                        .serverId(serverId)
                        .viagemId(viagem.tentativaId())
                        .build())
                .toList();
    }

    /** The trip with what its servers say of each stop; those of servers that did not say are as they were decided. */
    Viagem comoEstao(Viagem decidida, Respostas respostas) {
        Map<String, Map<String, Reserva>> ditas = new HashMap<>();
        respostas.ouvidas().forEach((serverId, reply) -> ler(serverId, reply, ditas));
        List<ParadaResposta> paradas = decidida.paradas().stream()
                .map(parada -> ditas.containsKey(parada.serverId())
                        ? agora(parada, ditas.get(parada.serverId()).get(parada.reservaId()))
                        : parada)
                .toList();
        List<String> semResposta = paradas.stream()
                .map(ParadaResposta::serverId)
                .filter(serverId -> !ditas.containsKey(serverId))
                .distinct()
                .sorted()
                .toList();
        return decidida.with(agora -> agora.paradas(paradas)
                .mensagem(mensagem(decidida, paradas, avisos(decidida.paradas(), ditas), semResposta))
                .semResposta(semResposta.isEmpty() ? null : semResposta));
    }

    /** What a server says, by the ids of the reservations; a reply without a list that can be read is none. */
    private static void ler(String serverId, ObjectNode reply, Map<String, Map<String, Reserva>> ditas) {
        if (!(reply.get("reservas") instanceof ArrayNode reservas)) {
            return;
        }
        try {
            List<Reserva> lidas = ContractJson.mapper().convertValue(reservas, RESERVAS);
            if (lidas.stream().allMatch(reserva -> reserva != null && reserva.situacao() != null)) {
                ditas.put(
                        serverId, lidas.stream().collect(toMap(Reserva::reservaId, identity(), (first, last) -> last)));
            }
        } catch (IllegalArgumentException illegible) {
            // the server counts as silent, and its stops as they were
        }
    }

    /** @param dita null: its server does not know it any more */
    private static ParadaResposta agora(ParadaResposta parada, Reserva dita) {
        if (dita == null) {
            return parada.semReserva(Codigo.RESERVA_INEXISTENTE, "Não está mais reservada: o servidor não a conhece");
        }
        return parada.with(agora -> agora.postoId(dita.postoId() == null ? parada.postoId() : dita.postoId())
                .inicio(dita.inicio() == null ? parada.inicio() : dita.inicio())
                .fim(dita.fim() == null ? parada.fim() : dita.fim())
                .situacao(dita.situacao())
                .mensagem(mensagem(parada, dita)));
    }

    /** What is lost, or what its operator has changed at the point; else as it was decided. */
    private static String mensagem(ParadaResposta parada, Reserva dita) {
        if (perdida(dita.situacao())) {
            return "Não está mais reservada: " + porque(dita.situacao());
        }
        if (dita.aviso() != null) {
            return "Ainda reservada, mas veja: " + dita.aviso();
        }
        return dita.postoId() == null || dita.postoId().equals(parada.postoId())
                ? parada.mensagem()
                : "Ainda reservada, mas no posto %d: o operador a passou para ele".formatted(dita.postoId());
    }

    private String mensagem(
            Viagem decidida, List<ParadaResposta> paradas, List<String> avisos, List<String> semResposta) {
        List<String> frases = new ArrayList<>();
        List<String> perdas = perdas(paradas);
        if (!perdas.isEmpty()) {
            String todas = String.join("; ", perdas);
            frases.add(Character.toUpperCase(todas.charAt(0)) + todas.substring(1) + ".");
            if (paradas.stream().anyMatch(this::fazFalta)) {
                frases.add(O_QUE_FAZER);
            }
        }
        frases.addAll(avisos);
        if (!semResposta.isEmpty()) {
            frases.add("Sem resposta de %s: as suas paradas são mostradas como foram reservadas."
                    .formatted(String.join(", ", semResposta)));
        }
        if (!frases.isEmpty()) {
            return String.join(" ", frases);
        }
        return paradas.stream().allMatch(parada -> parada.situacao() == Situacao.CONCLUIDA)
                ? "Todas as paradas foram concluídas"
                : decidida.mensagem();
    }

    /** What operators have changed at points that are still reserved. */
    private static List<String> avisos(List<ParadaResposta> paradas, Map<String, Map<String, Reserva>> ditas) {
        List<String> avisos = new ArrayList<>();
        for (int i = 0; i < paradas.size(); i++) {
            ParadaResposta parada = paradas.get(i);
            Reserva dita = ditas.getOrDefault(parada.serverId(), Map.of()).get(parada.reservaId());
            if (dita != null && dita.aviso() != null && !perdida(dita.situacao())) {
                avisos.add("Parada %d: %s.".formatted(i + 1, dita.aviso()));
            }
        }
        return avisos;
    }

    private static List<String> perdas(List<ParadaResposta> paradas) {
        return IntStream.range(0, paradas.size())
                .filter(i -> perdida(paradas.get(i).situacao()))
                .mapToObj(i ->
                        "a parada %d %s".formatted(i + 1, porque(paradas.get(i).situacao())))
                .toList();
    }

    /** Whether a stop is not reserved any more although its time has not passed. */
    private boolean fazFalta(ParadaResposta parada) {
        return perdida(parada.situacao()) && parada.fim().toInstant().isAfter(Instant.now(clock));
    }

    /** @param situacao null: its server does not know it */
    private static boolean perdida(Situacao situacao) {
        return situacao == null || situacao == Situacao.CANCELADA || situacao == Situacao.EXPIRADA;
    }

    private static String porque(Situacao situacao) {
        if (situacao == null) {
            return "já não é conhecida pelo servidor";
        }
        return situacao == Situacao.CANCELADA
                ? "foi cancelada"
                : "expirou, porque o carro não começou a carregar a tempo";
    }
}
