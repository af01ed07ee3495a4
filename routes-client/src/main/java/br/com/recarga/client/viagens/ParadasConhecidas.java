package br.com.recarga.client.viagens;

import br.com.recarga.client.pedidos.Respostas;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.ParadaResposta;
import br.com.recarga.contract.ViagemBody;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of each stop of a trip while it is reserved or undone. */
final class ParadasConhecidas {

    private static final TypeReference<List<ParadaResposta>> PARADAS = new TypeReference<>() {};

    private ParadasConhecidas() {}

    /** Before anybody was asked. */
    static List<ParadaResposta> semResposta(ViagemBody pedido) {
        return pedido.paradas().stream().map(parada -> semReserva(parada, null)).toList();
    }

    /**
     * What the servers said of each stop, in the order of the journey; of silent ones, that; of those that were not asked in
     * this attempt, what was known before.
     */
    static List<ParadaResposta> depoisDe(Respostas respostas, ViagemRegistro viagem) {
        Map<String, ParadaResposta> known = new HashMap<>();
        respostas
                .ouvidas()
                .forEach((serverId, reply) -> ditas(reply)
                        .forEach(parada -> known.put(
                                chave(
                                        serverId,
                                        parada.postoId(),
                                        parada.inicio().toInstant()),
                                parada)));
        List<ParadaResposta> paradas = new ArrayList<>();
        Map<String, Integer> noServidor = new HashMap<>();
        for (ParadaDaViagem parada : viagem.pedido().paradas()) {
            int ordem = noServidor.merge(parada.serverId(), 1, Integer::sum) - 1;
            ParadaResposta told = known.get(chave(
                    parada.serverId(),
                    parada.postoId(),
                    parada.inicio().toInstant().truncatedTo(ChronoUnit.SECONDS)));
            paradas.add(
                    told != null
                            ? told
                            : semDizer(
                                    parada, ordem, respostas, viagem.paradas().get(paradas.size())));
        }
        return paradas;
    }

    /** What was reserved or held, and is not any more. */
    static List<ParadaResposta> soltas(List<ParadaResposta> paradas) {
        return paradas.stream().map(ParadasConhecidas::solta).toList();
    }

    /** What a server says of its stops; none if it cannot be read: what became of the trip there is told by its code alone. */
    static List<ParadaResposta> ditas(ObjectNode reply) {
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
                    Codigo.da(reply),
                    reply.path("mensagem").textValue(),
                    null,
                    erros(reply, ordem));
        }
        Codigo porque = respostas.caladas().get(parada.serverId());
        return porque == null ? solta(antes) : semReserva(parada, porque);
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

    private static ParadaResposta semReserva(ParadaDaViagem parada, Codigo porque) {
        return new ParadaResposta(
                parada.serverId(), parada.postoId(), parada.inicio(), parada.fim(), null, null, porque, null, null);
    }

    private static String chave(String serverId, int postoId, Instant inicio) {
        return serverId + "/" + postoId + "/" + inicio;
    }
}
